import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { writeIncidentFile } from '../../../bench/incident-file.ts'
import { aCentre, aVault } from '../../../test/builders.ts'
import { importsOfTest } from '../../../test/imports.ts'
import type { Centre } from '../../charter/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { openField, openKey } from '../../residents/seal.ts'
import { importFile } from './import-file.ts'
import { cancelImport } from './start.ts'
import { atImportDesk } from './run-import.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
let folder: string
before(async () => {
  imports = await importsOfTest()
  folder = mkdtempSync(join(tmpdir(), 'otklik-beside-'))
})
after(async () => {
  await imports.close()
  rmSync(folder, { recursive: true, force: true })
})

async function incidents(rows: number): Promise<{ name: string; bytes: Buffer }> {
  const path = join(folder, `${rows}.xlsx`)
  await writeIncidentFile(path, { rows, municipality: 'Средний район', settlement: 'Средний' })
  return { name: 'выгрузка.xlsx', bytes: readFileSync(path) }
}

test('an import read by a thread of its own leaves the same rows in every table', async () => {
  const file = await incidents(700)
  const made: string[][] = []
  for (const beside of [false, true]) {
    const centre = await aCentre(imports.db)
    const account = await importFile(imports.context, {
      centre,
      file,
      actor: 'проверка',
      beside,
      batchRows: 100,
    })
    assert.equal(account.created, 700)
    made.push(await contentOf(centre))
  }
  assert.ok(made[0]!.length > 5000)
  assert.deepEqual(made[1], made[0])
})

test('stopping an import ends the thread that reads for it, and what was taken stays', async () => {
  const centre = await aCentre(imports.db)
  const file = await incidents(2500)
  const stop = async () => {
    const { id } = await inCentre(imports.db, centre.id, (scope) =>
      scope
        .selectFrom('import_runs')
        .select('id')
        .where('centre_id', '=', centre.id)
        .executeTakeFirstOrThrow(),
    )
    await atImportDesk(imports.context, centre, 'проверка', (desk) => cancelImport(desk, id)).catch(() => {})
  }
  const request = { centre, file, actor: 'проверка', beside: true, batchRows: 100, onProgress: stop }
  await assert.rejects(importFile(imports.context, request), { reason: 'import-cancelled' })
  const taken = (await imports.casesOf(centre)).length
  assert.ok(taken >= 100 && taken < 2500, `${taken} cases`)
  assert.ok(!process.getActiveResourcesInfo().includes('MessagePort'))
})

const tables = {
  submissions: 'id',
  cases: 'id',
  parts: 'id',
  case_submissions: 'case_id, submission_id',
  case_words: 'case_id',
  deadlines: 'id',
  answers: 'id',
  proposals: 'case_id',
  source_values: 'case_id',
  journal: 'id',
} as const
const made = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All that an import left, a line a row: sealed fields opened, ids numbered in order, the centre left out. */
async function contentOf(centre: Centre): Promise<string[]> {
  const numbers = new Map<string, number>()
  const lines: string[] = []
  await inCentre(imports.db, centre.id, async (scope) => {
    for (const [table, order] of Object.entries(tables)) {
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)} where centre_id = ${centre.id} order by ${sql.raw(order)}
      `.execute(scope)
      for (const row of rows) lines.push(`${table} ${JSON.stringify(opened(table, row, centre))}`)
    }
  })
  const numbered = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `#${numbers.get(id)}`
  }
  return lines.map((line) => line.replace(made, numbered))
}

function opened(table: string, row: Record<string, unknown>, centre: Centre): Record<string, unknown> {
  const { centre_id: _centre, wrapped_key: key, ...plain } = row
  if (table !== 'submissions') return { ...plain, sealed_text: undefined }
  const place = { centreId: centre.id, submissionId: row['id'] as string }
  const opener = openKey(aVault, place, key as Buffer)!
  for (const field of ['raw', 'words', 'contacts'] as const) {
    const sealed = row[`sealed_${field}`] as Buffer | null
    plain[`sealed_${field}`] = sealed && openField(opener, field, sealed).toString()
  }
  // Digests of repeats are of their centre alone.
  return { ...plain, repeat_digest: undefined }
}
