import type { Centre } from '../charter/index.ts'
import type { ReportRule } from '../charter/contract.ts'
import { refuse } from '../platform/refusal.ts'
import { dueOf, type Due } from './periods/due.ts'
import type { Period } from './periods/period.ts'

/** The rule of a report by its code; refuses one that the charter in force does not know. */
export function ruleOf({ charter }: Centre, code: string): ReportRule {
  const rule = charter.reports.find((one) => one.code === code)
  if (!rule) {
    const codes = charter.reports.map((one) => one.code).join(', ')
    refuse(
      'not-found',
      'no-such-report',
      `Отчёта «${code.slice(0, 60)}» в уставе центра нет. Есть: ${codes || 'ни одного'}.`,
    )
  }
  return rule
}

/** When the report of a period is due in its centre. */
export function dueIn(
  centre: Centre,
  rule: Pick<ReportRule, 'due' | 'remindDays' | 'period'>,
  period: Period,
  askedAt?: Temporal.Instant,
): Due | null {
  const askedOn =
    rule.period === 'on-request' ? askedAt?.toZonedDateTimeISO(centre.zone).toPlainDate() : undefined
  return dueOf(rule, period, { zone: centre.zone, calendar: centre.calendar, askedOn })
}
