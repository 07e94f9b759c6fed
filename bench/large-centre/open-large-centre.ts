import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { registerMany } from '../../src/cases/index.ts'
import { applyCharter, type Centre, loadCentre, readCharterFolder } from '../../src/charter/index.ts'
import { addUser, atDeskOf, systemActor } from '../../src/people/index.ts'
import { type Installation, openInstallation } from '../../src/platform/installation.ts'
import { readSettings } from '../../src/platform/settings.ts'
import { onPostgres } from '../machine.ts'
import { createInventor } from './invented-cases.ts'
import { createRandom } from './random.ts'

/** The moment at which the large centre stands; its cases came in during the half year before. */
export const standsAt = Temporal.Instant.from('2026-11-20T09:00:00Z')
export const password = 'семь сизых голубей'
/** How long before its moment the cases of the centre came in. */
export const days = 184
const batch = 1000

/** An installation of its own with one centre, made to be filled and thrown away. */
export interface LargeCentre {
  installation: Installation
  centre: Centre
  owner: pg.Client
  /** Environment in which a server of this installation starts. */
  environment: Record<string, string>
  /** Registers cases spread evenly over the half year; gives how many a second. */
  fill(cases: number): Promise<number>
  close(): Promise<void>
}

/** Makes the centre of the fictional town in a temporary home: embedded, or in a database of its own on the server of DATABASE_URL. */
export async function openLargeCentre(progress: (line: string) => void): Promise<LargeCentre> {
  const home = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
  const database = await ownDatabase()
  const environment = {
    OTKLIK_HOME: home,
    OTKLIK_CLOCK: standsAt.toString(),
    OTKLIK_DEMO: 'false',
    LOG_LEVEL: 'error',
    ...(database ? { DATABASE_URL: database.url } : {}),
  }
  const installation = await openInstallation(readSettings(environment), { progress })
  const { db, vault } = installation
  const folder = fileURLToPath(new URL('../../charters/example', import.meta.url))
  await applyCharter(db, { slug: 'large', files: readCharterFolder(folder), actor: 'bench', now: standsAt })
  const centre = await loadCentre(db, 'large')
  const at = { centre, now: standsAt, vault }
  await addUser(db, at, { login: 'head', role: 'head', password })
  await addUser(db, at, { login: 'block', role: 'block-specialist', sectorBlock: 'housing', password })
  for (let person = 1; person <= 20; person += 1) {
    await addUser(db, at, { login: `specialist-${person}`, role: 'specialist', password })
  }
  const owner = new pg.Client({ connectionString: installation.ownerUrl, application_name: 'otklik-bench' })
  await owner.connect()
  const { rows } = await owner.query(`select current_setting('server_version') as version`)
  onPostgres(`${rows[0].version}${database ? ', a server of the machine' : ', embedded'}`)
  return {
    installation,
    centre,
    owner,
    environment,
    fill: (cases) => fill(installation, centre, owner, cases),
    close: async () => {
      await owner.end()
      await installation.close()
      await database?.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function fill(
  { db, vault }: Installation,
  centre: Centre,
  owner: pg.Client,
  cases: number,
): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('select id from staff where centre_id = $1', [centre.id])
  const invent = createInventor(
    centre,
    rows.map((row) => row.id),
    createRandom(7),
    standsAt,
  )
  const first = standsAt.subtract({ hours: 24 * days })
  const step = (days * 86_400_000) / cases
  const actor = systemActor('bench')
  const from = performance.now()
  for (let done = 0; done < cases; done += batch) {
    const many = Array.from({ length: Math.min(batch, cases - done) }, (_, index) =>
      invent(first.add({ milliseconds: Math.floor((done + index) * step) })),
    )
    const now = many.at(-1)!.submission.receivedAt
    await atDeskOf(db, { centre, actor, now, vault }, (desk) => registerMany(desk, many))
  }
  return cases / ((performance.now() - from) / 1000)
}

async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  const given = process.env['DATABASE_URL']
  if (!given) return null
  const name = `otklik_bench_${randomBytes(5).toString('hex')}`
  const command = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: given })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  await command(`create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => command(`drop database ${name} with (force)`, `drop role if exists ${name}_app`),
  }
}
