import type { Days } from '../contract.ts'
import { lengthOf, previousOf } from '../period.ts'

/** How many periods as long, at most, tell what is usual. */
const mostPeriods = 8
/** A longer history tells of other seasons; a period that is itself longer has one of its own length. */
const mostDays = 364

/** What a period is compared with: the days before it that tell what is usual, and the period right before. */
export interface History {
  /** Null where the centre's first case came in less than one such period before. */
  usual: Days | null
  /** Null where it begins before the centre's first case. */
  previous: Days | null
}

/** The history of a period; `first` is the day of the centre's first case. */
export function historyOf(days: Days, first: string | null): History {
  if (first === null) return { usual: null, previous: null }
  const length = lengthOf(days)
  const from = Temporal.PlainDate.from(days.from)
  const earliest = from.subtract({ days: Math.max(length, Math.min(mostPeriods * length, mostDays)) })
  const begin = earliest.toString() < first ? first : earliest.toString()
  const to = from.subtract({ days: 1 }).toString()
  const previous = previousOf(days)
  return {
    usual: begin <= to && lengthOf({ from: begin, to }) >= length ? { from: begin, to } : null,
    previous: previous.from < first ? null : previous,
  }
}
