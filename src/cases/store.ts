import { sql, type Updateable } from 'kysely'
import { insertRows } from '../platform/db/insert-rows.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { CaseRow, ClockRow } from './case-row.ts'

/** Reads a case; `hold` keeps its row locked until the transaction ends. */
export async function findCase(
  scope: Scope,
  centreId: number,
  id: string,
  { hold = false } = {},
): Promise<CaseRow | undefined> {
  const query = scope.selectFrom('cases').selectAll().where('centre_id', '=', centreId).where('id', '=', id)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row as CaseRow | undefined
}

/** Changes a case where it still stands at the revision; false where someone was quicker. */
export async function updateCase(
  scope: Scope,
  centreId: number,
  { id, revision }: { id: string; revision: number },
  set: Updateable<Tables['cases']>,
): Promise<boolean> {
  const done = await scope
    .updateTable('cases')
    .set(set)
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Writes the line that lists show of a case; its revision is the command's to raise. */
export async function writeGist(scope: Scope, centreId: number, id: string, gist: string): Promise<void> {
  await scope
    .updateTable('cases')
    .set({ gist })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute()
}

/** The clocks of a case in the order they started. */
export async function clocksOf(scope: Scope, centreId: number, caseId: string): Promise<ClockRow[]> {
  const rows = await scope
    .selectFrom('deadlines')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows as unknown as ClockRow[]
}

/** A clock as the table takes it: lists go as JSON text. */
export function clockColumns(clock: ClockRow) {
  return {
    ...clock,
    norm_copy: clock.norm_copy as unknown as { readonly [key: string]: unknown },
    pauses: JSON.stringify(clock.pauses),
    extensions: JSON.stringify(clock.extensions),
  }
}

/** Adds clocks that started. */
export function insertClocks(scope: Scope, clocks: readonly ClockRow[]): Promise<void> {
  return insertRows(scope, 'deadlines', clocks.map(clockColumns))
}

/** Writes how a clock stands now; its norm and start never change. */
export async function updateClock(scope: Scope, clock: ClockRow): Promise<void> {
  await scope
    .updateTable('deadlines')
    .set({
      due_at: clock.due_at,
      legal_on: clock.legal_on,
      control_on: clock.control_on,
      provisional: clock.provisional,
      state: clock.state,
      pauses: JSON.stringify(clock.pauses),
      extensions: JSON.stringify(clock.extensions),
      stopped_at: clock.stopped_at,
    })
    .where('centre_id', '=', clock.centre_id)
    .where('id', '=', clock.id)
    .execute()
}

/** The parts of a case in order; a simple case has one. */
export function partsOf(scope: Scope, centreId: number, caseId: string) {
  return scope
    .selectFrom('parts')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
}

/** Brings the parts of a case in step with it. */
export async function updateParts(
  scope: Scope,
  centreId: number,
  caseId: string,
  set: Updateable<Tables['parts']>,
): Promise<void> {
  if (Object.keys(set).length === 0) return
  await scope
    .updateTable('parts')
    .set(set)
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Who changed a case last, and when. */
export function lastChange(scope: Scope, centreId: number, caseId: string) {
  return scope
    .selectFrom('journal')
    .select(['actor', 'at'])
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The key of a submission as kept, wrapped; null once erased. */
export async function wrappedKeyOf(
  scope: Scope,
  centreId: number,
  submissionId: string,
): Promise<Buffer | null> {
  const row = await scope
    .selectFrom('submissions')
    .select('wrapped_key')
    .where('centre_id', '=', centreId)
    .where('id', '=', submissionId)
    .executeTakeFirst()
  return row?.wrapped_key ?? null
}

/** Adds the words of one case to those of another, so that search finds the one that is worked on. */
export async function mergeWords(scope: Scope, centreId: number, from: string, into: string): Promise<void> {
  await sql`
    update case_words t set words = t.words || f.words
    from case_words f
    where t.centre_id = ${centreId} and t.case_id = ${into} and f.centre_id = ${centreId} and f.case_id = ${from}
  `.execute(scope)
}

/** Adds the submissions of one case to another as repeats. */
export async function shareSubmissions(
  scope: Scope,
  centreId: number,
  { from, into, at }: { from: string; into: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into case_submissions (centre_id, case_id, submission_id, kind, at)
    select centre_id, ${into}::uuid, submission_id, 'repeat', ${at}
    from case_submissions where centre_id = ${centreId} and case_id = ${from}
    on conflict do nothing
  `.execute(scope)
}

/** Columns of cases that people set with commands, case by case; imports and repeats are no people. */
export async function columnsSetByPeople(
  scope: Scope,
  centreId: number,
  caseIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; columns: string[] }>`
    select j.case_id as id, array_agg(distinct k.name) as columns
    from journal j, jsonb_object_keys(j.data -> 'set') as k (name)
    where j.centre_id = ${centreId} and j.case_id = any(${caseIds}::uuid[])
      and j.action not in ('case-registered', 'case-imported', 'case-updated', 'case-repeated', 'case-repeat-withdrawn')
      and j.data ? 'set'
    group by j.case_id
  `.execute(scope)
  return new Map(rows.map(({ id, columns }) => [id, new Set(columns)]))
}
