import type { StartEvent, TimeNorm, TimeUnit } from './contract.ts'

/** What is known of a case when its norms are chosen; an unknown fact meets no condition. */
export interface NormFacts {
  regime: TimeNorm['regime']
  channel?: string | null
  subtype?: string | null
  nature?: string | null
  topic?: string | null
  /** The group of the topic; a condition on topics may name either. */
  topicGroup?: string | null
  emergency?: boolean
  fastTrack?: boolean
  /** The start event that has just happened; without it norms of every start event are weighed. */
  event?: StartEvent
  /** `always` (the default) or the norms shown when their act is chosen. */
  track?: TimeNorm['track']
}

/** A chosen norm under its key in the charter. */
export interface ChosenNorm {
  key: string
  clock: string
  norm: TimeNorm
}

/** Hours of ordinary life that one of a unit takes in a five-day week of eight hours: only for telling the stricter norm. */
const hoursOfLife: Record<TimeUnit, number> = {
  hours: 1,
  'working-hours': 168 / 40,
  'calendar-days': 24,
  'working-days': 168 / 5,
}

type Known = string | null | undefined

function holds(list: readonly string[] | undefined, ...known: Known[]): boolean | null {
  return list === undefined ? null : known.some((fact) => fact != null && list.includes(fact))
}

/** How many conditions of a norm the facts meet, or -1 when they fail one. */
function matched({ when = {} }: TimeNorm, facts: NormFacts): number {
  const conditions = [
    holds(when.channels, facts.channel),
    holds(when.subtypes, facts.subtype),
    holds(when.natures, facts.nature),
    holds(when.topics, facts.topic, facts.topicGroup),
    when.emergency === undefined ? null : when.emergency === (facts.emergency ?? false),
    when.fastTrack === undefined ? null : when.fastTrack === (facts.fastTrack ?? false),
  ]
  return conditions.includes(false) ? -1 : conditions.filter((condition) => condition === true).length
}

/**
 * The norm that runs on each clock: of those that apply, the one with the most conditions; among equals the stricter one,
 * then the first by key. Ordered by clock.
 */
export function selectNorms(norms: Readonly<Record<string, TimeNorm>>, facts: NormFacts): ChosenNorm[] {
  const best = new Map<string, ChosenNorm & { conditions: number; length: number }>()
  for (const key of Object.keys(norms).toSorted()) {
    const norm = norms[key]!
    if (norm.regime !== facts.regime || norm.track !== (facts.track ?? 'always')) continue
    if (facts.event && norm.start !== facts.event) continue
    const conditions = matched(norm, facts)
    if (conditions < 0) continue
    const length = norm.amount * hoursOfLife[norm.unit]
    const rival = best.get(norm.clock)
    const wins =
      !rival || conditions > rival.conditions || (conditions === rival.conditions && length < rival.length)
    if (wins) best.set(norm.clock, { key, clock: norm.clock, norm, conditions, length })
  }
  return [...best.keys()].toSorted().map((name) => {
    const { key, clock, norm } = best.get(name)!
    return { key, clock, norm }
  })
}
