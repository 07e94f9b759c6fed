/**
 * Working days and working hours: the words here are `Calendar`, working day, short day, day off, transfer, working hours.
 * The promise: a day is working or not for a reason that can be said aloud, years without the Government's act are never
 * passed off as settled, and the same arguments always give the same day. Pure: no clock, no database; the shipped
 * production calendar is read once at import.
 */
export { createCalendar } from './calendar.ts'
export type { Calendar } from './calendar.ts'
export type { DayKind, DayReason } from './year-table.ts'
export {
  addWorkingHours,
  addWorkingMs,
  endOfWork,
  spansOf,
  subtractWorkingMs,
  workEnd,
  workingMsBetween,
  workingStretches,
} from './working-hours.ts'
export type { Span, WorkingTime } from './working-hours.ts'
export { momentOfWall, offsetAt, wallOf } from './zone-offset.ts'
export { dayLength, epochDay, isoDay, plainDay, weekdayOf } from './epoch-day.ts'
export type { EpochDay } from './epoch-day.ts'
export { counted, dayInWords, daysInWords, weekdayInWords } from './day-words.ts'
