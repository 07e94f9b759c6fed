import { dayInWords, daysInWords, epochDay } from '../../calendar/index.ts'
import type { ReportPeriod, ReportRule } from '../../charter/contract.ts'
import { refuse } from '../../platform/refusal.ts'

/** What a report tells of: days in the centre's zone, both in it. */
export interface Period {
  /** `2026-11-19`, `2026-W46`, `2026-10`, `2026-Q3`, `2026-H1`, `2025`, `2026-11-01..2026-11-15`. */
  name: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** «неделя 46 2026 года, 6–12 ноября 2026». */
  words: string
  /** Of a weekly report: Monday of the ISO week that names it. */
  monday: Temporal.PlainDate | null
}

type Rule = Pick<ReportRule, 'period' | 'window' | 'due'>

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const monthNames = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
const shapes: Record<ReportPeriod, { pattern: RegExp; example: string }> = {
  day: { pattern: /^\d{4}-\d{2}-\d{2}$/, example: '2026-11-19' },
  week: { pattern: /^(\d{4})-W(\d{2})$/, example: '2026-W46' },
  month: { pattern: /^(\d{4})-(\d{2})$/, example: '2026-10' },
  quarter: { pattern: /^(\d{4})-Q([1-4])$/, example: '2026-Q3' },
  'half-year': { pattern: /^(\d{4})-H([12])$/, example: '2026-H1' },
  year: { pattern: /^(\d{4})$/, example: '2025' },
  'on-request': {
    pattern: /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/,
    example: '2026-11-01..2026-11-15',
  },
}

/** How a period of a rule is written, by an example. */
export function exampleOf(every: ReportPeriod): string {
  return shapes[every].example
}

/** Number of the weekday, 1 for Monday, at the beginning of a window's edge: `fri 00:00`. */
export function weekdayNumber(edge: string): number {
  return weekdays.indexOf(edge.slice(0, 3) as (typeof weekdays)[number]) + 1
}

/** The period that a rule knows by this name; refuses a name it does not know. */
export function periodOf(rule: Rule, name: string): Period {
  const { pattern, example } = shapes[rule.period]
  const found = pattern.exec(name)
  const period = found && read(rule, name, found)
  if (!period)
    refuse(
      'invalid',
      'no-such-period',
      `Периода «${name.slice(0, 40)}» у этого отчёта нет: напишите его как ${example}.`,
    )
  return period
}

function read(rule: Rule, name: string, [, first = '', second = '']: RegExpExecArray): Period | null {
  try {
    return make(rule, name, first, second)
  } catch (error) {
    // A day that no calendar has: 31 February.
    if (error instanceof RangeError) return null
    throw error
  }
}

function make(rule: Rule, name: string, first: string, second: string): Period | null {
  const strict = { overflow: 'reject' } as const
  const year = Number(first)
  const months = (start: number, length: number, words: string): Period => {
    const from = Temporal.PlainDate.from({ year, month: start, day: 1 }, strict)
    return { name, from, to: from.add({ months: length }).subtract({ days: 1 }), words, monday: null }
  }
  switch (rule.period) {
    case 'day': {
      const day = Temporal.PlainDate.from(name)
      return { name, from: day, to: day, words: dayInWords(epochDay(day)), monday: null }
    }
    case 'week':
      return weekOf(rule, name, year, Number(second))
    case 'month':
      return months(Number(second), 1, `${monthNames[Number(second) - 1]} ${year} года`)
    case 'quarter':
      return months(Number(second) * 3 - 2, 3, `${romans[Number(second) - 1]} квартал ${year} года`)
    case 'half-year':
      return months(Number(second) * 6 - 5, 6, `${romans[Number(second) - 1]} полугодие ${year} года`)
    case 'year':
      return months(1, 12, `${year} год`)
    case 'on-request': {
      const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(second)]
      if (Temporal.PlainDate.compare(from, to) > 0) return null
      return { name, from, to, words: daysInWords(epochDay(from), epochDay(to)), monday: null }
    }
  }
}

const romans = ['I', 'II', 'III', 'IV']

function weekOf({ window, due }: Rule, name: string, year: number, week: number): Period | null {
  const january = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  const monday = january.subtract({ days: january.dayOfWeek - 1 }).add({ weeks: week - 1 })
  if (week < 1 || monday.yearOfWeek !== year || monday.weekOfYear !== week) return null
  const last = window ? weekdayNumber(window.to) : 7
  // Named by the week in which it is due: the window is the last one that ended before that day. Else it ends in the week itself.
  const latest = due?.weekday ? monday.add({ days: weekdayNumber(due.weekday) - 2 }) : monday.add({ days: 6 })
  const to = latest.subtract({ days: (latest.dayOfWeek - last + 7) % 7 })
  const from = to.subtract({ days: 6 })
  return { name, from, to, words: weekWords(monday, from, to), monday }
}

/** The name of the period that a day belongs to; null for reports on request. */
export function periodNameAt(rule: Rule, day: Temporal.PlainDate): string | null {
  const half = day.month > 6 ? 2 : 1
  const month = String(day.month).padStart(2, '0')
  switch (rule.period) {
    case 'day':
      return day.toString()
    case 'week': {
      const own = weekName(day)
      // The window may reach back into the week before.
      for (const name of [own, weekName(day.add({ weeks: 1 })), weekName(day.add({ weeks: 2 }))]) {
        const { from, to } = periodOf(rule, name)
        const isIn = Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0
        if (isIn) return name
      }
      return own
    }
    case 'month':
      return `${day.year}-${month}`
    case 'quarter':
      return `${day.year}-Q${Math.ceil(day.month / 3)}`
    case 'half-year':
      return `${day.year}-H${half}`
    case 'year':
      return String(day.year)
    case 'on-request':
      return null
  }
}

function weekName(day: Temporal.PlainDate): string {
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`
}

/** Periods of a rule, one after another, from that of the first day to that of the last. */
export function periodsBetween(rule: Rule, first: Temporal.PlainDate, last: Temporal.PlainDate): Period[] {
  const found: Period[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0;) {
    const name = periodNameAt(rule, day)
    if (name === null) return []
    const period = periodOf(rule, name)
    found.push(period)
    day = period.to.add({ days: 1 })
  }
  return found
}

/** The period before, by its name; of one on request as many days right before. */
export function periodBefore(rule: Rule, { from, to }: Period): Period {
  const name = periodNameAt(rule, from.subtract({ days: 1 }))
  if (name !== null) return periodOf(rule, name)
  const length = from.until(to).days + 1
  return periodOf(rule, daysName(from.subtract({ days: length }), from.subtract({ days: 1 })))
}

/** The name of the days that a report on request tells of. */
export function daysName(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return `${from.toString()}..${to.toString()}`
}

/** How often a report of this period name comes: the name alone tells it, whatever the charter says by now. */
export function everyOf(name: string): ReportPeriod {
  const periods = Object.keys(shapes) as ReportPeriod[]
  return periods.find((period) => shapes[period].pattern.test(name)) ?? 'on-request'
}

/** The period of a report as it was begun: its days stay, though the charter may have moved the week since. */
export function keptPeriod(row: {
  period: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate
}): Period {
  const period = periodOf({ period: everyOf(row.period) }, row.period)
  const words = period.monday ? weekWords(period.monday, row.since, row.until) : period.words
  return { ...period, from: row.since, to: row.until, words }
}

function weekWords(monday: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return `неделя ${monday.weekOfYear} ${monday.yearOfWeek} года, ${daysInWords(epochDay(from), epochDay(to))}`
}
