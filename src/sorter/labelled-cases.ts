import { sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import { changeCatalogue } from '../triage/index.ts'
import { catalogueOf } from './centre-catalogue.ts'
import type { LabelledCase } from './learning/split-by-time.ts'

/** The most cases that a model learns from, the newest ones; it bounds time and memory. */
export const mostCases = 20_000
/** The longest text that is learned from, in characters: what comes after says little of the topic. */
const longestText = 4000

type LabelledRow = {
  masked_text: string
  topic_group: string
  topic: string | null
  received_at: Temporal.Instant
}

/**
 * Cases whose topic people gave: a person set it, a source system's people did (as mapped to the charter), or the case went through
 * hands to its end. What the machine decided alone and nobody has looked at teaches nothing. Erased submissions have no words left.
 */
const labelled = (centreId: number) => sql`
  from cases c
  join submissions s on s.centre_id = c.centre_id and s.id = c.submission_id
  left join proposals p on p.centre_id = c.centre_id and p.case_id = c.id
  where c.centre_id = ${centreId} and c.topic_group is not null and c.joined_into is null
    and s.erased_at is null and s.masked_text <> ''
    and (p.case_id is null or not p.decided or p.sorter in ('source', 'source-group') or c.state = 'closed'
      or p.data -> 'topics' -> 0 ->> 'group' is distinct from c.topic_group
      or exists (select from journal j
        where j.centre_id = c.centre_id and j.case_id = c.id and j.action = 'case-topic-set' and j.actor_id is not null))
`

/** How many cases a model could learn from, up to the most that it takes. */
export async function countLabelled(scope: Scope, centreId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select 1 ${labelled(centreId)} limit ${mostCases}) found
  `.execute(scope)
  return Number(rows[0]?.count ?? 0)
}

/** Cases to learn from, oldest first: masked words, with topics that the centre's classifier still has. */
export async function selectLabelled(scope: Scope, centre: Centre): Promise<LabelledCase[]> {
  const { rows } = await sql<LabelledRow>`
    select left(s.masked_text, ${longestText}) as masked_text, c.topic_group, c.received_at,
      -- Inside the source's group the machine chose the topic.
      case when p.sorter = 'source-group' and c.state <> 'closed' then null else c.topic end as topic
    ${labelled(centre.id)}
    order by c.received_at desc, c.id desc
    limit ${mostCases}
  `.execute(scope)
  const { base, changes } = catalogueOf(centre)
  const topics = new Map(
    changeCatalogue(base, changes).map((group) => [
      group.code,
      new Set(group.topics.map(({ code }) => code)),
    ]),
  )
  return rows.toReversed().flatMap((row) => {
    const inGroup = topics.get(row.topic_group)
    if (inGroup === undefined) return []
    const day = row.received_at.toZonedDateTimeISO(centre.zone).toPlainDate().toString()
    const topic = row.topic !== null && inGroup.has(row.topic) ? row.topic : null
    return [{ text: row.masked_text, group: row.topic_group, topic, day }]
  })
}

/** Why nothing can be learned yet. */
export function tellTooFew(least: number, found: number): string {
  return `Для обучения нужно не меньше ${least} дел с темой от людей, есть ${found}. Пока темы определяются по словам.`
}
