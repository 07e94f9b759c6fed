import { dayLength, momentOfWall, subtractWorkingMs, wallOf } from '../calendar/index.ts'
import type { WorkingTime } from '../calendar/index.ts'
import type { TimeNorm, TimeSpan } from './contract.ts'

const hour = 3_600_000

function before(dueMs: number, { amount, unit }: TimeSpan, time: WorkingTime): number {
  if (unit === 'hours') return dueMs - Math.round(amount * hour)
  if (unit === 'working-hours') return subtractWorkingMs(dueMs, Math.round(amount * hour), time)
  const wall = wallOf(time.zone, dueMs)
  const day = Math.floor(wall / dayLength)
  const earlier = unit === 'working-days' ? time.calendar.addWorking(day, -amount) : day - amount
  return momentOfWall(time.zone, wall - (day - earlier) * dayLength)
}

/**
 * The norm's reminder points before a due instant, earliest first; days keep the hour of the due instant.
 * Points not after `from`, the start of the clock, are left out: nobody needs reminding of what has just begun.
 */
export function reminderInstants(
  due: Temporal.Instant,
  norm: Pick<TimeNorm, 'reminders'>,
  time: WorkingTime,
  from?: Temporal.Instant,
): Temporal.Instant[] {
  const moments = new Set(norm.reminders.map((span) => before(due.epochMilliseconds, span, time)))
  return [...moments]
    .filter((moment) => !from || moment > from.epochMilliseconds)
    .toSorted((a, b) => a - b)
    .map((moment) => Temporal.Instant.fromEpochMilliseconds(moment))
}
