import { answerOf, type Part, partOf, readChances, strongest } from './chances.ts'
import type { Model } from './model.ts'
import type { Look } from './predict.ts'

export type KnownGroup = { readonly code: string; readonly name: string }
export type KnownTopic = KnownGroup & { readonly group: string; readonly emergency: boolean }

/** Which labels of a model mean groups and topics, and what their values are called in a centre. */
export type CentreNames = {
  readonly groupLabel: string
  readonly topicLabel?: string
  /** The centre's group for a value of the group label; values without one are not proposed. */
  readonly groupOf: (value: string) => KnownGroup | undefined
  readonly topicOf?: (value: string) => KnownTopic | undefined
}

/** A group as it may be offered: its chance, and the number of the model's answer that speaks for it. */
export type GroupChance = { readonly group: KnownGroup; readonly chance: number; readonly answer: number }
export type TopicChance = { readonly topic: KnownTopic; readonly chance: number; readonly answer: number }

/** What a model says of one text in the words of the centre; holds until the next text is read. */
export type CentreAnswers = {
  /** The likeliest groups, the answer first; values that mean one group are added up, the likeliest speaks for it. */
  readonly groups: readonly GroupChance[]
  /** True where the first group is the model's answer, not merely what is left of its values. */
  readonly isAnswer: boolean
  /** The likeliest topics of a group, the answer first. */
  readonly topicsIn: (group: string, most: number) => TopicChance[]
}

/** Prepares reading a model's answers; null where it has no such group label. */
export function createCentreReader(
  model: Model,
  names: CentreNames,
): ((seen: Look, most: number) => CentreAnswers) | null {
  const groupPart = partOf(model, names.groupLabel)
  if (groupPart === null) return null
  const readGroups = createGroupReader(groupPart, names)
  const topicPart = names.topicLabel === undefined ? null : partOf(model, names.topicLabel)
  const readTopics = topicPart && createTopicReader(topicPart, names)
  return (seen, most) => {
    let topics: ReturnType<NonNullable<typeof readTopics>> | null = null
    return {
      ...readGroups(seen, most),
      topicsIn: (group, few) => (topics ??= readTopics?.(seen) ?? (() => []))(group, few),
    }
  }
}

function createGroupReader({ label, at, from }: Part, { groupOf }: CentreNames) {
  const known = label.values.map((value) => groupOf(value))
  const groups = [
    ...new Map(known.flatMap((group) => (group ? [[group.code, group] as const] : []))).values(),
  ]
  const placeOf = new Map(groups.map(({ code }, place) => [code, place]))
  const places = Int32Array.from(known, (group) => (group ? placeOf.get(group.code)! : -1))
  const chances = new Float64Array(label.values.length)
  const [sums, speakers] = [new Float64Array(groups.length), new Int32Array(groups.length)]
  return (seen: Look, most: number): Pick<CentreAnswers, 'groups' | 'isAnswer'> => {
    readChances(seen, { label, at, from }, chances)
    sums.fill(0)
    speakers.fill(-1)
    for (let value = 0; value < places.length; value += 1) {
      const place = places[value]!
      if (place < 0) continue
      sums[place] = sums[place]! + chances[value]!
      const speaker = speakers[place]!
      if (speaker < 0 || chances[value]! > chances[speaker]!) speakers[place] = value
    }
    const answer = places[answerOf(seen, { label, at, from })]!
    const best = strongest(groups.length, most, answer, (place) => sums[place]!)
    return {
      groups: best.map((place) => ({
        group: groups[place]!,
        chance: sums[place]!,
        answer: from + speakers[place]!,
      })),
      isAnswer: answer >= 0,
    }
  }
}

function createTopicReader(part: Part, { topicOf }: CentreNames) {
  const topics = part.label.values.map((value) => topicOf?.(value))
  const chances = new Float64Array(topics.length)
  return (seen: Look) => {
    readChances(seen, part, chances)
    const answer = answerOf(seen, part)
    return (group: string, most: number): TopicChance[] => {
      const isIn = (value: number) => topics[value]?.group === group
      const first = isIn(answer) ? answer : -1
      return strongest(topics.length, most, first, (value) => (isIn(value) ? chances[value]! : 0)).map(
        (value) => ({ topic: topics[value]!, chance: chances[value]!, answer: part.from + value }),
      )
    }
  }
}
