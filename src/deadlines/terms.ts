import type { WorkingTime } from '../calendar/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { PauseReason, TimeNorm } from './contract.ts'

/** A stretch in which the clock stood still; `to` is null while it still does. */
export interface Pause {
  from: Temporal.Instant
  to: Temporal.Instant | null
  reason: PauseReason
}

/** All that a deadline depends on. Norm, calendar and hours are taken as immutable. */
export interface DeadlineTerms extends WorkingTime {
  norm: TimeNorm
  /** When the norm's start event happened. */
  from: Temporal.Instant
  /** Extensions granted so far, in the norm's unit. */
  extensions?: readonly number[]
  /** Pauses in any order; one whose reason the norm does not list has no effect. */
  pauses?: readonly Pause[]
}

function openPause(terms: DeadlineTerms): Pause | undefined {
  return terms.pauses?.find((pause) => pause.to === null)
}

/** Stops the clock at a moment. Refuses where the norm does not allow the reason or the clock already stands. */
export function pauseDeadline<T extends DeadlineTerms>(
  terms: T,
  at: Temporal.Instant,
  reason: PauseReason,
): T {
  if (!terms.norm.pause.includes(reason)) {
    const text = `Срок «${terms.norm.name}» по этой причине не приостанавливается: продолжайте работу или продлите срок.`
    refuse('conflict', 'pause-not-allowed', text)
  }
  if (openPause(terms)) {
    refuse('conflict', 'already-paused', 'Срок уже приостановлен: сначала возобновите его.')
  }
  return { ...terms, pauses: [...(terms.pauses ?? []), { from: at, to: null, reason }] }
}

/** Lets the clock run again. Refuses when it does not stand, or when the moment lies before the pause. */
export function resumeDeadline<T extends DeadlineTerms>(terms: T, at: Temporal.Instant): T {
  const open = openPause(terms)
  if (!open) refuse('conflict', 'not-paused', 'Срок не приостановлен: возобновлять нечего.')
  if (Temporal.Instant.compare(at, open.from) < 0) {
    refuse('invalid', 'resumed-before-pause', 'Возобновить срок можно только позже его приостановки.')
  }
  return {
    ...terms,
    pauses: terms.pauses!.map((pause) => (pause === open ? { ...pause, to: at } : pause)),
  }
}

/** Puts the deadline off by an amount in the norm's unit. Refuses beyond what the norm allows. */
export function extendDeadline<T extends DeadlineTerms>(terms: T, amount: number): T {
  const { norm, extensions = [] } = terms
  const allowed = norm.extension
  if (!allowed) refuse('conflict', 'extension-not-allowed', `Срок «${norm.name}» не продлевается.`)
  if (extensions.length >= allowed.times) {
    const text = `Срок «${norm.name}» уже продлён столько раз, сколько разрешено: ${allowed.times}.`
    refuse('conflict', 'extension-used-up', text)
  }
  const inDays = !norm.unit.endsWith('hours')
  if (!(amount > 0) || amount > allowed.max || (inDays && !Number.isInteger(amount))) {
    const kind = inDays ? 'целое число дней' : 'число часов'
    refuse('invalid', 'extension-out-of-range', `Укажите ${kind} продления от 1 до ${allowed.max}.`)
  }
  return { ...terms, extensions: [...extensions, amount] }
}

/** Pauses that count for the norm: clipped to its start, in order, overlapping ones made one. */
export function countedPauses(terms: DeadlineTerms): Pause[] {
  const merged: Pause[] = []
  const relevant = (terms.pauses ?? [])
    .filter((pause) => terms.norm.pause.includes(pause.reason))
    .map((pause) =>
      Temporal.Instant.compare(pause.from, terms.from) < 0 ? { ...pause, from: terms.from } : pause,
    )
    .filter((pause) => pause.to === null || Temporal.Instant.compare(pause.to, pause.from) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
  for (const pause of relevant) {
    const last = merged.at(-1)
    if (!last || (last.to && Temporal.Instant.compare(pause.from, last.to) > 0)) merged.push({ ...pause })
    else if (last.to && (!pause.to || Temporal.Instant.compare(pause.to, last.to) > 0)) last.to = pause.to
  }
  return merged
}
