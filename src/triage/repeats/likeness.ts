import type { PlaceRelation, TopicRelation } from '../contract.ts'
import { relatePlaces, type Whereabouts } from './place-relation.ts'
import { readStems, type Said, shared } from './said.ts'

/** A topic that a message may be of; of several, `share` says how sure each is, all together 1. */
export type TopicShare = { readonly group: string; readonly topic: string | null; readonly share: number }

/** A message as it is compared: its words, where, of what topic, when. */
export type Told = {
  readonly said: Said
  readonly place: Whereabouts
  readonly topics: readonly TopicShare[]
  readonly receivedAt: Temporal.Instant
}

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

/** From here on a near repeat is offered to a person; from the surer one on it is marked without being asked. */
export const offeredFrom = 0.6
export const markedFrom = 0.8

// Fitted on the tuning half of the labelled set (docs/intelligence.md) and rounded; where the place is not known, set by hand against
// real messages, of which the set has none.
const here = { base: -0.8, words: 1.7, count: 1.8, topics: 2.4, topic: 0.4, noTopic: 1.3 }
const somewhere = { base: -4.5, words: 7, count: 0, topics: 1.5, topic: 0.4, noTopic: 0.6 }
/** Each day between them takes so much. */
const perDay = 0.015
/** More shared words than this say no more. */
const enoughWords = 3

/** How alike two messages are; what is surely in another place is no repeat, whatever it says. */
export function likenessOf(one: Told, other: Told): Likeness {
  const place = relatePlaces(one.place, other.place)
  const topic = relateTopics(one, other)
  const days = Math.floor(Math.abs(one.receivedAt.since(other.receivedAt).total('hours')) / 24)
  const streets = [...streetStems(one), ...streetStems(other)]
  const [said, beside] = [without(one.said.stems, streets), without(other.said.stems, streets)]
  const sharedWords = shared(said, beside)
  const ofWords = Math.min(said.length, beside.length)
  const told = { place, topic, sharedWords, ofWords, days }
  if (place === 'elsewhere' || place === 'other-house') return { score: 0, ...told }
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
    perDay * days
  return { score: 1 / (1 + Math.exp(-sum)), ...told }
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

function streetStems({ place }: { place: Whereabouts }): readonly number[] {
  return place.street === null ? [] : readStems(place.street)
}

function without(stems: Int32Array, left: readonly number[]): Int32Array {
  return left.length === 0 ? stems : stems.filter((stem) => !left.includes(stem))
}
