import type { Sorter, TopicCandidate } from '../contract.ts'
import { decidingWords } from './explain.ts'
import type { LabelPart, Model } from './model.ts'
import { createPredictor } from './predict.ts'

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
  /** Least probability of a group to be set without a person, 0–1, from the charter. */
  readonly threshold: number
  /** Least probability of a topic to be proposed with its group. */
  readonly topicThreshold?: number
}

const TOPIC_THRESHOLD = 0.3

type Part = { readonly label: LabelPart; readonly from: number }
type Chance = { readonly value: number; probability: number }

/**
 * A trained model behind the interface of all sorters; null where the model has no such group label. Scores are
 * probabilities, the words are of the model's vocabulary.
 */
export function modelSorter(model: Model, names: ModelNames): Sorter | null {
  const groupPart = partOf(model, names.groupLabel)
  if (groupPart === null) return null
  const topicPart = names.topicLabel === undefined ? null : partOf(model, names.topicLabel)
  const groups = groupPart.label.values.map((value) => names.groupOf(value))
  const topics = (topicPart?.label.values ?? []).map((value) => names.topicOf?.(value))
  const { score, predict } = createPredictor(model)
  const { threshold, topicThreshold = TOPIC_THRESHOLD, version } = names

  const propose: Sorter['propose'] = (text) => {
    const answers = new Map(predict(text).map(({ label, best }) => [label, best[0]!]))
    const { scores, tokens, row } = score(text)
    const answer = answers.get(groupPart.label)!.value
    const first = groups[answer]?.code
    const ranked = rankGroups(chancesOf(scores, groupPart, answers), groups, first)
    const likelyTopics = topicPart === null ? [] : chancesOf(scores, topicPart, answers)
    const best = ranked.slice(0, 3).map(({ group, chance }): TopicCandidate => {
      const likely = likelyTopics.find(({ value }) => topics[value]?.group === group.code)
      const topic = likely && likely.probability >= topicThreshold ? topics[likely.value] : undefined
      return {
        group: group.code,
        groupName: group.name,
        topic: topic?.code ?? null,
        topicName: topic?.name ?? null,
        score: chance.probability,
        words: decidingWords(model, tokens, row, groupPart.from + chance.value),
        emergency: topic?.emergency ?? false,
      }
    })
    const decided = best[0] !== undefined && best[0].group === first && best[0].score >= threshold
    return { sorter: 'model', version, best, decided, threshold }
  }
  return { name: 'model', version, propose }
}

function partOf(model: Model, name: string): Part | null {
  let from = 0
  for (const label of model.labels) {
    if (label.name === name) return { label, from }
    from += label.values.length
  }
  return null
}

/** Calibrated probabilities of all values of a label, likeliest first; the answer's is as the predictor says. */
function chancesOf(
  scores: Float64Array,
  { label, from }: Part,
  answers: ReadonlyMap<LabelPart, { value: number; probability: number }>,
): Chance[] {
  const answer = answers.get(label)!
  const scaled = label.values.map((_, value) => label.scale * scores[from + value]!)
  const top = Math.max(...scaled)
  const shares = scaled.map((one) => Math.exp(one - top))
  const others = shares.reduce((sum, share, value) => sum + (value === answer.value ? 0 : share), 0)
  return shares
    .map((share, value) => ({
      value,
      probability:
        value === answer.value
          ? answer.probability
          : (share / Math.max(others, 1e-300)) * (1 - answer.probability),
    }))
    .toSorted((one, other) => other.probability - one.probability || one.value - other.value)
}

/** Known groups, the answer first; values that mean one group are added up, the likeliest of them speaks for it. */
function rankGroups(
  chances: readonly Chance[],
  groups: readonly (KnownGroup | undefined)[],
  first: string | undefined,
) {
  const found = new Map<string, { group: KnownGroup; chance: Chance }>()
  for (const chance of chances) {
    const group = groups[chance.value]
    if (group === undefined) continue
    const known = found.get(group.code)
    if (known === undefined) found.set(group.code, { group, chance: { ...chance } })
    else known.chance.probability += chance.probability
  }
  return [...found.values()].toSorted(
    (one, other) =>
      Number(other.group.code === first) - Number(one.group.code === first) ||
      other.chance.probability - one.chance.probability,
  )
}
