import type { Calendar } from './calendar.ts'
import { weekdays } from './contract.ts'
import type { HoursSpan, WorkingHours } from './contract.ts'
import { dayLength, epochDay, weekdayOf } from './epoch-day.ts'
import type { EpochDay } from './epoch-day.ts'
import { momentOfWall, wallOf } from './zone-offset.ts'

/** Where and when a centre works: what hours are counted by. */
export interface WorkingTime {
  zone: string
  calendar: Calendar
  workingHours: WorkingHours
}

/** A span of a day, in milliseconds from its midnight. */
export type Span = { from: number; to: number }

const milliseconds = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000

type DaySpans = { usual: Span[]; short: Span[] }
const tables = new WeakMap<WorkingHours, { own: DaySpans[]; lent: DaySpans[] }>()

function shorten(spans: readonly Span[], cut: number): Span[] {
  const rest = [...spans]
  let left = cut
  while (left > 0 && rest.length > 0) {
    const last = rest.pop()!
    const length = last.to - last.from
    if (length > left) rest.push({ from: last.from, to: last.to - left })
    left -= length
  }
  return rest
}

/** Spans by weekday: its own, and those lent by the nearest earlier weekday with hours, so a working Saturday has Friday's. */
function spansTable(hours: WorkingHours) {
  const found = tables.get(hours)
  if (found) return found
  const usual = weekdays.map((weekday) =>
    hours.days[weekday].map((span: HoursSpan) => ({
      from: milliseconds(span.from),
      to: milliseconds(span.to),
    })),
  )
  const withShort = (spans: Span[]) => ({ usual: spans, short: shorten(spans, hours.shortDayMinus * 60_000) })
  const lent = usual.map((spans, weekday) => {
    for (let back = 1; back < 7 && spans.length === 0; back++) spans = usual[(weekday + 7 - back) % 7]!
    return withShort(spans)
  })
  const table = { own: usual.map(withShort), lent }
  tables.set(hours, table)
  return table
}

/** The spans in which the centre works on a day: none on a day off; a working Saturday or Sunday without hours takes Friday's. */
export function spansOf(day: EpochDay, { calendar, workingHours }: WorkingTime): readonly Span[] {
  const kind = calendar.kindOf(day)
  if (kind === 'off') return []
  const weekday = weekdayOf(day)
  const table = spansTable(workingHours)
  const spans = (weekday > 4 ? table.lent : table.own)[weekday]!
  return kind === 'short' ? spans.short : spans.usual
}

/**
 * When work ends on a day, as milliseconds from its midnight. On a day without work: when it would end on a usual such
 * weekday, or on the nearest earlier weekday that has hours.
 */
export function workEnd(day: EpochDay, time: WorkingTime): number {
  const spans = spansOf(day, time)
  return (spans.at(-1) ?? spansTable(time.workingHours).lent[weekdayOf(day)]!.usual.at(-1)!).to
}

/** The moment at which the centre's work ends on a day; see `workEnd` for days off. */
export function endOfWork(day: Temporal.PlainDate, time: WorkingTime): Temporal.Instant {
  const number = epochDay(day)
  const moment = momentOfWall(time.zone, number * dayLength + workEnd(number, time))
  return Temporal.Instant.fromEpochMilliseconds(moment)
}

/** More days in a row without work than any calendar has: the hours and the calendar exclude each other. */
const longestRest = 400

/** The moments between which the centre works, from a moment on; each is [from, to) in epoch milliseconds. */
export function* workingStretches(fromMs: number, time: WorkingTime): Generator<readonly [number, number]> {
  let rest = 0
  for (let day = Math.floor(wallOf(time.zone, fromMs) / dayLength); rest < longestRest; day++) {
    rest++
    for (const span of spansOf(day, time)) {
      const to = momentOfWall(time.zone, day * dayLength + span.to)
      if (to <= fromMs) continue
      rest = 0
      yield [Math.max(fromMs, momentOfWall(time.zone, day * dayLength + span.from)), to]
    }
  }
  throw new RangeError('Рабочего времени не нашлось: проверьте рабочие часы и местный календарь.')
}

/** The moment when so many working milliseconds have passed; started outside working hours, it counts from the next opening. */
export function addWorkingMs(fromMs: number, amount: number, time: WorkingTime): number {
  let left = amount
  for (const [from, to] of workingStretches(fromMs, time)) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  return fromMs
}

/** Working milliseconds between two moments. */
export function workingMsBetween(fromMs: number, toMs: number, time: WorkingTime): number {
  let sum = 0
  if (toMs <= fromMs) return sum
  for (const [from, to] of workingStretches(fromMs, time)) {
    if (from >= toMs) break
    sum += Math.min(to, toMs) - from
  }
  return sum
}

/** The moment so many working hours before a moment. */
export function subtractWorkingMs(fromMs: number, amount: number, time: WorkingTime): number {
  let left = amount
  let rest = 0
  for (let day = Math.floor(wallOf(time.zone, fromMs) / dayLength); rest < longestRest; day--) {
    rest++
    for (const span of spansOf(day, time).toReversed()) {
      const from = momentOfWall(time.zone, day * dayLength + span.from)
      const to = Math.min(fromMs, momentOfWall(time.zone, day * dayLength + span.to))
      if (to <= from) continue
      rest = 0
      if (to - from >= left) return to - left
      left -= to - from
    }
  }
  throw new RangeError('Рабочего времени не нашлось: проверьте рабочие часы и местный календарь.')
}

/** The instant when so many working hours (a fraction may stand) have passed since an instant. */
export function addWorkingHours(from: Temporal.Instant, hours: number, time: WorkingTime): Temporal.Instant {
  const ms = addWorkingMs(from.epochMilliseconds, Math.round(hours * 3_600_000), time)
  return Temporal.Instant.fromEpochMilliseconds(ms)
}
