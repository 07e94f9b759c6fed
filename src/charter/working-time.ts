import type { WorkingTime } from '../calendar/index.ts'
import type { Centre } from './centre.ts'

const made = new WeakMap<Centre, WorkingTime>()

/** Where and when a centre works, as the calendar counts it; one object per centre, so that tables made of it are kept. */
export function workingTimeOf(centre: Centre): WorkingTime {
  const known = made.get(centre)
  if (known) return known
  const { basis: _, shortDayMinusMinutes, ...days } = centre.charter.workingHours
  const workingTime = {
    zone: centre.zone,
    calendar: centre.calendar,
    workingHours: { days, shortDayMinus: shortDayMinusMinutes },
  }
  made.set(centre, workingTime)
  return workingTime
}
