import { sql } from 'kysely'
import { leastEntryId } from '../../audit/index.ts'
import type { Desk } from '../../people/index.ts'
import { isMarked, markedFrom } from '../../triage/index.ts'
import type { CaseRow } from '../case-row.ts'
import type { ProposalData } from '../contract-card.ts'
import { progressOf } from './fill-bands.ts'
import { nearCases, tellingOf } from './near-cases.ts'

/** Cases in one transaction: each is a lookup. */
const batch = 20
/** Longer than a batch of an import takes from its ids to its end. */
const settledSeconds = 60
const leastId = '00000000-0000-0000-0000-000000000000'

type Unmarked = CaseRow & { masked_text: string; proposed: ProposalData | null }

/**
 * Marks the next open cases of a centre that surely repeat an earlier one: «похоже на …». A mark is for a person to judge; nothing is
 * joined. Gives the number of cases looked at, 0 when all are done.
 */
export async function markRepeats(desk: Desk): Promise<number> {
  const { scope, centre, now } = desk
  // Ids are given before a batch is written: what is being written now is looked at the next time.
  const settled = leastEntryId(now.subtract({ seconds: settledSeconds }))
  const progress = await progressOf(scope, centre.id)
  const { rows } = await sql<Unmarked>`
    with next as materialized (
      select * from cases
      where centre_id = ${centre.id} and id > ${progress?.marked_to ?? leastId}::uuid and id < ${settled}::uuid
        and state not in ('closed', 'joined')
      order by id limit ${batch}
    )
    select c.*, s.masked_text, p.data as proposed from next c
    join submissions s on s.centre_id = ${centre.id} and s.id = c.submission_id
    left join proposals p on p.centre_id = ${centre.id} and p.case_id = c.id and c.topic_group is null
    order by c.id
  `.execute(scope)
  const last = rows.at(-1)
  if (!last) return 0
  for (const row of rows) {
    const near = await nearCases(desk, { ...tellingOf(row), caseId: row.id }, markedFrom)
    const earlier = near.find((one) => one.row.id < row.id && isMarked(one.likeness))
    if (!earlier) continue
    await sql`
      insert into repeat_marks (centre_id, case_id, other_id, at) values (${centre.id}, ${row.id}, ${earlier.row.id}, ${now})
      on conflict (centre_id, case_id) do update set other_id = excluded.other_id, at = excluded.at
    `.execute(scope)
  }
  await sql`
    insert into repeat_progress (centre_id, marked_to) values (${centre.id}, ${last.id})
    on conflict (centre_id) do update set marked_to = excluded.marked_to
  `.execute(scope)
  return rows.length
}
