import { type Entry, recordMany } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { announce } from './news.ts'
import { takeNumbers } from './number-series.ts'
import { insertRegistered } from './register-store.ts'
import type { RegisteredCase, Registration } from './registration.ts'
import { type PreparedBatch, prepareRegistrations } from './registration-rows.ts'

/**
 * Registers a batch in the desk's transaction, whole or not at all: submissions sealed, numbers taken without gaps, clocks
 * started, one journal entry per case (two where the source brought a later state). Rows are taken as sorted; the caller
 * has checked codes and that no row's source and external id are known already. Gives the cases in the rows' order.
 */
export function registerMany(desk: Desk, given: readonly Registration[]): Promise<RegisteredCase[]> {
  return writeRegistrations(desk, prepareRegistrations(desk, given))
}

/**
 * Writes a batch made ready by `prepareRegistrations` at a desk of the same centre, actor and moment. The next batch may be
 * made ready meanwhile: that takes the processor, this waits for the database.
 */
export async function writeRegistrations(desk: Desk, batch: PreparedBatch): Promise<RegisteredCase[]> {
  const { rows, entries, series } = batch
  if (series.length === 0) return []
  const { scope, centre } = desk
  giveNumbers(batch, await takeNumbers(scope, centre, series))
  await insertRegistered(scope, rows)
  const ids = await recordMany(desk, entries)
  const made = rows.cases.map((row) => ({
    id: row.id,
    number: row.number,
    submissionId: row.submission_id,
    state: row.state,
    revision: row.revision ?? 1,
  }))
  const caseId = made.length === 1 ? made[0]!.id : null
  await announce(scope, { centreId: centre.id, journalId: ids.at(-1)!, caseId })
  return made
}

function giveNumbers({ rows, entries }: PreparedBatch, numbers: readonly string[]): void {
  const numberOf = new Map<string, string>()
  for (const [index, row] of rows.cases.entries()) {
    row.number = numbers[index]!
    numberOf.set(row.id, row.number)
  }
  for (const entry of entries) {
    if (isRegistered(entry)) entry.data.set.number = numberOf.get(entry.caseId!)!
  }
}

function isRegistered(entry: Entry): entry is Extract<Entry, { action: 'case-registered' }> {
  return entry.action === 'case-registered'
}
