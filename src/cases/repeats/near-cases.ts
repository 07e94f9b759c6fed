import type { Centre } from '../../charter/index.ts'
import type { Desk } from '../../people/index.ts'
import {
  type Band,
  bandsOf,
  type Likeness,
  likenessOf,
  mayBeOnePlace,
  offeredFrom,
  readTold,
  relatePlaces,
  stemsOf,
  type Told,
  type TopicShare,
} from '../../triage/index.ts'
import type { ProposalData } from '../contract-card.ts'
import { finalStates } from '../states.ts'
import { hiddenBands, periodOf } from './bands.ts'
import { type Candidate, findCandidates, type StandingCase, standingCases } from './near-store.ts'

/** A text with what is known of it, before or after it became a case. */
export interface Telling {
  masked: string
  receivedAt: Temporal.Instant
  settlement: string | null
  street: string | null
  house: string | null
  lat: number | null
  lon: number | null
  topicGroup: string | null
  topic: string | null
  proposed: ProposalData | null
  /** The case that it is itself, which is not like itself. */
  caseId?: string
}

/** A case that may speak of the same problem, and by what. */
export interface NearCase {
  row: StandingCase
  likeness: Likeness
}

/** Most near cases that are offered at once. */
const mostOffered = 5
/** Cases looked up for them: some are joined to one another, and some were said to be no repeats. */
const mostAlike = 20
const dayHours = 24

/**
 * Cases within the person's reach that may speak of the same problem, the likest first: received within the charter's days of one
 * another, sharing a band, and alike enough after all is compared. What was joined stands for the case that it was joined to.
 */
export async function nearCases(
  desk: Desk,
  telling: Telling,
  atLeast: number = offeredFrom,
): Promise<NearCase[]> {
  const { centre, vault, now } = desk
  const told = toldOf(centre, telling)
  const bands = bandsOf(told.said, telling, told.topics[0]?.group ?? null)
  const hours = centre.charter.repeats.withinDays * dayHours
  const since = telling.receivedAt.subtract({ hours })
  const until = earlier(telling.receivedAt.add({ hours }), now)
  const candidates = await findCandidates(desk, {
    bands: weighed(bands, hiddenBands(vault, centre.id, bands)),
    periods: periodsBetween(since, until),
    since,
    until,
    except: telling.caseId ?? null,
  })
  const alike = candidates
    .filter((candidate) => mayBeOnePlace(relatePlaces(told.place, candidate)))
    .map((candidate) => ({ candidate, likeness: likenessOf(told, toldOf(centre, tellingOf(candidate))) }))
    .filter(({ likeness }) => likeness.score >= atLeast)
    .toSorted((one, other) => other.likeness.score - one.likeness.score)
    .slice(0, mostAlike)
  const standing = await standingCases(
    desk,
    alike.map(({ candidate }) => candidate.id),
    telling.caseId ?? null,
  )
  return best(
    alike.flatMap(({ candidate, likeness }) => {
      const row = standing.get(candidate.id)
      return row ? [{ row, likeness }] : []
    }),
  )
}

// Open cases before final ones of the same likeness in tenths: those may be joined to.
function best(found: readonly NearCase[]): NearCase[] {
  const byCase = new Map<string, NearCase>()
  for (const one of found) if (!byCase.has(one.row.id)) byCase.set(one.row.id, one)
  const rank = ({ row, likeness }: NearCase) =>
    Math.round(likeness.score * 10) - (finalStates.includes(row.state) ? 0.5 : 0)
  return [...byCase.values()]
    .toSorted((one, other) => rank(other) - rank(one) || other.likeness.score - one.likeness.score)
    .slice(0, mostOffered)
}

function toldOf(centre: Centre, { masked, receivedAt, ...telling }: Omit<Telling, 'caseId'>): Told {
  return readTold({ masked, place: telling, topics: topicShares(telling), receivedAt }, streetStems(centre))
}

const streets = new WeakMap<Centre, ReadonlySet<number>>()

function streetStems(centre: Centre): ReadonlySet<number> {
  const known = streets.get(centre) ?? stemsOf(centre.charter.streets.map(({ name }) => name))
  streets.set(centre, known)
  return known
}

/** What a person or the charter's threshold decided counts alone; else the proposals by their scores. */
function topicShares({
  topicGroup,
  topic,
  proposed,
}: Pick<Telling, 'topicGroup' | 'topic' | 'proposed'>): TopicShare[] {
  if (topicGroup !== null) return [{ group: topicGroup, topic, share: 1 }]
  const topics = proposed?.topics ?? []
  const sum = topics.reduce((total, { score }) => total + Math.max(score, 0), 0)
  return sum === 0
    ? []
    : topics.map(({ group, topic: one, score }) => ({ group, topic: one, share: Math.max(score, 0) / sum }))
}

/** A kept case as it is compared. */
export function tellingOf(row: Candidate): Telling {
  return {
    masked: row.masked_text,
    receivedAt: row.received_at,
    settlement: row.settlement,
    street: row.street,
    house: row.house,
    lat: row.lat,
    lon: row.lon,
    topicGroup: row.topic_group,
    topic: row.topic,
    proposed: row.proposed,
  }
}

// Two bands may be hidden as one only by chance; then the heavier weight stands.
function weighed(bands: readonly Band[], hidden: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>()
  for (const [at, { weight }] of bands.entries()) {
    weights.set(hidden[at]!, Math.max(weight, weights.get(hidden[at]!) ?? 0))
  }
  return weights
}

function periodsBetween(since: Temporal.Instant, until: Temporal.Instant): number[] {
  const first = periodOf(since)
  return Array.from({ length: periodOf(until) - first + 1 }, (_, at) => first + at)
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
