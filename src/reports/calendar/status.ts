import type { CalendarStatus } from '../contract-report.ts'
import type { Due } from '../periods/due.ts'
import type { Period } from '../periods/period.ts'
import type { ReportState } from '../states.ts'

/** What decides how a report of the calendar stands. */
export interface Standing {
  period: Pick<Period, 'to'>
  due: Pick<Due, 'at' | 'remindOn'> | null
  /** The newest version; `submittedAt` is the first handing over of any. */
  report: { state: ReportState; submittedAt: Temporal.Instant | null } | null
  /** Last day of the period that follows: a report without a term is missing once that one ended too. */
  nextTo: Temporal.PlainDate
}

/** How a report stands at a moment of the centre's clock. */
export function statusOf(
  { period, due, report, nextTo }: Standing,
  now: Temporal.ZonedDateTime,
): CalendarStatus {
  const isPast = (moment: Temporal.Instant) =>
    due !== null && Temporal.Instant.compare(moment, due.at.toInstant()) > 0
  const today = now.toPlainDate()
  const isOver = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0
  if (report?.submittedAt) return isPast(report.submittedAt) ? 'done-late' : 'done'
  if (isPast(now.toInstant())) return 'late'
  if (report) return report.state === 'draft' || report.state === 'review' ? 'in-work' : 'to-hand-over'
  if (!due && isOver(nextTo)) return 'missing'
  if (due?.remindOn && Temporal.PlainDate.compare(due.remindOn, today) <= 0) return 'soon'
  return isOver(period.to) ? 'to-do' : 'ahead'
}
