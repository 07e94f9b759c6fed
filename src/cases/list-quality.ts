import { type RawBuilder, sql } from 'kysely'
import type { CaseFilters, Lack } from './contract-list.ts'

type Condition = RawBuilder<unknown>

/** Joined cases lack nothing: what they say is looked after in another case. */
const isLacking: Record<Lack, Condition> = {
  topic: sql`c.state <> 'joined' and c.topic_group is null`,
  place: sql`c.state <> 'joined' and c.settlement is null and c.street is null and c.lat is null`,
  essence: sql`c.state <> 'joined' and c.gist = ''`,
  nature: sql`c.state <> 'joined' and c.nature is null`,
  executor: sql`c.state not in ('closed', 'joined') and c.organisation is null and c.assignee_id is null`,
  outcome: sql`c.state in ('answered', 'closed') and c.outcome is null`,
}

/** Filters on the quality of data: what is missing, said twice, or told otherwise by a source. */
export function lackConditions(centreId: number, filters: Partial<CaseFilters>): (Condition | null)[] {
  const { lacks = [], sameText, sourceConflict } = filters
  return [
    ...lacks.map((lack) => sql`(${isLacking[lack]})`),
    sameText === undefined ? null : sameText ? isSaidTwice(centreId) : sql`not ${isSaidTwice(centreId)}`,
    sourceConflict === undefined
      ? null
      : sourceConflict
        ? isDisputed(centreId)
        : sql`not ${isDisputed(centreId)}`,
  ]
}

// Asked of nobody in particular, so that it is found once and not once per case: open cases are few.
function isSaidTwice(centreId: number): Condition {
  return sql`c.id in (
    select o.id from (
      select t.id, count(*) over (partition by t.gist, t.settlement, t.street, t.house) as told
      from cases t where t.centre_id = ${centreId} and t.gist <> '' and t.state not in ('closed', 'joined')
    ) o where o.told > 1)`
}

function isDisputed(centreId: number): Condition {
  return sql`exists (
    select from source_values v where v.centre_id = ${centreId} and v.case_id = c.id and v.conflicts <> '[]')`
}
