import type { DeadlineState } from './contract.ts'

/** How a deadline stands at a moment. `soonFrom` is its earliest reminder; `stoppedAt` is when its clock stopped for good. */
export function deadlineStatus(
  due: Temporal.Instant,
  now: Temporal.Instant,
  facts: {
    zone: string
    stoppedAt?: Temporal.Instant | null
    paused?: boolean
    soonFrom?: Temporal.Instant | null
  },
): DeadlineState {
  const { zone, stoppedAt, paused, soonFrom } = facts
  if (stoppedAt) return Temporal.Instant.compare(stoppedAt, due) <= 0 ? 'met' : 'missed'
  if (paused) return 'paused'
  if (Temporal.Instant.compare(now, due) > 0) return 'overdue'
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate()
  if (dayOf(now).equals(dayOf(due))) return 'due-today'
  return soonFrom && Temporal.Instant.compare(now, soonFrom) >= 0 ? 'soon' : 'running'
}
