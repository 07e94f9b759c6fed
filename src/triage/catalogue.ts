import type {
  Catalogue,
  CatalogueChanges,
  CatalogueGroup,
  CatalogueTopic,
  Sorter,
  TopicCandidate,
  TopicProposal,
} from './contract.ts'
import { findKeywords, indexKeywords, normalise, type KeywordIndex } from './keyword-index.ts'

type Keyword = {
  readonly text: string
  readonly weight: number
  readonly strong: boolean
  readonly length: number
}
type Meaning =
  | { readonly topic: number; readonly keyword: Keyword }
  | { readonly group: number; readonly keyword: Keyword }

/** A catalogue with a charter's changes, ready for matching. */
export type Matcher = {
  readonly groups: readonly CatalogueGroup[]
  readonly topics: readonly { readonly group: number; readonly topic: CatalogueTopic }[]
  readonly index: KeywordIndex
  readonly meanings: readonly (readonly Meaning[])[]
  readonly stemWeight: number
  readonly stemCap: number
}

/** Least score of a topic to be proposed without a person: `matching.threshold` of the catalogue. */
export const TOPIC_THRESHOLD = 3
/** Least score of a group, and its least lead over the second, to be set without a person: `matching.groupStep`. */
export const GROUP_THRESHOLD = 5
export const GROUP_LEAD = 2

/** The catalogue as a charter wants it: renamed, without what is hidden, with its own groups and topics. */
export function changeCatalogue(
  base: Catalogue,
  changes: Partial<CatalogueChanges> = {},
): readonly CatalogueGroup[] {
  const { renames = {}, hidden = [], extra = [] } = changes
  const groups = new Map(base.groups.map((group) => [group.code, { ...group, topics: [...group.topics] }]))
  for (const added of extra) {
    const group = groups.get(added.code)
    if (group === undefined)
      groups.set(added.code, { ...added, name: added.name ?? added.code, topics: [...added.topics] })
    else {
      const own = new Set(added.topics.map((topic) => topic.code))
      group.topics = [...group.topics.filter((topic) => !own.has(topic.code)), ...added.topics]
      group.groupStems = [...group.groupStems, ...added.groupStems]
      group.name = added.name ?? group.name
    }
  }
  return [...groups.values()]
    .filter((group) => !hidden.includes(group.code))
    .map((group) => ({
      ...group,
      name: renames[group.code] ?? group.name,
      topics: group.topics
        .filter((topic) => !hidden.includes(topic.code))
        .map((topic) => ({ ...topic, name: renames[topic.code] ?? topic.name })),
    }))
}

/** Prepares a catalogue (`charters/shared/topics-ru.json` as parsed) with a charter's changes for `proposeTopics`. */
export function compileCatalogue(base: Catalogue, changes: Partial<CatalogueChanges> = {}): Matcher {
  const groups = changeCatalogue(base, changes)
  const { weights, groupStep } = base.matching
  const numbers = new Map<string, number>()
  const meanings: Meaning[][] = []
  const topics: { group: number; topic: CatalogueTopic }[] = []
  const add = (raw: string, meaning: (keyword: Keyword) => Meaning, strong: boolean): void => {
    const text = normalise(raw)
    const key = raw.endsWith(' ') ? `${text} ` : text
    let number = numbers.get(key)
    if (number === undefined) {
      numbers.set(key, (number = meanings.length))
      meanings.push([])
    }
    const extraWords = text.split(' ').length - 1
    const weight = strong ? weights.strong + extraWords * weights.strongPhraseExtraWord : weights.keyword
    meanings[number]?.push(meaning({ text, weight, strong, length: text.length }))
  }
  for (const [group, { groupStems, topics: own }] of groups.entries()) {
    for (const stem of new Set(groupStems)) add(stem, (keyword) => ({ group, keyword }), false)
    for (const topic of own) {
      const number = topics.push({ group, topic }) - 1
      for (const word of new Set(topic.strong)) add(word, (keyword) => ({ topic: number, keyword }), true)
      for (const word of new Set(topic.keywords)) add(word, (keyword) => ({ topic: number, keyword }), false)
    }
  }
  return {
    groups,
    topics,
    index: indexKeywords([...numbers.keys()]),
    meanings,
    stemWeight: groupStep.groupStemWeight,
    stemCap: groupStep.groupStemCap,
  }
}

type Tally = { score: number; strong: number; length: number; sla: number; words: Keyword[] }
type GroupTally = { stems: Keyword[]; best: number; tally: Tally | undefined }

function beats(one: Tally, other: Tally): boolean {
  if (one.score !== other.score) return one.score > other.score
  if (one.strong !== other.strong) return one.strong > other.strong
  if (one.length !== other.length) return one.length > other.length
  return one.sla < other.sla
}

