import { sql } from 'kysely'
import type { Desk } from '../people/index.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import { addVoices } from './attach-repeats.ts'

/** A case of an import that somebody worked on since. */
export interface TouchedCase {
  id: string
  number: string
}

/** What went, or why nothing may go. */
export type Removed = { touched: TouchedCase[]; cases: number; repeats: number }

/** Tables of a case in the order in which rows may go. */
const tablesOfCase = [
  'source_values',
  'proposals',
  'answers',
  'deadlines',
  'case_words',
  'repeat_bands',
  'case_submissions',
  'parts',
] as const

/**
 * Takes back what an import made, in the desk's transaction: its cases, their submissions, and its repeats in other cases. Gives
 * the touched cases and removes nothing where a person did anything to one of them. The journal keeps what happened; numbers
 * return to the series where nobody was given a later one.
 */
export async function removeImported(desk: Desk, runId: string): Promise<Removed> {
  const { scope, centre } = desk
  await sql`set local statement_timeout = 0`.execute(scope)
  await sql`
    create temporary table undone on commit drop as
    select c.id, c.number, c.regime, c.registered_at
    from cases c join submissions s on s.centre_id = c.centre_id and s.id = c.submission_id
    where c.centre_id = ${centre.id} and s.import_run_id = ${runId}
  `.execute(scope)
  const touched = await findTouched(scope, centre.id, runId)
  if (touched.length > 0) return { touched, cases: 0, repeats: 0 }
  await returnNumbers(desk)
  const repeats = await withdrawRepeats(desk, runId)
  await sql`
    delete from repeat_marks where centre_id = ${centre.id}
      and (case_id in (select id from undone) or other_id in (select id from undone))
  `.execute(scope)
  for (const table of tablesOfCase) {
    await sql`
      delete from ${sql.table(table)} where centre_id = ${centre.id} and case_id in (select id from undone)
    `.execute(scope)
  }
  const gone = await sql`
    delete from cases where centre_id = ${centre.id} and id in (select id from undone)
  `.execute(scope)
  const ofRun = sql`select id from submissions where centre_id = ${centre.id} and import_run_id = ${runId}`
  await sql`
    delete from blind_indexes where centre_id = ${centre.id} and submission_id in (${ofRun})
  `.execute(scope)
  await sql`delete from submissions where centre_id = ${centre.id} and import_run_id = ${runId}`.execute(
    scope,
  )
  return { touched: [], cases: Number(gone.numAffectedRows ?? 0), repeats }
}

async function findTouched(scope: Scope, centreId: number, runId: string): Promise<TouchedCase[]> {
  const { rows } = await sql<TouchedCase>`
    select u.id, u.number from undone u
    where exists (
      select from journal j
      where j.centre_id = ${centreId} and j.case_id = u.id
        and j.action not in ('case-registered', 'case-imported', 'case-updated', 'case-repeated')
    ) or exists (
      select from case_submissions l join submissions s on s.centre_id = l.centre_id and s.id = l.submission_id
      where l.centre_id = ${centreId} and l.case_id = u.id and s.import_run_id is distinct from ${runId}
    )
    order by u.number
  `.execute(scope)
  return rows
}

async function withdrawRepeats(desk: Desk, runId: string): Promise<number> {
  const { scope, centre } = desk
  const { rows } = await sql<{ case_id: string; submission_id: string }>`
    delete from case_submissions l using submissions s
    where l.centre_id = ${centre.id} and s.centre_id = l.centre_id and s.id = l.submission_id
      and s.import_run_id = ${runId} and l.case_id not in (select id from undone)
    returning l.case_id, l.submission_id
  `.execute(scope)
  const byCase = new Map<string, string[]>()
  for (const { case_id: id, submission_id: submission } of rows) {
    byCase.set(id, [...(byCase.get(id) ?? []), submission])
  }
  await addVoices(desk, 'case-repeat-withdrawn', byCase, -1)
  return rows.length
}

// Ids are made in the order of time: a series whose later numbers are all of this import goes back by their count.
async function returnNumbers({ scope, centre }: Desk): Promise<void> {
  const year = sql`extract(year from registered_at at time zone ${centre.zone})::integer`
  await sql`
    update number_series n set last = n.last - u.count
    from (select regime, ${year} as year, count(*)::integer as count, min(id::text)::uuid as first from undone group by 1, 2) u
    where n.centre_id = ${centre.id} and n.series = u.regime and n.year = u.year
      and not exists (
        select from cases c
        where c.centre_id = n.centre_id and c.regime = u.regime and c.id > u.first
          and extract(year from c.registered_at at time zone ${centre.zone})::integer = u.year
          and c.id not in (select id from undone)
      )
      and not exists (select from former_numbers f where f.centre_id = n.centre_id and f.at > (select min(registered_at) from undone))
  `.execute(scope)
}
