import { type Calendar, dayInWords, epochDay, weekdayInWords, weekdayOf } from '../../calendar/index.ts'
import type { ReportDue, ReportRule } from '../../charter/contract.ts'
import { type Period, weekdayNumber } from './period.ts'

/** When a report is due, and why then. */
export interface Due {
  on: Temporal.PlainDate
  /** The last moment that is in time; of a day without an hour its last second. */
  at: Temporal.ZonedDateTime
  /** Day from which the calendar reminds; null where the charter names none. */
  remindOn: Temporal.PlainDate | null
  /** Steps in words. */
  steps: readonly string[]
}

export interface DueTerms {
  zone: string
  calendar: Calendar
  /** Of a report on request: the day it was asked for. */
  askedOn?: Temporal.PlainDate | undefined
}

type Rule = Pick<ReportRule, 'due' | 'remindDays'>
type Day = { on: Temporal.PlainDate; step: string }

const inWords = (day: Temporal.PlainDate) =>
  `${weekdayInWords(weekdayOf(epochDay(day)))}, ${dayInWords(epochDay(day))}`

/** When a report of this period is due; null where the charter names no term. */
export function dueOf({ due, remindDays }: Rule, period: Period, terms: DueTerms): Due | null {
  if (!due) return null
  const nominal = nominalDay(due, period, terms)
  const rolled = rollDay(nominal.on, due.roll, terms.calendar, period)
  const time = due.time === '24:00' ? undefined : due.time
  const at = rolled.on
    .toPlainDateTime(time ? Temporal.PlainTime.from(time) : { hour: 23, minute: 59, second: 59 })
    .toZonedDateTime(terms.zone)
  const last = time ? `не позднее ${time}` : 'до конца дня'
  return {
    on: rolled.on,
    at,
    remindOn: remindDays === undefined ? null : rolled.on.subtract({ days: remindDays }),
    steps: [nominal.step, ...rolled.steps, `срок: ${inWords(rolled.on)}, ${last}`],
  }
}

function nominalDay(due: ReportDue, period: Period, terms: DueTerms): Day {
  const { calendar, askedOn } = terms
  if (due.weekday) {
    const monday = period.monday ?? period.to
    const on = monday.add({ days: weekdayNumber(due.weekday) - 1 })
    return { on, step: `день недели из устава: ${inWords(on)}` }
  }
  if (due.workingDayOfMonth !== undefined) {
    const on = calendar.addWorkingDays(period.to, due.workingDayOfMonth)
    return { on, step: `${due.workingDayOfMonth}-й рабочий день после отчётного периода: ${inWords(on)}` }
  }
  if (due.dayOfMonth !== undefined) return dayOfMonth(due.dayOfMonth, due.before, period)
  const start = askedOn ?? period.to
  const on = start.add({ days: due.daysAfter ?? 1 })
  const since = askedOn ? 'после запроса' : 'после отчётного периода'
  return { on, step: `${due.daysAfter}-й день ${since}: ${inWords(on)}` }
}

function dayOfMonth(day: number, before: boolean, { to }: Period): Day {
  const next = to.add({ days: 1 })
  const named = next.with({ day: Math.min(day, next.daysInMonth) })
  if (!before) return { on: named, step: `${day}-е число месяца после отчётного периода: ${inWords(named)}` }
  const on = named.subtract({ days: 1 })
  return { on, step: `до ${day}-го числа месяца после отчётного периода, то есть накануне: ${inWords(on)}` }
}

function rollDay(
  on: Temporal.PlainDate,
  roll: ReportDue['roll'],
  calendar: Calendar,
  { to, monday }: Period,
): { on: Temporal.PlainDate; steps: string[] } {
  if (roll === 'none' || calendar.isWorking(on)) return { on, steps: [] }
  const [previous, next] = [calendar.previousWorking(on), calendar.nextWorking(on)]
  const why = calendar.why(on)
  if (roll === 'next')
    return { on: next, steps: [`${why}: переносится на следующий рабочий день, ${inWords(next)}`] }
  // A month is not over before its last day, whatever the holidays; a week is told as far as it went.
  if (!monday && Temporal.PlainDate.compare(previous, to) <= 0) {
    const words = `предыдущий рабочий день ещё внутри отчётного периода, поэтому следующий, ${inWords(next)}`
    return { on: next, steps: [`${why}: ${words}`] }
  }
  return { on: previous, steps: [`${why}: переносится на предыдущий рабочий день, ${inWords(previous)}`] }
}