function tallyTopics(
  matcher: Matcher,
  text: string,
): { topics: Map<number, Tally>; stems: Map<number, Keyword[]> } {
  const topics = new Map<number, Tally>()
  const stems = new Map<number, Keyword[]>()
  for (const number of findKeywords(matcher.index, text)) {
    for (const meaning of matcher.meanings[number] ?? []) {
      const { keyword } = meaning
      if ('group' in meaning) {
        const list = stems.get(meaning.group)
        if (list === undefined) stems.set(meaning.group, [keyword])
        else list.push(keyword)
        continue
      }
      let tally = topics.get(meaning.topic)
      if (tally === undefined) {
        tally = {
          score: 0,
          strong: 0,
          length: 0,
          sla: matcher.topics[meaning.topic]?.topic.slaDays ?? 0,
          words: [],
        }
        topics.set(meaning.topic, tally)
      }
      tally.score += keyword.weight
      tally.strong += keyword.strong ? 1 : 0
      tally.length += keyword.length
      tally.words.push(keyword)
    }
  }
  return { topics, stems }
}

function tallyGroups(matcher: Matcher, text: string): ReadonlyMap<number, GroupTally> {
  const { topics, stems } = tallyTopics(matcher, text)
  const groups = new Map<number, GroupTally>()
  for (const [group, found] of stems) groups.set(group, { stems: found, best: -1, tally: undefined })
  for (const [number, tally] of topics) {
    const group = matcher.topics[number]?.group ?? -1
    const known = groups.get(group)
    if (known === undefined) groups.set(group, { stems: [], best: number, tally })
    else if (known.tally === undefined || beats(tally, known.tally)) {
      known.best = number
      known.tally = tally
    }
  }
  return groups
}

const nobody: Tally = { score: 0, strong: 0, length: 0, sla: Number.MAX_SAFE_INTEGER, words: [] }

function candidate(matcher: Matcher, number: number, found: GroupTally, score: number): TopicCandidate {
  const { code = '', name = '' } = matcher.groups[number] ?? {}
  const { score: topicScore, words } = found.tally ?? nobody
  const topic = topicScore >= TOPIC_THRESHOLD ? matcher.topics[found.best]?.topic : undefined
  const keywords = [...words, ...found.stems].toSorted((one, other) => other.weight - one.weight)
  return {
    group: code,
    groupName: name,
    topic: topic?.code ?? null,
    topicName: topic?.name ?? null,
    score,
    words: [...new Set(keywords.map((keyword) => keyword.text))],
    emergency: topic?.emergency ?? false,
  }
}

/** When keywords set a topic without a person: the least score of the first group and its least lead over the second. */
export type KeywordRule = { readonly score: number; readonly lead: number }

const usualRule: KeywordRule = { score: GROUP_THRESHOLD, lead: GROUP_LEAD }

/**
 * The three likeliest groups of a text, each with its best topic, by the catalogue's two-step rule; `decided` is its rule
 * of automatic assignment unless another is given. Scores are sums of keyword weights.
 */
export function proposeTopics(
  matcher: Matcher,
  text: string,
  rule: KeywordRule = usualRule,
): Omit<TopicProposal, 'sorter' | 'version'> {
  const ranked = [...tallyGroups(matcher, text)]
    .map(([number, found]) => ({
      number,
      found,
      score: (found.tally?.score ?? 0) + matcher.stemWeight * Math.min(found.stems.length, matcher.stemCap),
    }))
    .toSorted((a, b) => {
      const [one, other] = [a.found.tally ?? nobody, b.found.tally ?? nobody]
      if (a.score !== b.score) return b.score - a.score
      return beats(one, other) ? -1 : beats(other, one) ? 1 : a.number - b.number
    })
  const [first, second] = ranked
  const score = first?.score ?? 0
  const decided = first !== undefined && score >= rule.score && score - (second?.score ?? 0) >= rule.lead
  return {
    best: ranked.slice(0, 3).map((each) => candidate(matcher, each.number, each.found, each.score)),
    decided,
    topicDecided: decided,
    threshold: rule.score,
  }
}

/** The keyword catalogue as a sorter. Where the text says too little, the source's own topic words help it. */
export function catalogueSorter(matcher: Matcher, version: string, rule: KeywordRule = usualRule): Sorter {
  return {
    name: 'catalogue',
    version,
    propose: (text, facts) => {
      const heard = proposeTopics(matcher, text, rule)
      const found =
        heard.decided || facts?.sourceTopic === undefined
          ? heard
          : proposeTopics(matcher, `${text}\n${facts.sourceTopic}`, rule)
      return { sorter: 'catalogue', version, ...found }
    },
  }
}
