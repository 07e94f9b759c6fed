import { record } from '../../audit/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import type { Enqueue } from '../../platform/jobs/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { unexplained } from '../tables/unknown-table.ts'
import type { ImportContext } from './context.ts'
import { runImportJob } from './job.ts'
import { findRun, type RunRow, updateRun } from './run-store.ts'

/** The run under the hands of a command, its row locked; refuses without the permission and where there is none. */
export async function holdRun({ scope, centre, actor }: Desk, id: string): Promise<RunRow> {
  mustHave(actor, 'import.run', 'загружать выгрузки')
  const run = await findRun(scope, centre.id, id, { hold: true })
  return run ?? refuse('not-found', 'no-import', 'Такой загрузки нет: обновите список.')
}

/** Starts an uploaded import; a job in the same transaction carries it out, unless the caller does so itself. */
export async function startImport(desk: Desk, id: string, enqueue: Enqueue | null): Promise<void> {
  const run = await holdRun(desk, id)
  if (run.state !== 'uploaded')
    refuse('conflict', 'already-started', 'Эту загрузку уже запускали: обновите страницу.')
  if (run.source === unexplained)
    refuse('conflict', 'not-explained', 'Сначала укажите, что в столбцах этой таблицы, и сохраните её.')
  const { scope, centre, actor, now } = desk
  await updateRun(scope, centre.id, id, { state: 'running', started_at: now, started_by: actor.name })
  const data = { runId: id, source: run.source, rows: run.total_rows }
  await record(desk, { action: 'import-started', data })
  await enqueue?.(scope, runImportJob, { centreId: centre.id, runId: id })
}

/** Stops an import between two batches; what was taken stays. Gives what must be removed once the transaction ended. */
export async function cancelImport(desk: Desk, id: string): Promise<void> {
  const run = await holdRun(desk, id)
  if (run.state !== 'running' && run.state !== 'uploaded')
    refuse('conflict', 'not-running', 'Эта загрузка уже закончилась: обновите страницу.')
  const { scope, centre, now } = desk
  await updateRun(scope, centre.id, id, { state: 'cancelled', finished_at: now, wrapped_key: null })
  const { created, joined, unchanged, updated, counted, rejected } = run
  const counts = { created, joined, unchanged, updated, counted, rejected }
  await record(desk, { action: 'import-cancelled', data: { runId: id, source: run.source, ...counts } })
}

/** Removes the stored file of a run that ended. */
export function dropFile({ files }: ImportContext, centreId: number, id: string): Promise<void> {
  return files.remove({ centreId, id })
}
