import { entryId } from '../audit/index.ts'
import { type Centre, workingTimeOf } from '../charter/index.ts'
import {
  type ChosenNorm,
  computeDeadline,
  type Deadline,
  extendDeadline,
  type NormFacts,
  selectNorms,
} from '../deadlines/index.ts'
import type { PauseReason, StartEvent, StopEvent, TimeNorm } from '../deadlines/contract.ts'
import type { ClockRow } from './case-row.ts'

/** What chooses the norms of a case. */
export interface ClockFacts {
  id: string
  regime: TimeNorm['regime']
  channel: string
  subtype: string | null
  nature: string | null
  topic: string | null
  topic_group: string | null
  emergency: boolean
  fast_track: boolean
}

/** Facts of a case as norms are chosen by. */
export function normFacts(facts: ClockFacts, event?: StartEvent): NormFacts {
  return {
    regime: facts.regime,
    channel: facts.channel,
    subtype: facts.subtype,
    nature: facts.nature,
    topic: facts.topic,
    topicGroup: facts.topic_group,
    emergency: facts.emergency,
    fastTrack: facts.fast_track,
    ...(event ? { event } : {}),
  }
}

/** Clocks that an event starts: norms tracked on every case that nothing stops before. */
export function startedBy(
  centre: Centre,
  facts: ClockFacts,
  event: StartEvent,
  at: Temporal.Instant,
): ClockRow[] {
  return chosenNorms(centre, facts, event).map(({ key, clock, norm }) => ({
    centre_id: centre.id,
    id: entryId(at),
    case_id: facts.id,
    part_id: null,
    clock,
    norm: key,
    norm_copy: norm,
    charter_edition: centre.edition,
    started_at: at,
    ...dueOf(
      computeDeadline(termsOf(centre, { norm_copy: norm, started_at: at, pauses: [], extensions: [] })),
    ),
    state: 'running',
    pauses: [],
    extensions: [],
    stopped_at: null,
  }))
}

const chosen = new WeakMap<Centre, Map<string, readonly ChosenNorm[]>>()

// Norms of one clock exclude each other whatever starts them: the one for this channel, then the common one does not run.
function chosenNorms(centre: Centre, facts: ClockFacts, event: StartEvent): readonly ChosenNorm[] {
  const { regime, channel, subtype, nature, topic, topic_group: group, emergency, fast_track: fast } = facts
  const key = [event, regime, channel, subtype, nature, topic, group, emergency, fast].join('|')
  let known = chosen.get(centre)
  if (!known) chosen.set(centre, (known = new Map()))
  let norms = known.get(key)
  if (!norms) {
    const all = centre.charter.norms
    const ruling = new Set(selectNorms(all, normFacts(facts)).map((one) => one.key))
    norms = selectNorms(all, normFacts(facts, event)).filter((one) => ruling.has(one.key))
    known.set(key, norms)
  }
  return norms
}

function dueOf(deadline: Deadline) {
  const { legal, control, provisional } = deadline
  return {
    due_at: deadline.dueAt,
    legal_on: legal === null ? null : Temporal.PlainDate.from(legal),
    control_on: Temporal.PlainDate.from(control),
    provisional,
  }
}

type Terms = Pick<ClockRow, 'norm_copy' | 'started_at' | 'pauses' | 'extensions'>

function termsOf(centre: Centre, clock: Terms) {
  const pauses = clock.pauses.map((pause) => ({
    from: Temporal.Instant.from(pause.from),
    to: pause.to === null ? null : Temporal.Instant.from(pause.to),
    reason: 'postponed' as PauseReason,
  }))
  return {
    norm: clock.norm_copy,
    from: clock.started_at,
    ...workingTimeOf(centre),
    pauses,
    extensions: clock.extensions.map((extension) => extension.days),
  }
}

/** A kept clock counted anew: how its due instant was found, step by step. */
export function explainClock(centre: Centre, clock: Terms): Deadline {
  return computeDeadline(termsOf(centre, clock))
}

