/**
 * Time norms and deadlines: the words here are `timeNorm`, `deadline`, legal date, control date, pause, extension, reminder.
 * The promise: a deadline is found from its terms alone (no clock, no database), it explains itself step by step in Russian
 * and the last step ends on the due instant; it never lies before its start, and a pause never shortens it.
 *
 * How days are counted: from the day after the start event. The legal date is the last day of a norm that a law sets; the
 * control date is that day after the roll rule; due is the end of the centre's working hours on the control date (on a day
 * off: when work would end on a usual such day). A control date rolled back to the start day or before it is not rolled.
 * How a pause counts: in days it moves the deadline by the days (of the norm's unit) after the day of the pause up to and
 * including the day of resuming; in hours exactly. A pause that begins after the due instant moves nothing.
 */
export { computeDeadline } from './compute-deadline.ts'
export type { Deadline } from './compute-deadline.ts'
export { explainNorm, momentFrom } from './explain-norm.ts'
export { extendDeadline, pauseDeadline, resumeDeadline } from './terms.ts'
export type { DeadlineTerms, Pause } from './terms.ts'
export { deadlineStatus } from './deadline-state.ts'
export { reminderInstants } from './reminders.ts'
export { selectNorms } from './select-norms.ts'
export type { ChosenNorm, NormFacts } from './select-norms.ts'
