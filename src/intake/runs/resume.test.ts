import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import test, { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { writeIncidentFile } from '../../../bench/incident-file.ts'
import { thursday } from '../../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { exampleFiles } from '../../../test/running-app.ts'
import { applyCharter, loadCentre } from '../../charter/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'

let database: TestDatabase
let folder: string

before(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'otklik-resume-'))
})
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const program = fileURLToPath(new URL('../../../test/import-process.ts', import.meta.url))

function importProcess(slug: string, file: string, how: string): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [program, database.url, folder, slug, file, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

for (const how of ['here', 'beside']) {
  test(`an import killed in the middle, its file read ${how}, goes on where it stopped: no row is lost or doubled`, () =>
    killAndGoOn(`example-${how}`, how))
}

async function killAndGoOn(slug: string, how: string): Promise<void> {
  await applyCharter(database.db, {
    slug,
    files: exampleFiles(),
    actor: 'проверка',
    now: thursday,
  })
  const centre = await loadCentre(database.db, slug)
  const file = join(folder, 'export.csv')
  await writeIncidentFile(file, { rows: 1500 })

  const first = importProcess(slug, file, how)
  for await (const line of createInterface(first.stdout)) if (Number(line) >= 300) break
  first.kill('SIGKILL')
  await once(first, 'exit')
  const [half] = await runs(centre.id)
  assert.equal(half?.state, 'running')
  assert.ok(half.created >= 300 && half.created < 1500, `${half.created} rows before the kill`)
  assert.equal(await countCases(centre.id), half.created)

  const second = importProcess(slug, file, how)
  let last = ''
  for await (const line of createInterface(second.stdout)) last = line
  const account = JSON.parse(last) as { read: number; created: number; joined: number }
  assert.equal(account.read, 1500)
  assert.equal(account.created + account.joined, 1500)
  assert.equal(await countCases(centre.id), account.created)
  const numbers = await inCentre(database.db, centre.id, (scope) =>
    scope
      .selectFrom('number_series')
      .select(({ fn }) => fn.sum<string>('last').as('last'))
      .where('centre_id', '=', centre.id)
      .executeTakeFirst(),
  )
  assert.equal(Number(numbers?.last), account.created)
  const all = await runs(centre.id)
  assert.deepEqual(
    all.map(({ state }) => state),
    ['done'],
  )
  assert.deepEqual(filesIn(join(folder, String(centre.id))), [])
}

const runs = (centreId: number) =>
  inCentre(database.db, centreId, (scope) =>
    scope.selectFrom('import_runs').selectAll().where('centre_id', '=', centreId).execute(),
  )
const countCases = async (centreId: number) => {
  const found = await inCentre(database.db, centreId, (scope) =>
    scope
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('centre_id', '=', centreId)
      .executeTakeFirstOrThrow(),
  )
  return Number(found.n)
}
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
