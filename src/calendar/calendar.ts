import shipped from './calendar-ru.json' with { type: 'json' }
import { calendarFile, calendarYear, localDays } from './contract.ts'
import type { CalendarYear } from './contract.ts'
import { dayInWords, weekdayInWords } from './day-words.ts'
import { epochDay, plainDay, weekdayOf } from './epoch-day.ts'
import type { EpochDay } from './epoch-day.ts'
import { statutoryYear } from './statutory-year.ts'
import { yearTable } from './year-table.ts'
import type { DayKind, DayReason } from './year-table.ts'
import type * as z from 'zod'

/** A production calendar of one place. Immutable: make it once and pass it around. */
export interface Calendar {
  isWorking(day: Temporal.PlainDate): boolean
  /** A working day that ends earlier than usual. */
  isShort(day: Temporal.PlainDate): boolean
  /** Why the day works or rests, in Russian, with the act that moved it. */
  why(day: Temporal.PlainDate): string
  /** The year is counted without the Government's act on transfers. */
  isProvisional(year: number): boolean
  /** The first working day after the day. */
  nextWorking(day: Temporal.PlainDate): Temporal.PlainDate
  /** The last working day before the day. */
  previousWorking(day: Temporal.PlainDate): Temporal.PlainDate
  /** The n-th working day after the day, before it when n is negative; with 0 the day itself. */
  addWorkingDays(day: Temporal.PlainDate, n: number): Temporal.PlainDate
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number
  /** The same by number of day, for hot loops. */
  kindOf(day: EpochDay): DayKind
  reasonOf(day: EpochDay): DayReason
  addWorking(day: EpochDay, n: number): EpochDay
}

type Day = { kind: DayKind; reason: DayReason }
const plain: Day = { kind: 'working', reason: { is: 'weekday' } }
const weekend: Day = { kind: 'off', reason: { is: 'weekend' } }
/** No real stretch of days off is longer; beyond it the local days are a mistake. */
const longestRest = 400

const shippedYears: readonly CalendarYear[] = Object.values(calendarFile.parse(shipped).years)

function inWords(day: EpochDay, { kind, reason }: Day): string {
  switch (reason.is) {
    case 'holiday':
      return `праздник «${reason.name}»`
    case 'local-holiday':
      return `местный праздник «${reason.name}»`
    case 'moved-from':
      return `выходной: перенос с ${dayInWords(reason.day)} (${reason.act})`
    case 'moved-to': {
      const short = kind === 'short' ? ', сокращённый день' : ''
      return `рабочий день: выходной перенесён на ${dayInWords(reason.day)} (${reason.act})${short}`
    }
    case 'weekend':
      return weekdayInWords(weekdayOf(day))
    case 'off':
      return 'нерабочий день'
    case 'short':
      return 'сокращённый рабочий день (статья 95 ТК РФ)'
    case 'local-short':
      return 'сокращённый рабочий день (по местному решению)'
    case 'local-working':
      return 'рабочий день (по местному решению)'
    default:
      return 'рабочий день'
  }
}

/** A calendar of the shipped years, the imported ones (they win over shipped ones) and the place's own days. */
export function createCalendar(
  options: { local?: z.input<typeof localDays>; extraYears?: readonly CalendarYear[] } = {},
): Calendar {
  const local = localDays.parse(options.local ?? {})
  const extra = (options.extraYears ?? []).map((year) => calendarYear.parse(year))
  const years = new Map([...shippedYears, ...extra].map((year) => [year.year, year]))
  const tables = new Map<number, Day[]>()
  const ownDays = new Map<EpochDay, Day>()
  const own = (date: string, day: Day) => ownDays.set(epochDay(Temporal.PlainDate.from(date)), day)
  for (const { date, name } of local.holidays)
    own(date, { kind: 'off', reason: { is: 'local-holiday', name } })
  for (const date of local.workingDays) own(date, { kind: 'working', reason: { is: 'local-working' } })
  const localShort = new Set(local.shortDays.map((date) => epochDay(Temporal.PlainDate.from(date))))

  function fill(block: number): Day[] {
    // A table covers 366 consecutive day numbers, so a look-up needs a division and no calendar arithmetic.
    const first = block * 366
    const special = new Map<EpochDay, Day>()
    for (let year = plainDay(first).year; year <= plainDay(first + 365).year; year++) {
      for (const entry of yearTable(years.get(year) ?? statutoryYear(year))) special.set(...entry)
    }
    const days = Array.from({ length: 366 }, (_, i) => {
      const day = first + i
      const found = ownDays.get(day) ?? special.get(day) ?? (weekdayOf(day) > 4 ? weekend : plain)
      if (!localShort.has(day) || found.kind === 'off') return found
      return { kind: 'short', reason: { is: 'local-short' } } satisfies Day
    })
    tables.set(block, days)
    return days
  }
  const at = (day: EpochDay): Day => {
    const block = Math.floor(day / 366)
    return (tables.get(block) ?? fill(block))[day - block * 366]!
  }
  const kindOf = (day: EpochDay) => at(day).kind
  const works = (day: EpochDay) => at(day).kind !== 'off'

  function addWorking(from: EpochDay, n: number): EpochDay {
    if (!Number.isSafeInteger(n)) throw new RangeError(`Рабочие дни считаются целыми, а не ${n}.`)
    const step = Math.sign(n)
    let day = from
    let rest = 0
    for (let left = Math.abs(n); left > 0;) {
      day += step
      if (works(day)) {
        left--
        rest = 0
      } else if (++rest > longestRest) {
        throw new RangeError(
          `После ${dayInWords(from)} не нашлось рабочих дней: проверьте местный календарь.`,
        )
      }
    }
    return day
  }
  function countWorking(from: EpochDay, to: EpochDay): number {
    if (to < from) return 0 - countWorking(to, from)
    let count = 0
    for (let day = from + 1; day <= to; day++) if (works(day)) count++
    return count
  }

  return Object.freeze({
    isWorking: (day: Temporal.PlainDate) => works(epochDay(day)),
    isShort: (day: Temporal.PlainDate) => kindOf(epochDay(day)) === 'short',
    why: (day: Temporal.PlainDate) => inWords(epochDay(day), at(epochDay(day))),
    isProvisional: (year: number) => years.get(year)?.status !== 'approved',
    nextWorking: (day: Temporal.PlainDate) => plainDay(addWorking(epochDay(day), 1)),
    previousWorking: (day: Temporal.PlainDate) => plainDay(addWorking(epochDay(day), -1)),
    addWorkingDays: (day: Temporal.PlainDate, n: number) => plainDay(addWorking(epochDay(day), n)),
    workingDaysBetween: (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
      countWorking(epochDay(from), epochDay(to)),
    kindOf,
    reasonOf: (day: EpochDay) => at(day).reason,
    addWorking,
  })
}
