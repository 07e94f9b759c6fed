import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'

/** Inbound items of a case: the first one, then repeats and additions as they came. */
export async function submissionsOf(scope: Scope, centreId: number, caseId: string) {
  return scope
    .selectFrom('case_submissions as l')
    .innerJoin('submissions as s', (join) =>
      join.onRef('s.centre_id', '=', 'l.centre_id').onRef('s.id', '=', 'l.submission_id'),
    )
    .select([
      's.id',
      'l.kind',
      's.channel',
      's.network',
      's.source',
      's.external_id',
      's.received_at',
      's.masked_text',
      's.erased_at',
      's.wrapped_key',
    ])
    .select(sql<boolean>`s.sealed_contacts is not null`.as('has_contacts'))
    .where('l.centre_id', '=', centreId)
    .where('l.case_id', '=', caseId)
    .orderBy(sql`l.kind <> 'first'`)
    .orderBy('s.received_at')
    .orderBy('s.id')
    .execute()
}

/** Cases by ids and those that go on from a case, as links. */
export async function linksOf(scope: Scope, centreId: number, caseId: string, ids: readonly string[]) {
  const known =
    ids.length === 0
      ? []
      : await scope
          .selectFrom('cases')
          .select(['id', 'number', 'state'])
          .where('centre_id', '=', centreId)
          .where('id', 'in', ids)
          .execute()
  const next = await sql<{ id: string; number: string; state: string }>`
    select c.id, c.number, c.state from journal j
    join cases c on c.centre_id = j.centre_id and c.id = (j.data ->> 'continuedBy')::uuid
    where j.centre_id = ${centreId} and j.case_id = ${caseId} and j.action = 'case-continued' order by j.id
  `.execute(scope)
  return { byId: new Map(known.map((one) => [one.id, one])), next: next.rows }
}

/** What else hangs on a case: what was proposed, files, notes, values of sources, former numbers. */
export async function belongingsOf(scope: Scope, centreId: number, caseId: string) {
  const proposal = await scope
    .selectFrom('proposals')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const attachments = await scope
    .selectFrom('attachments')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  const notes = await scope
    .selectFrom('notes')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  const sources = await scope
    .selectFrom('source_values')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('source')
    .execute()
  const numbers = await scope
    .selectFrom('former_numbers')
    .select('number')
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute()
  return { proposal, attachments, notes, sources, formerNumbers: numbers.map((one) => one.number) }
}

/** Names of people of the centre by id of staff. */
export async function peopleNames(scope: Scope, centreId: number): Promise<Map<string, string>> {
  const rows = await scope
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('centre_id', '=', centreId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The history of a case, oldest first. */
export function historyOf(scope: Scope, centreId: number, caseId: string) {
  return scope
    .selectFrom('journal')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
