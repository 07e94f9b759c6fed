import { sql } from 'kysely'
import {
  attachRepeats,
  columnsSetByPeople,
  registerMany,
  type Repeat,
  updateFromSource,
  writeRegistrations,
} from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import { seal } from '../../platform/vault.ts'
import type { CallRow } from '../calls/call-row.ts'
import { keepCalls } from '../calls/call-store.ts'
import type { RowReject } from '../sources/source.ts'
import { type PreparedAhead, tellRepeats } from './prepare-ahead.ts'
import { type PreparedRow, sourceFactsOf } from '../rows/prepare-row.ts'
import {
  addCounts,
  type Counts,
  findKnown,
  findRun,
  insertRejects,
  type KnownSubmission,
  updateDigests,
} from './run-store.ts'

/** Rows that are written together; `from` and `to` are the numbers of the last row before it and of its own last row. */
export type Batch = {
  readonly from: number
  readonly to: number
  readonly rows: readonly PreparedRow[]
  readonly calls: readonly CallRow[]
  readonly rejects: readonly RowReject[]
  /** What will be new cases, as far as could be told beforehand, ready to be written. */
  readonly ahead?: PreparedAhead
}

/** The import was stopped by a person, or another process carries it on: this one has nothing more to do. */
export class ImportStopped extends Error {}

/** Where a reject's cells are sealed. */
export const rejectContext = (centreId: number, runId: string, row: number) =>
  `import/${centreId}/${runId}/${row}`

/**
 * Writes a batch in the desk's transaction, with the run's progress: either all of it is there and the run stands behind its
 * last row, or nothing is. Imports of one centre wait for one another, so that each sees what the other brought.
 */
export async function importBatch(
  desk: Desk,
  run: { id: string; source: string },
  batch: Batch,
): Promise<Counts> {
  const { scope, centre } = desk
  await sql`select pg_advisory_xact_lock(hashtext('otklik-import'), ${centre.id})`.execute(scope)
  const present = await findRun(scope, centre.id, run.id, { hold: true })
  if (present?.state !== 'running' || present.done_rows !== batch.from) throw new ImportStopped()
  const known = await findKnown(
    scope,
    centre.id,
    run.source,
    batch.rows.map(({ externalId }) => externalId),
  )
  const fresh = batch.rows.filter(({ externalId }) => !known.has(externalId))
  const changed = batch.rows.flatMap((row) => {
    const found = known.get(row.externalId)
    return found && !found.digest.equals(row.digest) ? [{ row, found }] : []
  })
  const joined = await takeFresh(desk, fresh, batch.ahead)
  await takeChanged(desk, run.source, changed)
  await keepRejects(desk, run.id, batch.rejects)
  const calls = await keepCalls(scope, centre.id, run, batch.calls)
  const counts: Counts = {
    created: fresh.length - joined,
    joined,
    updated: changed.length + calls.updated,
    unchanged: batch.rows.length - fresh.length - changed.length + calls.unchanged,
    counted: calls.counted,
    rejected: batch.rejects.length,
  }
  await addCounts(scope, centre.id, run.id, { doneRows: batch.to, counts })
  return counts
}

/** Registers new rows; exact repeats of an open case, or of another new row, become its voices. Gives the number of repeats. */
async function takeFresh(
  desk: Desk,
  rows: readonly PreparedRow[],
  ahead: PreparedAhead | undefined,
): Promise<number> {
  const { newCases, repeats } = await tellRepeats(desk.scope, desk.centre.id, rows, { hold: true })
  // The batch before this one may have brought what this one repeats: then what was made ready does not fit.
  const fits = ahead?.rows.length === newCases.length && newCases.every((row, at) => row === ahead.rows[at])
  const made = fits
    ? await writeRegistrations(desk, ahead.batch)
    : await registerMany(
        desk,
        newCases.map(({ registration }) => registration),
      )
  await attachRepeats(
    desk,
    repeats.map(({ row, into }): Repeat => ({
      caseId: typeof into === 'string' ? into : made[into]!.id,
      submission: row.registration.submission,
    })),
  )
  return repeats.length
}

async function takeChanged(
  desk: Desk,
  source: string,
  changed: readonly { row: PreparedRow; found: KnownSubmission }[],
): Promise<void> {
  if (changed.length === 0) return
  const { scope, centre } = desk
  const cases = changed.flatMap(({ found }) => found.caseId ?? [])
  const touched = await columnsSetByPeople(scope, centre.id, cases)
  for (const { row, found } of changed) {
    // A repeat speaks for its case only with its voice: what the source says of it changes nothing there.
    if (found.caseId === null || found.kind !== 'first') continue
    await updateFromSource(desk, {
      caseId: found.caseId,
      source,
      facts: sourceFactsOf(row.registration),
      later: row.registration.later ?? null,
      data: row.registration.sourceValues?.data ?? {},
      touched: touched.get(found.caseId) ?? new Set(),
    })
  }
  await updateDigests(
    scope,
    centre.id,
    changed.map(({ row, found }) => ({ submissionId: found.submissionId, digest: row.digest })),
  )
}

async function keepRejects(
  { scope, centre, vault }: Desk,
  runId: string,
  rejects: readonly RowReject[],
): Promise<void> {
  const rows = rejects.map(({ row, reason, message, cells }) => {
    const { key, wrapped } = vault.newKey()
    const sealed_row = seal(key, JSON.stringify(cells), rejectContext(centre.id, runId, row))
    return { row_number: row, reason, message, wrapped_key: wrapped, sealed_row }
  })
  await insertRejects(scope, centre.id, runId, rows)
}
