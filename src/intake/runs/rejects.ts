import { recordReading } from '../../audit/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { writeCsv } from '../../platform/sheets/index.ts'
import { unseal } from '../../platform/vault.ts'
import { maskPersonal } from '../../triage/index.ts'
import type { RejectedRow } from '../contract.ts'
import { rejectContext } from './import-batch.ts'
import { findRun, type RejectRow, selectRejects } from './run-store.ts'

const mostDownloaded = 100_000

/** Rejected rows of an import, a page; with a purpose unmasked, and the look stands in the read log. */
export async function listRejects(
  desk: Desk,
  runId: string,
  { after, limit, purpose }: { after: number; limit: number; purpose?: string | undefined },
): Promise<{ rejects: RejectedRow[]; nextAfter: number | null; masked: boolean }> {
  await findOwn(desk, runId)
  if (purpose !== undefined) await recordLook(desk, purpose)
  const found = await selectRejects(desk.scope, desk.centre.id, runId, { after, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const masked = purpose === undefined
  return {
    rejects: rows.map((row) => ({
      row: row.row_number,
      reason: row.reason,
      message: masked ? maskPersonal(row.message).masked : row.message,
      cells: Object.entries(cellsOf(desk, runId, row)).map(([column, value]) => ({
        column,
        value: masked ? maskPersonal(value).masked : value,
      })),
    })),
    nextAfter: found.length > limit ? (rows.at(-1)?.row_number ?? null) : null,
    masked,
  }
}

/** Rejected rows as a table with the columns of the file and the reason: to be mended and imported again. */
export async function rejectsTable(
  desk: Desk,
  runId: string,
  purpose: string,
): Promise<{ fileName: string; csv: string }> {
  const run = await findOwn(desk, runId)
  await recordLook(desk, purpose)
  const rows = await selectRejects(desk.scope, desk.centre.id, runId, { after: 0, limit: mostDownloaded })
  const columns = run.detection.columns.map(({ name }) => name)
  const lines = rows.map((row) => {
    const cells = cellsOf(desk, runId, row)
    return [...columns.map((name) => cells[name] ?? null), row.message]
  })
  const parts: string[] = []
  for await (const part of writeCsv([[...columns, 'Почему строка не взята'], ...lines]))
    parts.push(String(part))
  return { fileName: `${run.file_name.replace(/\.[^.]*$/, '')}-отклонённые.csv`, csv: parts.join('') }
}

async function findOwn({ scope, centre, actor }: Desk, runId: string) {
  mustHave(actor, 'import.run', 'видеть отклонённые строки')
  const run = await findRun(scope, centre.id, runId)
  return run ?? refuse('not-found', 'no-import', 'Такой загрузки нет: обновите список.')
}

async function recordLook(desk: Desk, purpose: string): Promise<void> {
  const { actor } = desk
  mustHave(actor, 'resident.reveal', 'видеть данные заявителей')
  const { staffId, name } = actor
  if (staffId === null) refuse('forbidden', 'system-cannot-look', 'Данные заявителей смотрит только человек.')
  await recordReading(
    { ...desk, actor: { staffId, name } },
    { caseId: null, submissionId: null, fields: ['отклонённые строки загрузки'], purpose },
  )
}

function cellsOf({ centre, vault }: Desk, runId: string, row: RejectRow): Record<string, string> {
  const key = vault.unwrap(row.wrapped_key)
  const context = rejectContext(centre.id, runId, row.row_number)
  return JSON.parse(unseal(key, row.sealed_row, context).toString()) as Record<string, string>
}
