import type { Channel } from '../charter/contract.ts'
import type { Random } from './random.ts'

/** Share of each hour of the day among what comes in: mornings, lunch and evenings at the telephone. */
const hours = [4, 2, 1, 1, 1, 3, 8, 18, 34, 46, 50, 46, 40, 42, 40, 38, 36, 38, 44, 48, 46, 38, 24, 11]
/** Share of each day of the week, Monday first. */
const weekdays = [1.32, 1.2, 1.12, 1.08, 1.02, 0.62, 0.56]
/** Share of each month of the year: thaw, road season and the beginning of heating. */
const months = [1.05, 0.98, 1.1, 1.18, 1.02, 0.92, 0.86, 0.9, 1.02, 1.15, 1.12, 1.0]

/** Channels that come in only while somebody sits at the desk. */
const atDesk: ReadonlySet<Channel> = new Set<Channel>(['paper', 'personal', 'phone'])

/** True for a channel that takes in letters, visitors or calls in working hours only. */
export function isAtDesk(channel: Channel): boolean {
  return atDesk.has(channel)
}

const dayOf = (moment: Temporal.ZonedDateTime) => moment.toPlainDate()

/** How many submissions of the half-year fall on each day up to `now`, `total` in all or nearly. */
export function daysOfHalfYear(
  now: Temporal.ZonedDateTime,
  total: number,
  random: Random,
): { day: Temporal.PlainDate; count: number }[] {
  const last = dayOf(now)
  const first = last.subtract({ months: 6 })
  const days: { day: Temporal.PlainDate; weight: number }[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const usual = (weekdays[day.dayOfWeek - 1] ?? 1) * (months[day.month - 1] ?? 1)
    const passed = day.equals(last) ? shareOfDay(now.hour) : 1
    days.push({ day, weight: usual * passed * (0.84 + 0.32 * random.next()) })
  }
  const sum = days.reduce((all, { weight }) => all + weight, 0)
  let owed = 0
  return days.map(({ day, weight }) => {
    owed += (weight / sum) * total
    const count = Math.floor(owed)
    owed -= count
    return { day, count }
  })
}

function shareOfDay(hour: number): number {
  const all = hours.reduce((sum, weight) => sum + weight, 0)
  return hours.slice(0, hour).reduce((sum, weight) => sum + weight, 0) / all
}

/** A moment of a day by the daily rhythm, in whole seconds. */
export function momentOf(
  day: Temporal.PlainDate,
  zone: string,
  channel: Channel,
  random: Random,
): Temporal.Instant {
  const weights = isAtDesk(channel)
    ? hours.map((weight, hour) => (hour >= 9 && hour < 17 ? weight : 0))
    : hours
  const hour = Number(random.weighed(Object.fromEntries(weights.map((weight, i) => [String(i), weight]))))
  const time = Temporal.PlainTime.from({ hour, minute: random.whole(0, 59), second: random.whole(0, 59) })
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}
