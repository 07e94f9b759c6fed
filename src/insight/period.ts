import { refuse } from '../platform/refusal.ts'
import { type Days, defaultPreset, type Preset, type TimeDimension } from './contract.ts'

/** Longest period, days: three years and the odd day. */
const longest = 1096

/** The days of a ready period as it stands today. */
export function daysOfPreset(preset: Preset, today: Temporal.PlainDate): Days {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const first = today.with({ day: 1 })
  const back = (days: number) => today.subtract({ days })
  switch (preset) {
    case 'today':
      return daysFrom(today, today)
    case 'yesterday':
      return daysFrom(back(1), back(1))
    case '7-days':
      return daysFrom(back(6), today)
    case '30-days':
      return daysFrom(back(29), today)
    case 'week':
      return daysFrom(monday, today)
    case 'last-week':
      return daysFrom(monday.subtract({ days: 7 }), monday.subtract({ days: 1 }))
    case 'month':
      return daysFrom(first, today)
    case 'last-month':
      return daysFrom(first.subtract({ months: 1 }), first.subtract({ days: 1 }))
    case 'quarter':
      return daysFrom(first.subtract({ months: (today.month - 1) % 3 }), today)
    case 'year':
      return daysFrom(today.with({ month: 1, day: 1 }), today)
  }
}

function daysFrom(from: Temporal.PlainDate, to: Temporal.PlainDate): Days {
  return { from: from.toString(), to: to.toString() }
}

/** The days asked for; refuses half a period, one that ends before it begins, and one too long. */
export function askedDays(
  asked: { preset?: Preset | undefined; from?: string | undefined; to?: string | undefined },
  today: Temporal.PlainDate,
): Days {
  const { preset, from, to } = asked
  if (!from && !to) return daysOfPreset(preset ?? defaultPreset, today)
  if (!from || !to) refuse('invalid', 'half-a-period', 'Укажите обе даты периода: начало и конец.')
  const length = lengthOf({ from, to })
  if (length < 1)
    refuse('invalid', 'ends-before-begin', 'Период кончается раньше, чем начинается: поменяйте даты местами.')
  if (length > longest) refuse('invalid', 'too-long', 'Период длиннее трёх лет: выберите короче.')
  return { from, to }
}

/** How many days a period has. */
export function lengthOf({ from, to }: Days): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
}

/** The period right before: as many whole months before whole months, else as many days. */
export function previousOf({ from, to }: Days): Days {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const before = first.subtract({ days: 1 })
  if (first.day === 1 && last.day === last.daysInMonth) {
    const months = (last.year - first.year) * 12 + last.month - first.month + 1
    return daysFrom(first.subtract({ months }), before)
  }
  return daysFrom(first.subtract({ days: lengthOf({ from, to }) }), before)
}

/** Every day of a period, every Monday whose week meets it, or every first day whose month does. */
export function pointsOf({ from, to }: Days, by: TimeDimension): string[] {
  const points: string[] = []
  const last = Temporal.PlainDate.from(to)
  const first = Temporal.PlainDate.from(from)
  const start = { day: first, week: mondayOf(from), month: first.with({ day: 1 }) }[by]
  const step = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 } }[by]
  for (let point = start; Temporal.PlainDate.compare(point, last) <= 0; point = point.add(step)) {
    points.push(point.toString())
  }
  return points
}

function mondayOf(day: string): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 })
}

/** The part of a day, week or month that lies in the period. */
export function daysOfPoint(point: string, by: TimeDimension, { from, to }: Days): Days {
  const first = Temporal.PlainDate.from(point)
  const end = {
    day: point,
    week: first.add({ days: 6 }).toString(),
    month: first.with({ day: first.daysInMonth }).toString(),
  }[by]
  // Days written year first stand in the order of their letters.
  return { from: point < from ? from : point, to: end > to ? to : end }
}

/** A day or week in figures: `06.11`, `06.11–12.11`. */
export function nameOfDays({ from, to }: Days): string {
  const short = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}`
  return from === to ? short(from) : `${short(from)}–${short(to)}`
}
