import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Writable } from 'node:stream'
import pino from 'pino'
import { type App, createApp } from '../src/app.ts'
import type { OutsideTiles } from '../src/basemap/index.ts'
import { applyCharter, type Centre, loadCentre, readCharterFolder } from '../src/charter/index.ts'
import { addDemoPerson } from '../src/people/index.ts'
import { openDatabase } from '../src/platform/db/connect.ts'
import { createVault, type Vault } from '../src/platform/vault.ts'
import { type Browser, createBrowser } from './browser.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** Friday, 9:00 by the clock of the example centre: where HTTP stories and journeys begin. */
export const friday = Temporal.Instant.from('2026-11-20T09:00:00+03:00')

/** A line of the program's log. */
export type LogLine = { level: number; msg: string } & Record<string, unknown>

/** The whole program on a database of its own, listening on a loopback port, with a clock that the test moves. */
export interface RunningApp {
  app: App
  /** E.g. `http://127.0.0.1:40123`. */
  address: string
  database: TestDatabase
  vault: Vault
  /** The folder of files and keys of the installation. */
  home: string
  clock: { now(): Temporal.Instant; set(at: Temporal.Instant): void; pass(time: Temporal.DurationLike): void }
  /** Everything that the program logged. */
  log: LogLine[]
  /** One more centre with the example's charter and people of the same roles. */
  centre(slug: string): Promise<Centre>
  /** A browser; with a login of `peopleOfTest`, signed in as that person of the centre. */
  browser(login?: string, slug?: string): Promise<Browser>
  close(): Promise<void>
}

type PersonOfTest = { role: string; name: string; sectorBlock?: string; organisation?: string }

/** The people of the `example` centre by login. */
export const peopleOfTest: Record<string, PersonOfTest> = {
  head: { role: 'head', name: 'Вера Светлобережская' },
  specialist: { role: 'specialist', name: 'Таисия Троеручейная' },
  another: { role: 'specialist', name: 'Глеб Долгогрядский' },
  curator: { role: 'curator', name: 'Игнат Лебяжнинский' },
  'roads-head': {
    role: 'block-head',
    name: 'Фома Мостосветлов',
    sectorBlock: 'roads',
    organisation: 'roads',
  },
  roads: { role: 'block-specialist', name: 'Дина Озёрномысова', sectorBlock: 'roads', organisation: 'buses' },
  housing: {
    role: 'block-specialist',
    name: 'Лев Журавлегатский',
    sectorBlock: 'housing',
    organisation: 'waterworks',
  },
  duty: { role: 'duty', name: 'Клим Ночебрегов', organisation: 'dispatch' },
  analyst: { role: 'analyst', name: 'Ася Числобрегова' },
  admin: { role: 'administrator', name: 'Юлий Ключебрегов', organisation: 'administration' },
}

const exampleFolder = fileURLToPath(new URL('../charters/example', import.meta.url))

/** The files of the shipped `example` charter as text. */
export const exampleFiles = () => readCharterFolder(exampleFolder)

/** Starts the program with the `example` centre and its people; `close` ends it and drops its database. */
export async function runningApp(given: { tiles?: OutsideTiles } = {}): Promise<RunningApp> {
  const database = await testDatabase()
  const home = mkdtempSync(join(tmpdir(), 'otklik-app-'))
  const vault = createVault(new Uint8Array(32).fill(7))
  const log: LogLine[] = []
  let now = friday
  const own = openDatabase(database.url, { max: 8 })
  const installation = {
    db: own.db,
    pool: own.pool,
    appUrl: database.url,
    ownerUrl: database.ownerUrl,
    vault,
    home,
    isNew: true,
    close: own.close,
  }
  const clock = () => now
  const app = await createApp(installation, {
    log: logInto(log),
    clock,
    isLoopback: true,
    secure: false,
    ...given,
  })
  await app.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`

  async function centre(slug: string): Promise<Centre> {
    await applyCharter(own.db, { slug, files: exampleFiles(), actor: 'проверка', now, isDemo: true })
    const made = await loadCentre(own.db, slug)
    for (const [login, { sectorBlock = null, organisation = null, ...person }] of Object.entries(
      peopleOfTest,
    )) {
      const position = made.roles.get(person.role)!.name
      const given = { ...person, sectorBlock, organisation, position }
      await addDemoPerson(own.db, { centre: made, now, vault }, { ...given, login: loginIn(slug, login) })
    }
    return made
  }
  await centre('example')

  return {
    app,
    address,
    database,
    vault,
    home,
    clock: {
      now: clock,
      set: (at) => (now = at),
      pass: (time) => (now = now.add(time)),
    },
    log,
    centre,
    browser: async (login, slug = 'example') => {
      const browser = createBrowser(address, slug)
      if (login !== undefined) await browser.signInDemo(loginIn(slug, login))
      return browser
    },
    close: async () => {
      await within(15, 'the server to stop', app.close())
      await within(15, 'the pool to drain', own.close())
      await within(15, 'the database to go', database.close())
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  const late = AbortSignal.timeout(seconds * 1000)
  const tooLate = new Promise<never>((_, reject) => {
    late.onabort = () => reject(new Error(`waited ${seconds} s for ${what}`))
  })
  return Promise.race([work, tooLate])
}

// A login stands once in an installation.
const loginIn = (slug: string, login: string) => (slug === 'example' ? login : `${login}-${slug}`)

function logInto(lines: LogLine[]) {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) if (line) lines.push(JSON.parse(line) as LogLine)
      done()
    },
  })
  return pino({ level: 'info' }, stream)
}
