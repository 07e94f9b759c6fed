const epoch = new Temporal.PlainDate(1970, 1, 1)
const known = new Map<number, Temporal.PlainDate>()

/** A day as the number of whole days since 1970-01-01: what the hot loops count in. */
export type EpochDay = number

/** Milliseconds of a day of 24 hours. */
export const dayLength = 86_400_000

/** The number of a day. */
export function epochDay(day: Temporal.PlainDate): EpochDay {
  return epoch.until(day, { largestUnit: 'day' }).days
}

/** The day with this number. */
export function plainDay(number: EpochDay): Temporal.PlainDate {
  const found = known.get(number)
  if (found) return found
  // About a century of days; a stray import of odd years must not hold memory for ever.
  if (known.size > 40_000) known.clear()
  const day = epoch.add({ days: number })
  known.set(number, day)
  return day
}

/** Day of the week, 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(number: EpochDay): number {
  return (((number + 3) % 7) + 7) % 7
}
