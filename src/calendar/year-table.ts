import type { CalendarYear } from './contract.ts'
import { epochDay, weekdayOf } from './epoch-day.ts'
import type { EpochDay } from './epoch-day.ts'

/** What a day is for work. */
export type DayKind = 'working' | 'short' | 'off'

/** Why a day is what it is; days of a transfer are numbers, `act` is the document that moved them. */
export type DayReason =
  | { is: 'weekday' | 'weekend' | 'short' | 'local-short' | 'local-working' | 'off' }
  | { is: 'holiday' | 'local-holiday'; name: string }
  | { is: 'moved-from' | 'moved-to'; day: EpochDay; act: string }

const number = (date: string) => epochDay(Temporal.PlainDate.from(date))

function actOf(year: CalendarYear, basis: string | undefined): string {
  if (basis === 'TK art. 112') return 'статья 112 ТК РФ'
  if (basis) return basis
  if (!year.act) return 'акт Правительства РФ о переносе выходных'
  const act = year.act.charAt(0).toLowerCase() + year.act.slice(1)
  return year.actConfidence && !year.actConfidence.startsWith('[found]') ? `${act}, номер не сверен` : act
}

/** Kinds of the days of a year that differ from the plain rule «Monday to Friday work», with the reason of each. */
export function yearTable(year: CalendarYear): Map<EpochDay, { kind: DayKind; reason: DayReason }> {
  const table = new Map<EpochDay, { kind: DayKind; reason: DayReason }>()
  for (const date of year.nonWorkingDays) {
    const day = number(date)
    table.set(day, { kind: 'off', reason: { is: weekdayOf(day) > 4 ? 'weekend' : 'off' } })
  }
  for (const date of year.workingWeekends)
    table.set(number(date), { kind: 'working', reason: { is: 'weekday' } })
  for (const { from, to, basis } of year.transfers) {
    const act = actOf(year, basis)
    const target = table.get(number(to))
    if (target) target.reason = { is: 'moved-from', day: number(from), act }
    const source = table.get(number(from))
    if (source?.kind === 'working') source.reason = { is: 'moved-to', day: number(to), act }
  }
  for (const { date, name } of year.publicHolidays) {
    const day = table.get(number(date))
    if (day) day.reason = { is: 'holiday', name }
  }
  for (const date of year.shortDays) {
    const found = table.get(number(date))
    table.set(number(date), { kind: 'short', reason: found?.reason ?? { is: 'short' } })
  }
  return table
}
