// Imports a file in a process of its own, so that a test may kill it: DATABASE HOME CENTRE FILE [beside]. Tells its progress a line a batch.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { loadCentre } from '../src/charter/index.ts'
import { importFile } from '../src/intake/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/db/connect.ts'
import { openFileStore } from '../src/platform/files/store.ts'
import { aVault } from './builders.ts'

const [url = '', home = '', slug = '', path = '', beside] = process.argv.slice(2)
const { db, close } = openDatabase(url)
const load = (one: string | number) => loadCentre(db, one)
const context = { db, vault: aVault, files: openFileStore(home), clock: systemClock, loadCentre: load }
const account = await importFile(context, {
  centre: await load(slug),
  file: { name: basename(path), bytes: readFileSync(path) },
  actor: 'проверка',
  batchRows: 100,
  beside: beside === 'beside',
  onProgress: (read) => void process.stdout.write(`${read}\n`),
})
process.stdout.write(`${JSON.stringify(account)}\n`)
await close()
