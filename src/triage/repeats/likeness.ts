import type { PlaceRelation, TopicRelation } from '../contract.ts'
import { mayBeOnePlace, relatePlaces } from './place-relation.ts'
import { shared } from './said.ts'
import type { Told, TopicShare } from './told.ts'

/** How alike two messages are, 0 to 1, and by what. Words are stems without greetings, function words and the street's own name. */
export type Likeness = {
  readonly score: number
  readonly place: PlaceRelation
  readonly topic: TopicRelation
  /** Of the words of the shorter text, how many stand in the other one. */
  readonly sharedWords: number
  readonly ofWords: number
  /** Whole days between the two. */
  readonly days: number
}

/** From here on a near repeat is offered to a person; from the surer one on it may be marked without being asked. */
export const offeredFrom = 0.5
export const markedFrom = 0.8
/** Words that must be the same for a mark, by how sure the place is: the same question of two people is no repeat. */
const wordsOfMark = { house: 2, near: 4, street: 4, unknown: 6, 'other-house': Infinity, elsewhere: Infinity }

/** True where a case is marked as like another without anybody asking. */
export function isMarked({ score, place, topic, sharedWords }: Likeness): boolean {
  const sameTopic = topic === 'topic' || topic === 'group'
  return score >= markedFrom && sameTopic && sharedWords >= wordsOfMark[place]
}

// Fitted on the tuning half of the labelled set (docs/intelligence.md) and rounded; where the place is not known, set by hand against
// real messages, of which the set has none.
const here = { base: -0.8, notHouse: 0.6, words: 1.7, count: 1.8, topics: 2.4, topic: 0.4, noTopic: 1.3 }
const somewhere = { base: -4.5, notHouse: 0, words: 7, count: 0, topics: 1.5, topic: 0.4, noTopic: 0.6 }
/** Each day between them takes so much. */
const perDay = 0.015
/** More shared words than this say no more. */
const enoughWords = 3

/** How alike two messages are; what is surely in another place is no repeat, whatever it says. */
export function likenessOf(one: Told, other: Told): Likeness {
  const place = relateTold(one, other)
  const topic = relateTopics(one, other)
  const days = Math.floor(Math.abs(one.receivedAt.since(other.receivedAt).total('hours')) / 24)
  const streets = one.streets.union(other.streets)
  const [said, beside] = [without(one.said.stems, streets), without(other.said.stems, streets)]
  const sharedWords = shared(said, beside)
  const ofWords = Math.min(said.length, beside.length)
  const told = { place, topic, sharedWords, ofWords, days }
  if (!mayBeOnePlace(place)) return { score: 0, ...told }
  const weights = place === 'unknown' ? somewhere : here
  const sum =
    weights.base +
    weights.words *
      Math.max(
        part(sharedWords, said, beside),
        part(shared(one.said.pieces, other.said.pieces), one.said.pieces, other.said.pieces),
      ) +
    weights.count * (Math.min(sharedWords, enoughWords) / enoughWords) +
    weights.topics * topicsInCommon(one.topics, other.topics) +
    (topic === 'topic' ? weights.topic : topic === 'unknown' ? weights.noTopic : 0) -
    (place === 'house' ? 0 : weights.notHouse) -
    perDay * days
  return { score: 1 / (1 + Math.exp(-sum)), ...told }
}

// Places as decided; where one has no street, the streets that the texts name.
function relateTold(one: Told, other: Told): PlaceRelation {
  const place = relatePlaces(one.place, other.place)
  if (place !== 'unknown' || one.streets.size === 0 || other.streets.size === 0) return place
  return one.streets.isDisjointFrom(other.streets) ? 'elsewhere' : 'street'
}

/** Twice the shared over all: 1 for equal sets, 0 where one is empty. */
function part(common: number, one: Int32Array, other: Int32Array): number {
  return one.length === 0 || other.length === 0 ? 0 : (2 * common) / (one.length + other.length)
}

function relateTopics(
  { topics: [first, ...rest] }: Told,
  { topics: [second, ...others] }: Told,
): TopicRelation {
  if (!first || !second) return 'unknown'
  if (first.group === second.group)
    return first.topic !== null && first.topic === second.topic ? 'topic' : 'group'
  const known = new Set([first, ...rest].map(({ group }) => group))
  return [second, ...others].some(({ group }) => known.has(group)) ? 'alike' : 'other'
}

function topicsInCommon(one: readonly TopicShare[], other: readonly TopicShare[]): number {
  let common = 0
  for (const group of new Set(one.map((each) => each.group))) {
    common += Math.min(shareOf(one, group), shareOf(other, group))
  }
  return common
}

function shareOf(topics: readonly TopicShare[], group: string): number {
  return topics.reduce((sum, one) => (one.group === group ? sum + one.share : sum), 0)
}

function without(stems: Int32Array, left: ReadonlySet<number>): Int32Array {
  return left.size === 0 ? stems : stems.filter((stem) => !left.has(stem))
}
