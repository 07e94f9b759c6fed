import type { Sorter, TopicCandidate } from '../contract.ts'
import { decidingWords } from './explain.ts'
import type { LabelPart, Model } from './model.ts'
import { createPredictor, type Look } from './predict.ts'
import type { Tokeniser } from './tokens.ts'

type KnownGroup = { readonly code: string; readonly name: string }
type KnownTopic = KnownGroup & { readonly group: string; readonly emergency: boolean }

/** What joins a model to a centre: which labels mean groups and topics, and what their values are called there. */
export type ModelNames = {
  readonly version: string
  readonly groupLabel: string
  readonly topicLabel?: string
  /** The centre's group for a value of the group label; values without one are not proposed. */
  readonly groupOf: (value: string) => KnownGroup | undefined
  readonly topicOf?: (value: string) => KnownTopic | undefined
  /** Least probability of a group, and of a topic, to be set without a person, 0–1; null: never. */
  readonly threshold: number | null
  readonly topicThreshold?: number | null
  /** What is remembered of tokens, shared with other models of the thread. */
  readonly tokenise?: Tokeniser
}

/** A topic less likely than this is not named beside its group. */
const LEAST_TOPIC = 0.1
const CANDIDATES = 3

type Part = { readonly label: LabelPart; readonly at: number; readonly from: number }
type Chance = { readonly value: number; probability: number }
type GroupChance = { readonly group: KnownGroup; readonly chance: Chance }
type TopicChance = { readonly topic: KnownTopic; readonly chance: Chance }

/**
 * A trained model behind the interface of all sorters; null where the model has no such group label. Scores are
 * probabilities, the words are of the model's vocabulary. A group that is decided is offered with its three likeliest
 * topics; else three groups are, each with its own.
 */
export function modelSorter(model: Model, names: ModelNames): Sorter | null {
  const groupPart = partOf(model, names.groupLabel)
  if (groupPart === null) return null
  const topicPart = names.topicLabel === undefined ? null : partOf(model, names.topicLabel)
  const groups = groupPart.label.values.map((value) => names.groupOf(value))
  const topics = (topicPart?.label.values ?? []).map((value) => names.topicOf?.(value))
  const { look } = createPredictor(model, names.tokenise)
  const { threshold, topicThreshold = null, version } = names

  const propose: Sorter['propose'] = (text) => {
    const seen = look(text)
    const ranked = rankGroups(seen, groupPart, groups)
    const likely = topicPart === null ? [] : rankTopics(seen, topicPart, topics)
    const [first] = ranked
    const sure = first !== undefined && threshold !== null && first.chance.probability >= threshold
    const answered = groups[seen.predictions[groupPart.at]!.best[0]!.value]?.code
    // What no word speaks for is not decided, however sure.
    const reasons = first && decidingWords(model, seen.tokens, seen.row, groupPart.from + first.chance.value)
    const decided = sure && first.group.code === answered && reasons!.length > 0
    const inside = likely.filter(({ topic }) => topic.group === first?.group.code)
    const [topic] = inside
    const named = (group: GroupChance, one: TopicChance | undefined): TopicCandidate => {
      const told = one && one.chance.probability >= LEAST_TOPIC ? one : undefined
      const answer = told && topicPart && decided ? topicPart.from + told.chance.value : undefined
      return {
        group: group.group.code,
        groupName: group.group.name,
        topic: told?.topic.code ?? null,
        topicName: told?.topic.name ?? null,
        score: group.chance.probability,
        probability: told?.chance.probability ?? group.chance.probability,
        words: decidingWords(model, seen.tokens, seen.row, answer ?? groupPart.from + group.chance.value),
        emergency: told?.topic.emergency ?? false,
      }
    }
    const within = decided ? inside.filter(({ chance }) => chance.probability >= LEAST_TOPIC) : []
    const best = decided
      ? [named(first, topic), ...within.slice(1, CANDIDATES).map((one) => named(first, one))]
      : ranked.slice(0, CANDIDATES).map((one) =>
          named(
            one,
            likely.find((topic) => topic.topic.group === one.group.code),
          ),
        )
    const topicDecided =
      decided && topicThreshold !== null && topic !== undefined && topic.chance.probability >= topicThreshold
    return { sorter: 'model', version, best, decided, topicDecided, threshold }
  }
  return { name: 'model', version, propose }
}

function partOf(model: Model, name: string): Part | null {
  let from = 0
  for (const [at, label] of model.labels.entries()) {
    if (label.name === name) return { label, at, from }
    from += label.values.length
  }
  return null
}

/** Calibrated probabilities of all values of a label; the answer's is as the predictor says. */
function chancesOf({ scores, predictions }: Look, { label, at, from }: Part): Chance[] {
  const answer = predictions[at]!.best[0]!
  const { scale, values } = label
  let top = -Infinity
  for (let value = 0; value < values.length; value += 1)
    if (scale * scores[from + value]! > top) top = scale * scores[from + value]!
  let others = 0
  const chances: Chance[] = []
  for (let value = 0; value < values.length; value += 1) {
    const share = Math.exp(scale * scores[from + value]! - top)
    if (value !== answer.value) others += share
    chances.push({ value, probability: share })
  }
  const rest = (1 - answer.probability) / Math.max(others, 1e-300)
  for (const chance of chances)
    chance.probability = chance.value === answer.value ? answer.probability : chance.probability * rest
  return chances
}

const likelierFirst = (one: { chance: Chance }, other: { chance: Chance }) =>
  other.chance.probability - one.chance.probability || one.chance.value - other.chance.value

/** Known groups, the answer first; values that mean one group are added up, the likeliest of them speaks for it. */
function rankGroups(seen: Look, part: Part, groups: readonly (KnownGroup | undefined)[]): GroupChance[] {
  const answer = groups[seen.predictions[part.at]!.best[0]!.value]?.code
  const found = new Map<string, GroupChance>()
  for (const chance of chancesOf(seen, part).toSorted((a, b) => b.probability - a.probability)) {
    const group = groups[chance.value]
    if (group === undefined) continue
    const known = found.get(group.code)
    if (known === undefined) found.set(group.code, { group, chance })
    else known.chance.probability += chance.probability
  }
  return [...found.values()].toSorted(
    (one, other) =>
      Number(other.group.code === answer) - Number(one.group.code === answer) || likelierFirst(one, other),
  )
}

function rankTopics(seen: Look, part: Part, topics: readonly (KnownTopic | undefined)[]): TopicChance[] {
  const answer = seen.predictions[part.at]!.best[0]!.value
  const found: TopicChance[] = []
  for (const chance of chancesOf(seen, part)) {
    const topic = topics[chance.value]
    if (topic !== undefined) found.push({ topic, chance })
  }
  return found.toSorted(
    (one, other) =>
      Number(other.chance.value === answer) - Number(one.chance.value === answer) ||
      likelierFirst(one, other),
  )
}
