import { sql } from 'kysely'
import type { Desk } from '../../people/index.ts'
import type { CaseRow } from '../case-row.ts'
import { reaches } from '../cases-policy.ts'
import type { CaseSummary } from '../contract-list.ts'
import { finalStates } from '../states.ts'

/** What the mark of a case is shown by: the other case and who reaches it. */
export interface MarkColumns {
  like_id: string | null
  like_number: string | null
  like_assignee_id: string | null
  like_sector_block: string | null
}

/** The columns of a mark beside a case `c`. */
export const markColumns = sql`o.id as like_id, o.number as like_number, o.assignee_id as like_assignee_id, o.sector_block as like_sector_block`

export const markJoins = sql`
  left join repeat_marks m on m.centre_id = c.centre_id and m.case_id = c.id
  left join cases o on o.centre_id = m.centre_id and o.id = m.other_id`

/** «Похоже на …» of an open case, where the person may see the other one too. */
export function likeOf({ actor }: Desk, row: CaseRow & MarkColumns): CaseSummary['like'] {
  const { like_id: id, like_number: number } = row
  if (id === null || number === null || finalStates.includes(row.state)) return null
  const other = { assignee_id: row.like_assignee_id, sector_block: row.like_sector_block }
  return reaches(actor, other) ? { id, number } : null
}

/** The mark of one case. */
export async function markOf(desk: Desk, row: CaseRow): Promise<CaseSummary['like']> {
  const { scope, centre } = desk
  const { rows } = await sql<MarkColumns>`
    select ${markColumns} from (select ${centre.id}::integer as centre_id, ${row.id}::uuid as id) c ${markJoins}
  `.execute(scope)
  return likeOf(desk, { ...row, ...rows[0]! })
}
