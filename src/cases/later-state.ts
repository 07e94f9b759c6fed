import type { Centre } from '../charter/index.ts'
import type { StopEvent } from '../deadlines/contract.ts'
import type { CaseChange, ClockRow } from './case-row.ts'
import { cancelled, paused, startedBy, stoppedBy, type ClockFacts } from './clocks.ts'
import type { LaterState, Registration } from './registration.ts'
import type { CaseState } from './states.ts'

/** The state that a case is registered in: as far as sorting beforehand brought it; without a topic it waits for triage. */
export function firstState(given: Registration): CaseState {
  if (!given.topicGroup) return 'registered'
  return given.assigneeId || given.organisation ? 'assigned' : 'triaged'
}

/** Clocks of a case just registered. */
export function firstClocks(
  centre: Centre,
  facts: ClockFacts & { state: string },
  receivedAt: Temporal.Instant,
  registeredAt: Temporal.Instant,
): ClockRow[] {
  const clocks = [
    ...startedBy(centre, facts, 'received', receivedAt),
    ...startedBy(centre, facts, 'registered', registeredAt),
  ]
  const happened: StopEvent[] = ['registered']
  if (facts.state === 'assigned') {
    happened.push('assigned')
    clocks.push(...startedBy(centre, facts, 'assigned', registeredAt))
  }
  return overlay(clocks, stoppedBy(clocks, happened, registeredAt))
}

/**
 * Clocks of a case that came with a later state of its source; steps whose moment is not known are not judged. An interim
 * answer stops the clock of answering only where the charter has a norm for the final answer after it.
 */
export function laterClocks(
  centre: Centre,
  known: ClockFacts & { clocks: readonly ClockRow[] },
  later: LaterState,
  registeredAt: Temporal.Instant,
): ClockRow[] {
  let now = [...known.clocks]
  const answeredAt = later.answeredAt ?? (later.answer ? later.closedAt : null)
  const first = later.firstAnsweredAt ?? answeredAt
  const following = first && first !== answeredAt ? startedBy(centre, known, 'interim-sent', first) : []
  const judged = following.length > 0 ? first : answeredAt
  if (judged) now = overlay(now, stoppedBy(now, ['approved', 'sent', 'published'], judged))
  now.push(...following)
  if (answeredAt && judged !== answeredAt)
    now = overlay(now, stoppedBy(now, ['approved', 'sent', 'published'], answeredAt))
  if (later.closedAt && later.state === 'closed') {
    const ends: StopEvent[] = later.outcome === 'forwarded' ? ['closed', 'forwarded', 'notified'] : ['closed']
    now = overlay(now, stoppedBy(now, ends, later.closedAt))
  }
  if (later.state === 'closed' || later.state === 'forwarded') return overlay(now, cancelled(now))
  const begun = now.filter((clock) => ['registered', 'assigned', 'taken'].includes(clock.norm_copy.stop))
  now = overlay(now, cancelled(begun))
  return later.state === 'postponed' ? overlay(now, paused(now, registeredAt)) : now
}

/** Columns that a later state of the source sets. */
export function laterColumns(later: LaterState): CaseChange {
  return {
    state: later.state,
    outcome: later.outcome ?? null,
    first_answered_at:
      later.firstAnsweredAt ?? later.answeredAt ?? (later.answer ? (later.closedAt ?? null) : null),
    answered_at: later.answeredAt ?? null,
    closed_at: later.state === 'closed' ? (later.closedAt ?? later.answeredAt ?? null) : null,
    promised_on: later.promisedOn ?? null,
  }
}

/** Clocks with some of them changed. */
export function overlay(clocks: readonly ClockRow[], changed: readonly ClockRow[]): ClockRow[] {
  const byId = new Map(changed.map((clock) => [clock.id, clock]))
  return clocks.map((clock) => byId.get(clock.id) ?? clock)
}
