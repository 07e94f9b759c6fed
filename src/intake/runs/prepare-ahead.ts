import { setImmediate as breathe } from 'node:timers/promises'
import { type PreparedBatch, prepareRegistrations, type RegistrationDesk } from '../../cases/index.ts'
import { type Database, inCentre, type Scope } from '../../platform/db/centre-scope.ts'
import type { PreparedRow } from '../rows/prepare-row.ts'
import { findKnown, findOpenRepeats } from './run-store.ts'

/** Rows sealed before the database's answers are looked at. */
const breathRows = 10

/** New cases made ready before their transaction begins; `rows` says of which rows. */
export type PreparedAhead = { readonly rows: readonly PreparedRow[]; readonly batch: PreparedBatch }

/** Which rows are new cases, and which repeat an open case or another new row (by its place among the new ones). */
export async function tellRepeats(
  scope: Scope,
  centreId: number,
  rows: readonly PreparedRow[],
  holding: { hold: boolean },
): Promise<{ newCases: PreparedRow[]; repeats: { row: PreparedRow; into: string | number }[] }> {
  const digests = rows.flatMap(({ registration }) => registration.submission.repeatDigest ?? [])
  const open = await findOpenRepeats(scope, centreId, digests, holding)
  const firsts = new Map<string, number>()
  const newCases: PreparedRow[] = []
  const repeats: { row: PreparedRow; into: string | number }[] = []
  for (const row of rows) {
    const digest = row.registration.submission.repeatDigest?.toString('hex')
    const into = digest === undefined ? undefined : (open.get(digest) ?? firsts.get(digest))
    if (into !== undefined) {
      repeats.push({ row, into })
      continue
    }
    const at = newCases.push(row) - 1
    if (digest !== undefined) firsts.set(digest, at)
  }
  return { newCases, repeats }
}

/** Makes a batch ready while another is being written: seals, starts clocks. What it could not foresee is made anew later. */
export async function prepareAhead(
  db: Database,
  desk: RegistrationDesk,
  source: string,
  rows: readonly PreparedRow[],
): Promise<PreparedAhead> {
  const fresh = await inCentre(db, desk.centre.id, async (scope) => {
    const ids = rows.map(({ externalId }) => externalId)
    const known = await findKnown(scope, desk.centre.id, source, ids)
    const unknown = rows.filter(({ externalId }) => !known.has(externalId))
    return (await tellRepeats(scope, desk.centre.id, unknown, { hold: false })).newCases
  })
  const batch = prepareRegistrations(desk, [])
  for (let at = 0; at < fresh.length; at += breathRows) {
    const some = fresh.slice(at, at + breathRows).map(({ registration }) => registration)
    addBatch(batch, prepareRegistrations(desk, some))
    await breathe()
  }
  return { rows: fresh, batch }
}

function addBatch(all: PreparedBatch, some: PreparedBatch): void {
  for (const [table, rows] of Object.entries(some.rows)) {
    const target = all.rows[table as keyof typeof all.rows] as unknown[]
    for (const row of rows) target.push(row)
  }
  all.entries.push(...some.entries)
  all.series.push(...some.series)
}
