// How fast an export becomes cases, beside a plain COPY of the same rows into one table without indexes, in the same run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { aVault } from '../test/builders.ts'
import { testDatabase } from '../test/database.ts'
import { applyCharter, loadCentre, readCharterFolder } from '../src/charter/index.ts'
import { importFile, openTable } from '../src/intake/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openFileStore } from '../src/platform/files/store.ts'
import { readSheet } from '../src/platform/sheets/index.ts'
import { writeIncidentFile } from './incident-file.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    format: { type: 'string', default: 'xlsx' },
    json: { type: 'boolean', default: false },
  },
})
const count = Number(values.rows)
const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-'))
const path = join(folder, `export.${values.format}`)
const database = await testDatabase()
let peak = 0
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100)
try {
  await writeIncidentFile(path, { rows: count, municipality: 'Озёрнинский округ' })
  const files = readCharterFolder(new URL('../charters/example', import.meta.url).pathname)
  const now = Temporal.Now.instant()
  await applyCharter(database.db, { slug: 'example', files, actor: 'bench', now })
  const load = (one: string | number) => loadCentre(database.db, one)
  const context = { db: database.db, vault: aVault, files: openFileStore(folder), clock: systemClock, loadCentre: load }
  const centre = await load('example')
  const file = () => ({ name: `export.${values.format}`, bytes: readFileSync(path) })
  await importFile(context, { centre, file: await warmFile(), actor: 'bench' })

  const cpu = process.cpuUsage()
  const started = performance.now()
  const account = await importFile(context, { centre, file: file(), actor: 'bench' })
  const seconds = (performance.now() - started) / 1000
  const busy = process.cpuUsage(cpu)
  const copySeconds = await copyRows()
  const figures = {
    rows: count,
    format: values.format,
    read: account.read,
    created: account.created,
    importSeconds: round(seconds),
    importRowsPerSecond: Math.round(count / seconds),
    processorSeconds: round((busy.user + busy.system) / 1e6),
    copySeconds: round(copySeconds),
    copyRowsPerSecond: Math.round(count / copySeconds),
    peakMemoryMb: Math.round(peak / 1024 / 1024),
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`)
  else for (const [name, value] of Object.entries(figures)) console.log(name.padEnd(22), value)
} finally {
  clearInterval(watch)
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

// A server at work has compiled its code and planned its statements: a first small import does that.
async function warmFile() {
  const warm = join(folder, 'warm.csv')
  await writeIncidentFile(warm, { rows: Math.min(2000, count), seed: 7, firstId: 1_000_000 })
  return { name: 'warm.csv', bytes: readFileSync(warm) }
}

/** The same rows read from the same file and copied as they came: the pace of the reader and the server alone. */
async function copyRows(): Promise<number> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query('create table copied (external_id text, received_at timestamp, words text, cells jsonb)')
    const started = performance.now()
    await pipeline(Readable.from(lines()), client.query(copyFrom('copy copied from stdin')))
    return (performance.now() - started) / 1000
  } finally {
    await client.end()
  }
}

async function* lines() {
  const table = await openTable(await readSheet(readFileSync(path), { fileName: `export.${values.format}` }))
  const field = (text: string) =>
    text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  for await (const row of table.rows()) {
    if (row.kind !== 'row') continue
    const cells = [row.externalId, row.receivedAt.toString(), row.text, JSON.stringify(row.cells)]
    yield `${cells.map(field).join('\t')}\n`
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
