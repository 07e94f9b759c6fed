import { sql } from 'kysely'
import { leastEntryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { withinReach } from './list-where.ts'
import type { CaseNews } from './contract-card.ts'

/** More news than this come as one: fetch the list anew. */
const mostNews = 100
/** Entries of transactions that were still under way when the last one was heard have ids from before it. */
const overlap = Temporal.Duration.from({ seconds: 60 })

/** The moment that an entry's id was made at. */
function momentOf(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}

/** What happened to cases within the person's reach since an entry; a little before it too, so that nothing is lost. */
export function newsSince(desk: Desk, since: string): Promise<CaseNews[]> {
  return select(desk, sql`j.id > ${leastEntryId(momentOf(since).subtract(overlap))}::uuid`)
}

/** News of one entry; nothing when its case is out of the person's reach. */
export function newsOf(desk: Desk, journalId: string): Promise<CaseNews[]> {
  return select(desk, sql`j.id = ${journalId}::uuid`)
}

async function select(desk: Desk, which: ReturnType<typeof sql>): Promise<CaseNews[]> {
  const { rows } = await sql<CaseNews>`
    select j.id, j.action as kind, c.revision as rev, c.id as "caseId"
    from journal j join cases c on c.centre_id = j.centre_id and c.id = j.case_id
    where j.centre_id = ${desk.centre.id} and ${which} and ${withinReach(desk.actor) ?? sql`true`}
    order by j.id desc limit ${mostNews + 1}
  `.execute(desk.scope)
  if (rows.length <= mostNews) return rows.toReversed()
  return [{ id: rows[0]!.id, kind: 'many', rev: 0, caseId: null }]
}