/** Stops for good the clocks that wait for the event: met when not later than due. */
export function stoppedBy(
  clocks: readonly ClockRow[],
  events: readonly StopEvent[],
  at: Temporal.Instant,
): ClockRow[] {
  return clocks
    .filter((clock) => isAlive(clock) && events.includes(clock.norm_copy.stop))
    .map((clock) => ({
      ...clock,
      state: isLate(clock, at) ? 'missed' : 'met',
      stopped_at: at,
      pauses: ended(clock.pauses, at),
    }))
}

function isAlive(clock: ClockRow): boolean {
  return clock.state === 'running' || clock.state === 'paused'
}

function isLate(clock: ClockRow, at: Temporal.Instant): boolean {
  return clock.state !== 'paused' && Temporal.Instant.compare(at, clock.due_at) > 0
}

function ended(pauses: ClockRow['pauses'], at: Temporal.Instant): ClockRow['pauses'] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at.toString() } : pause))
}

/** Ends clocks that no longer ask anything of us, such as those of another regime or of a joined case. */
export function cancelled(clocks: readonly ClockRow[]): ClockRow[] {
  return clocks.filter(isAlive).map((clock) => ({ ...clock, state: 'cancelled' }))
}

/** Lets the cancelled clocks of the case's regime run on from their own start, for a case that came back to us. */
export function revived(clocks: readonly ClockRow[], regime: ClockFacts['regime']): ClockRow[] {
  return clocks
    .filter((clock) => clock.state === 'cancelled' && clock.norm_copy.regime === regime)
    .map((clock) => ({ ...clock, state: 'running' }))
}

/**
 * What changes when new facts of a case (topic, nature, subtype) choose other norms: a running clock of another norm ends,
 * and the clock of the chosen norm runs from the same start.
 */
export function rechosen(centre: Centre, facts: ClockFacts, clocks: readonly ClockRow[]): ClockRow[] {
  return clocks
    .filter((clock) => clock.state === 'running')
    .flatMap((clock) => {
      const chosen = startedBy(centre, facts, clock.norm_copy.start, clock.started_at)
      const better = chosen.find((one) => one.clock === clock.clock && one.norm !== clock.norm)
      return better ? [{ ...clock, state: 'cancelled' as const }, better] : []
    })
}

/** Stops for a while the running clocks whose norm allows it while a case is postponed. */
export function paused(clocks: readonly ClockRow[], at: Temporal.Instant): ClockRow[] {
  return clocks
    .filter((clock) => clock.state === 'running' && clock.norm_copy.pause.includes('postponed'))
    .map((clock) => ({
      ...clock,
      state: 'paused',
      pauses: [...clock.pauses, { from: at.toString(), to: null, why: 'postponed' }],
    }))
}

/** Lets paused clocks run again; their due instants move by what the pause took. */
export function resumed(centre: Centre, clocks: readonly ClockRow[], at: Temporal.Instant): ClockRow[] {
  return clocks
    .filter((clock) => clock.state === 'paused')
    .map((clock) => {
      const running: ClockRow = { ...clock, state: 'running', pauses: ended(clock.pauses, at) }
      return { ...running, ...dueOf(computeDeadline(termsOf(centre, running))) }
    })
}

/** Puts a clock off by an amount in its norm's unit; refuses beyond what the norm allows. */
export function extended(
  centre: Centre,
  clock: ClockRow,
  days: number,
  at: Temporal.Instant,
  why: string,
): ClockRow {
  extendDeadline(termsOf(centre, clock), days)
  const longer: ClockRow = { ...clock, extensions: [...clock.extensions, { days, at: at.toString(), why }] }
  return { ...longer, ...dueOf(computeDeadline(termsOf(centre, longer))) }
}

/** The nearest due instant of the running clocks. */
export function nearestDue(clocks: readonly ClockRow[]): {
  due_at: Temporal.Instant | null
  due_clock: string | null
} {
  let nearest: ClockRow | undefined
  for (const clock of clocks) {
    if (clock.state !== 'running') continue
    if (!nearest || Temporal.Instant.compare(clock.due_at, nearest.due_at) < 0) nearest = clock
  }
  return { due_at: nearest?.due_at ?? null, due_clock: nearest?.clock ?? null }
}
