import type { Sorter, TopicCandidate } from '../contract.ts'
import { type CentreNames, createCentreReader, type GroupChance, type TopicChance } from './centre-answers.ts'
import { createExplainer } from './explain.ts'
import type { Model } from './model.ts'
import { createPredictor } from './predict.ts'
import type { Tokeniser } from './tokens.ts'

/** What joins a model to a centre: what its values are called there, and when it decides without a person. */
export type ModelNames = CentreNames & {
  readonly version: string
  /** Least probability of a group, and of a topic, to be set without a person, 0–1; null: never. */
  readonly threshold: number | null
  readonly topicThreshold?: number | null
  /** What is remembered of tokens, shared with other models of the thread. */
  readonly tokenise?: Tokeniser
}

/** A topic less likely than this is not named beside its group. */
const LEAST_TOPIC = 0.1
const CANDIDATES = 3

type Offer = { readonly group: GroupChance; readonly topic: TopicChance | undefined }

/**
 * A trained model behind the interface of all sorters; null where the model has no such group label. Scores are
 * probabilities, the words are of the model's vocabulary. A group that is decided is offered with its three likeliest
 * topics; else three groups are, each with its own. What no word speaks for is not decided, however sure.
 */
export function modelSorter(model: Model, names: ModelNames): Sorter | null {
  const read = createCentreReader(model, names)
  if (read === null) return null
  const { look } = createPredictor(model, names.tokenise)
  const explain = createExplainer(model)
  const { threshold, topicThreshold = null, version } = names
  const propose: Sorter['propose'] = (text) => {
    const seen = look(text)
    const { groups, isAnswer, topicsIn } = read(seen, CANDIDATES)
    const wordsFor = (answers: readonly number[]) => explain(seen.tokens, seen.row, answers)
    const named = (group: string, most: number) =>
      topicsIn(group, most).filter(({ chance }) => chance >= LEAST_TOPIC)
    const [first] = groups
    if (first !== undefined && isAnswer && threshold !== null && first.chance >= threshold) {
      const topics = named(first.group.code, CANDIDATES)
      const [reasons = [], ...ofTopics] = wordsFor([first.answer, ...topics.map(({ answer }) => answer)])
      if (reasons.length > 0) {
        const [topic] = topics
        const best =
          topic === undefined
            ? [tell({ group: first, topic }, reasons)]
            : topics.map((one, at) => tell({ group: first, topic: one }, ofTopics[at]!))
        const topicDecided = topic !== undefined && topicThreshold !== null && topic.chance >= topicThreshold
        return { sorter: 'model', version, best, decided: true, topicDecided, threshold }
      }
    }
    const reasons = wordsFor(groups.map(({ answer }) => answer))
    const best = groups.map((group, at) =>
      tell({ group, topic: named(group.group.code, 1)[0] }, reasons[at]!),
    )
    return { sorter: 'model', version, best, decided: false, topicDecided: false, threshold }
  }
  return { name: 'model', version, propose }
}

function tell({ group, topic }: Offer, words: string[]): TopicCandidate {
  return {
    group: group.group.code,
    groupName: group.group.name,
    topic: topic?.topic.code ?? null,
    topicName: topic?.topic.name ?? null,
    score: group.chance,
    probability: topic?.chance ?? group.chance,
    words,
    emergency: topic?.topic.emergency ?? false,
  }
}
