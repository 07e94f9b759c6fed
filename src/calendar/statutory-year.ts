import type { CalendarYear } from './contract.ts'
import { epochDay, isoDay, weekdayOf } from './epoch-day.ts'

const newYear = 'Новогодние каникулы'
/** Public holidays of the Labour Code, art. 112 part 1, as month and day. */
const holidays: readonly (readonly [month: number, day: number, name: string])[] = [
  ...[1, 2, 3, 4, 5, 6].map((day) => [1, day, newYear] as const),
  [1, 7, 'Рождество Христово'],
  [1, 8, newYear],
  [2, 23, 'День защитника Отечества'],
  [3, 8, 'Международный женский день'],
  [5, 1, 'Праздник Весны и Труда'],
  [5, 9, 'День Победы'],
  [6, 12, 'День России'],
  [11, 4, 'День народного единства'],
]

/**
 * A year as the Labour Code alone makes it (art. 112 and 95), without the Government's act on transfers: provisional.
 * A Saturday or Sunday that is a holiday moves to the next working day after it, except on 1–8 January (art. 112 part 2).
 */
export function statutoryYear(year: number): CalendarYear {
  const first = epochDay(new Temporal.PlainDate(year, 1, 1))
  const last = epochDay(new Temporal.PlainDate(year, 12, 31))
  const dates = holidays.map(([month, day]) => epochDay(new Temporal.PlainDate(year, month, day)))
  const off = new Set(dates)
  const isOff = (day: number) => off.has(day) || weekdayOf(day) > 4
  const transfers: CalendarYear['transfers'] = []
  for (const day of dates) {
    if (weekdayOf(day) < 5 || day - first < 8) continue
    let to = day + 1
    while (isOff(to)) to++
    off.add(to)
    transfers.push({ from: isoDay(day), to: isoDay(to), basis: 'TK art. 112' })
  }
  // 31 December stands before 1 January of the next year, so it is short whenever it is a working day.
  const eves = [...dates.slice(8), last + 1].map((day) => day - 1).filter((day) => !isOff(day))
  return {
    year,
    status: 'provisional',
    publicHolidays: holidays.map(([, , name], i) => ({ date: isoDay(dates[i]!), name })),
    transfers,
    nonWorkingDays: [...off].toSorted((a, b) => a - b).map(isoDay),
    shortDays: eves.map(isoDay),
    workingWeekends: [],
    act: null,
  }
}
