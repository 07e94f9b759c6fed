import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { applyCharter, loadCentre, readCharterFolder } from '../src/charter/index.ts'
import { importFile, openTable } from '../src/intake/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openFileStore } from '../src/platform/files/store.ts'
import { readSheet } from '../src/platform/sheets/index.ts'
import { aVault } from '../test/builders.ts'
import { testDatabase, type TestDatabase } from '../test/database.ts'
import { writeIncidentFile } from './incident-file.ts'

/** An export of incidents from the file to cases, beside a plain COPY of the same rows into one table in the same run. */
export async function measureImport({ rows = 100_000, format = 'xlsx' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
  const path = join(folder, `export.${format}`)
  const database = await testDatabase()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100)
  try {
    const context = await exampleCentre(database, folder)
    const { municipality, municipalityAliases } = context.centre.charter.centre
    await writeIncidentFile(path, { rows, municipality: municipalityAliases[0] ?? municipality })
    // A server at work has compiled its code and planned its statements: a first small import does that.
    const warm = join(folder, 'warm.csv')
    await writeIncidentFile(warm, { rows: Math.min(2000, rows), seed: 7, firstId: 1_000_000 })
    await context.take(warm)
    const busyBefore = process.cpuUsage()
    const [account, seconds] = await timed(() => context.take(path))
    const busy = process.cpuUsage(busyBefore)
    if (account.created + account.joined !== rows) throw new Error(`${account.created} cases of ${rows} rows`)
    const [, copySeconds] = await timed(() => copyRows(database, path))
    return {
      importRowsPerSecond: Math.round(rows / seconds),
      copyRowsPerSecond: Math.round(rows / copySeconds),
      processorSeconds: Math.round((busy.user + busy.system) / 1e5) / 10,
      peakMemoryMb: Math.round(peak / 1024 / 1024),
    }
  } finally {
    clearInterval(watch)
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function exampleCentre({ db }: TestDatabase, folder: string) {
  const files = readCharterFolder(fileURLToPath(new URL('../charters/example', import.meta.url)))
  await applyCharter(db, { slug: 'example', files, actor: 'bench', now: systemClock() })
  const load = (one: string | number) => loadCentre(db, one)
  const context = { db, vault: aVault, files: openFileStore(folder), clock: systemClock, loadCentre: load }
  const centre = await load('example')
  const take = (path: string) =>
    importFile(context, { centre, file: { name: path, bytes: readFileSync(path) }, actor: 'bench' })
  return { centre, take }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, (performance.now() - started) / 1000]
}

async function copyRows(database: TestDatabase, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(
      'create table copied (external_id text, received_at timestamp, words text, cells jsonb)',
    )
    await pipeline(Readable.from(lines(path)), client.query(copyFrom('copy copied from stdin')))
  } finally {
    await client.end()
  }
}

async function* lines(path: string) {
  const table = await openTable(await readSheet(readFileSync(path), { fileName: path }))
  const field = (text: string) =>
    text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  for await (const row of table.rows()) {
    if (row.kind !== 'row') continue
    const cells = [row.externalId, row.receivedAt.toString(), row.text, JSON.stringify(row.cells)]
    yield `${cells.map(field).join('\t')}\n`
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { rows: { type: 'string' }, format: { type: 'string' }, json: { type: 'boolean' } },
  })
  const { rows = '100000', format = 'xlsx' } = values
  const found = await measureImport({ rows: Number(rows), format })
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`)
  else console.table(found)
}
