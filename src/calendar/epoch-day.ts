const epoch = new Temporal.PlainDate(1970, 1, 1)

/** A day as the number of whole days since 1970-01-01: what the hot loops count in. */
export type EpochDay = number

/** Milliseconds of a day of 24 hours. */
export const dayLength = 86_400_000

/** The number of a day. */
export function epochDay(day: Temporal.PlainDate): EpochDay {
  return epoch.until(day, { largestUnit: 'day' }).days
}

/** About a century of days; a stray import of odd years must not hold memory for ever. */
const mostDays = 40_000

/** The same function of a day, each day worked out once: building a date or its text costs a microsecond. */
export function byDay<T>(make: (day: EpochDay) => T): (day: EpochDay) => T {
  const known = new Map<EpochDay, T>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    if (known.size >= mostDays) known.clear()
    const made = make(day)
    known.set(day, made)
    return made
  }
}

/** The day with this number. */
export const plainDay = byDay((day) => epoch.add({ days: day }))

/** A day as ISO writes it: «2026-01-07». */
export const isoDay = byDay((day) => plainDay(day).toString())

/** Day of the week, 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(number: EpochDay): number {
  return (((number + 3) % 7) + 7) % 7
}
