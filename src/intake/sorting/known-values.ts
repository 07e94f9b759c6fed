import type { MappingKind } from '../contract.ts'
import type { SourceRow } from '../sources/source.ts'
import type { CentreSorter, KnownTopic } from './centre-sorter.ts'
import { foldName } from './fold-name.ts'

/** What people decided about values of a source: a code, or null for «leave as it came». */
export type ChosenValues = {
  get(kind: MappingKind, value: string): string | null | undefined
}

/** Choices as one list; compared folded. */
export function chosenValues(
  list: readonly { kind: MappingKind; value: string; code: string | null }[],
): ChosenValues {
  const codes = new Map(list.map(({ kind, value, code }) => [`${kind} ${foldName(value)}`, code]))
  return { get: (kind, value) => (codes.size === 0 ? undefined : codes.get(`${kind} ${foldName(value)}`)) }
}

/** A value of the source with the code that it means; null where nobody knows, `left` where a person said to leave it. */
export type ReadValue = { kind: MappingKind; value: string; code: string | null; left: boolean }

/** The source's own words of a row, as far as the charter or a person's choice knows them. */
export type KnownValues = {
  group: string | null
  topic: KnownTopic | null
  organisation: string | null
  settlement: string | null
  values: readonly ReadValue[]
}

/** How a topic of the source is written in mappings: with its group, for the same word means other things elsewhere. */
export function topicValue(row: Pick<SourceRow, 'group' | 'topic'>): string | undefined {
  if (row.topic === undefined) return undefined
  return row.group === undefined ? row.topic : `${row.group} / ${row.topic}`
}

/** Looks the source's values up by name and by people's choices; a choice goes before a name. */
export function readValues(row: SourceRow, sorter: CentreSorter, chosen: ChosenValues): KnownValues {
  const values: ReadValue[] = []
  const look = (kind: MappingKind, value: string | undefined, byName: (folded: string) => string | null) => {
    if (value === undefined) return null
    const choice = chosen.get(kind, value)
    const code = choice === undefined ? byName(foldName(value)) : choice
    values.push({ kind, value, code, left: choice === null })
    return code
  }
  const group = look('topic_group', row.group, (name) => sorter.groupByName.get(name) ?? null)
  const topicCode = look('topic', topicValue(row), () => topicByName(row.topic, group, sorter))
  const topic = topicCode === null ? null : (sorter.topics.get(topicCode) ?? null)
  const settlement = look('settlement', row.settlement, (name) => sorter.settlementByName.get(name) ?? null)
  const organisation = organisationOf(row, sorter, look)
  return { group: topic?.group ?? group, topic, organisation, settlement, values }
}

function topicByName(name: string | undefined, group: string | null, sorter: CentreSorter): string | null {
  const named = name === undefined ? [] : (sorter.topicsByName.get(foldName(name)) ?? [])
  const inGroup = named.find((topic) => topic.group === group)
  return (inGroup ?? (named.length === 1 ? named[0] : undefined))?.code ?? null
}

// A source may name the body as organisation, department or executor; an executor may also be a person, whom nobody maps.
function organisationOf(
  row: SourceRow,
  sorter: CentreSorter,
  look: (
    kind: MappingKind,
    value: string | undefined,
    byName: (name: string) => string | null,
  ) => string | null,
): string | null {
  const byName = (name: string) => sorter.organisationByName.get(name) ?? null
  const known = [row.organisation, row.executor, row.department].find(
    (value) => value !== undefined && byName(foldName(value)) !== null,
  )
  const value = known ?? row.organisation ?? row.department ?? row.executor
  return value === undefined || looksLikePerson(value) ? null : look('organisation', value, byName)
}

const person =
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+(?:\p{Lu}\.\s*\p{Lu}?\.?|\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+(?:ич|на|чна))?)$/u
function looksLikePerson(value: string): boolean {
  return person.test(value.trim())
}
