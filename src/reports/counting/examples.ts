import { sql } from 'kysely'
import { caseFilters } from '../../cases/contract.ts'
import { conditionsOf, namesOf } from '../../cases/index.ts'
import { filtersOf, insightFilterNames } from '../../insight/contract.ts'
import type { KeptExample } from '../contract-content.ts'
import type { SliceParts } from './count-table.ts'
import { exampleWords } from './example-words.ts'

/** Most examples of a report. */
const most = 5
/** Shortest gist worth telling, characters. */
const shortest = 40
/** Longest gist told, characters. */
const longest = 180

/**
 * Solved cases of the period, one of each of the most frequent topic groups: rather one without masked pieces, then the one with
 * most voices, then the first answered.
 * `leftOut` are cases that a person struck out.
 */
export async function chooseExamples(
  { desk, sorting, query }: SliceParts,
  leftOut: readonly string[],
): Promise<KeptExample[]> {
  const given = Object.fromEntries(insightFilterNames.map((name) => [name, query[name]]))
  const days = { from: query.from!, to: query.to! }
  const asked = { ...filtersOf('solved', days, { filters: given }), asOf: query.asOf }
  const where = await conditionsOf(desk, caseFilters.parse(asked))
  const { rows } = await sql<{
    id: string
    topicGroup: string
    topic: string | null
    settlement: string | null
    gist: string
  }>`
    select id, topic_group as "topicGroup", topic, settlement, gist from (
      select c.id, c.topic_group, c.topic, c.settlement, c.gist,
        count(*) over (partition by c.topic_group) as weight,
        row_number() over (
          partition by c.topic_group order by c.gist like '%[%]%', c.voices desc, c.answered_at, c.id) as place
      from cases c
      where ${sql.join(where, sql` and `)} and c.topic_group is not null and length(c.gist) >= ${shortest}
        and c.id <> all (${[...leftOut]}::uuid[])
    ) chosen
    where place = 1 order by weight desc, topic_group limit ${most}
  `.execute(desk.scope)
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  return rows.map(({ id, topicGroup, topic, settlement, gist }) => ({
    caseId: id,
    topic: (names.topic(topic) ?? names.topicGroup(topicGroup))!.name,
    settlement: names.settlement(settlement)?.name ?? null,
    gist: shortened(exampleWords(gist)),
  }))
}

function shortened(words: string): string {
  if (words.length <= longest) return words
  const cut = words.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,.;:–—-]+$/, '')}…`
}
