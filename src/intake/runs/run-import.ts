import { sql } from 'kysely'
import type { Centre } from '../../charter/index.ts'
import { record } from '../../audit/index.ts'
import { atDeskOf, type Desk, systemActor } from '../../people/index.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { emptyPiece, type RowPiece, sizeOf } from '../rows/read-pieces.ts'
import type { ImportContext } from './context.ts'
import { type Batch, importBatch, ImportStopped } from './import-batch.ts'
import { prepareAhead } from './prepare-ahead.ts'
import { findRun, type RunRow, selectMappings, updateRun } from './run-store.ts'
import { openPieces } from './open-pieces.ts'
import { writeBatches } from './write-batches.ts'

/** Rows written in one transaction, unless the caller says otherwise. */
const usualBatch = 1000

export type ImportJob = {
  centre: Centre
  runId: string
  batchRows?: number
  /** Whether a thread of its own reads the file; when left out, for a file that is worth its start. */
  beside?: boolean
  /** Told after each batch; the next one is written when it is done. */
  onBatch?: (run: RunRow) => void | Promise<void>
}

/**
 * Carries a started import on from where it stands to its end, batch by batch; the next batch is prepared while the last one is
 * being written. One process at a time: a second one, or a run that is not running any more, comes back at once. A refusal of the
 * file ends the run as failed with its sentence; anything else leaves it to be resumed.
 */
export async function runImport(context: ImportContext, job: ImportJob): Promise<RunRow> {
  const done = await context.db.connection().execute(async (connection) => {
    const lock = sql<{ got: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${`otklik-import-${job.runId}`}, 0)) as got
    `
    const { rows } = await lock.execute(connection)
    if (!rows[0]?.got) return false
    try {
      await carryOn(context, job)
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${`otklik-import-${job.runId}`}, 0))`.execute(
        connection,
      )
    }
    return true
  })
  const run = await atImportDesk(context, job.centre, 'импорт', ({ scope, centre }) =>
    findRun(scope, centre.id, job.runId),
  )
  if (!run) refuse('not-found', 'no-import', 'Такой загрузки нет: обновите страницу.')
  if (!done && run.state === 'running') {
    refuse('conflict', 'import-runs', 'Эту загрузку уже ведёт другой процесс: дождитесь её окончания.')
  }
  return run
}

/** One transaction of an import, as the system under the name of who started it. */
export function atImportDesk<T>(
  { db, vault, clock }: ImportContext,
  centre: Centre,
  startedBy: string,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  return atDeskOf(db, { centre, actor: systemActor(startedBy), now: clock(), vault }, work)
}

async function carryOn(
  context: ImportContext,
  { centre, runId, onBatch, batchRows = usualBatch, beside }: ImportJob,
): Promise<void> {
  const found = await atImportDesk(context, centre, 'импорт', async ({ scope }) => {
    const row = await findRun(scope, centre.id, runId)
    return row && { row, values: await selectMappings(scope, centre.id, row.detection.source) }
  })
  if (found?.row.state !== 'running') return
  const { row: run, values } = found
  try {
    const { source } = run.detection
    const pieces = await openPieces(context, { centre, run, values, batchRows, beside })
    const prepared = prepareBatches({ context, centre, run, source, batchRows }, pieces)
    await writeBatches(prepared, async (batch) => {
      const seen = await atImportDesk(context, centre, run.started_by, async (desk) => {
        await importBatch(desk, { id: run.id, source }, batch)
        return onBatch && findRun(desk.scope, centre.id, run.id)
      })
      if (seen) await onBatch?.(seen)
    })
    await endRun(context, centre, run, { state: 'done' })
  } catch (error) {
    if (error instanceof ImportStopped) return dropStopped(context, centre, runId)
    if (!(error instanceof Refusal)) throw error
    await endRun(context, centre, run, { state: 'failed', error: error.message })
  }
}

// Who stopped the run may have been another process: then the copy of the file is still ours to remove.
async function dropStopped(context: ImportContext, centre: Centre, runId: string): Promise<void> {
  const run = await atImportDesk(context, centre, 'импорт', ({ scope }) => findRun(scope, centre.id, runId))
  if (run?.wrapped_key === null) await context.files.remove({ centreId: centre.id, id: runId })
}

type Preparing = { context: ImportContext; centre: Centre; run: RunRow; source: string; batchRows: number }

async function readyBatch(
  { context, centre, run, source }: Preparing,
  batch: Batch,
  now: Temporal.Instant,
): Promise<Batch> {
  const desk = { centre, actor: systemActor(run.started_by), now, vault: context.vault }
  return { ...batch, ahead: await prepareAhead(context.db, desk, source, batch.rows) }
}

async function* prepareBatches(
  preparing: Preparing,
  pieces: AsyncGenerator<RowPiece>,
): AsyncGenerator<Batch> {
  const { context, run, batchRows } = preparing
  let from = run.done_rows
  let whole = emptyPiece(from)
  const ready = () => readyBatch(preparing, { ...whole, from, to: whole.last }, context.clock())
  for await (const { rows, calls, rejects, last } of pieces) {
    whole.rows.push(...rows)
    whole.calls.push(...calls)
    whole.rejects.push(...rejects)
    whole.last = last
    if (sizeOf(whole) < batchRows) continue
    yield await ready()
    from = last
    whole = emptyPiece(from)
  }
  if (sizeOf(whole) > 0) yield await ready()
}

/** Ends a run: its state and account stay, the copy of the file goes. */
export async function endRun(
  context: ImportContext,
  centre: Centre,
  run: Pick<RunRow, 'id' | 'started_by'>,
  ending: { state: 'done' | 'failed'; error?: string },
): Promise<void> {
  await atImportDesk(context, centre, run.started_by, async (desk) => {
    const row = await findRun(desk.scope, centre.id, run.id, { hold: true })
    if (row?.state !== 'running') return
    await updateRun(desk.scope, centre.id, run.id, {
      state: ending.state,
      error: ending.error ?? null,
      finished_at: desk.now,
      wrapped_key: null,
    })
    const { created, joined, unchanged, updated, counted, rejected } = row
    const counts = { created, joined, unchanged, updated, counted, rejected }
    if (ending.state === 'done') {
      await record(desk, { action: 'import-done', data: { runId: run.id, source: row.source, ...counts } })
    }
  })
  await context.files.remove({ centreId: centre.id, id: run.id })
}
