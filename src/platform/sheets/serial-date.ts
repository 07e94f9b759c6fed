const dayMilliseconds = 86_400_000
const firstDay = new Temporal.PlainDate(1899, 12, 30)
const firstDay1904 = new Temporal.PlainDate(1904, 1, 1)

/** A spreadsheet's serial number as local time, rounded to the second: below 1 a time of day, else a date with time. */
export function fromSerial(
  serial: number,
  date1904 = false,
): Temporal.PlainDateTime | Temporal.PlainTime | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined
  let days = Math.floor(serial)
  let seconds = Math.round(((serial - days) * dayMilliseconds) / 1000)
  if (seconds === 86_400) {
    days += 1
    seconds = 0
  }
  const hour = Math.floor(seconds / 3600)
  const minute = Math.floor((seconds % 3600) / 60)
  if (days === 0 && !date1904) return new Temporal.PlainTime(hour, minute, seconds % 60)
  const day = date1904 ? firstDay1904.add({ days }) : dayOfSerial(days)
  return new Temporal.PlainDateTime(day.year, day.month, day.day, hour, minute, seconds % 60)
}

// Serial 60 is 29 February 1900, a day that never was: serials below it count from one day later.
function dayOfSerial(days: number): Temporal.PlainDate {
  return firstDay.add({ days: days < 60 ? days + 1 : days })
}
