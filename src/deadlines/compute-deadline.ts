import { dayLength, wallOf } from '../calendar/index.ts'
import type { Calendar } from '../calendar/index.ts'
import type { WorkingHours } from '../calendar/contract.ts'
import type { DeadlineExplanation, TimeNorm } from './contract.ts'
import { dayDeadline } from './day-deadline.ts'
import { hourDeadline } from './hour-deadline.ts'
import type { DeadlineTerms } from './terms.ts'

/** A due instant with its explanation. */
export interface Deadline {
  dueAt: Temporal.Instant
  /** The clock stands now: the due instant will move when it runs again. */
  paused: boolean
  /** Legal date, null where no law sets one, and control date, both as ISO writes days. */
  legal: string | null
  control: string
  /** The days counted touch a year whose calendar is provisional. */
  provisional: boolean
  /** Frozen and possibly shared between equal deadlines; fits the contract as it is; put into words when first asked for. */
  readonly explanation: DeadlineExplanation
}

type DaysOfNorm = WeakMap<TimeNorm, Map<string, Deadline>>
const remembered = new WeakMap<Calendar, WeakMap<WorkingHours, DaysOfNorm>>()
/** About eleven years of start days per norm. */
const mostDays = 4000

function daysOf({ calendar, workingHours, norm }: DeadlineTerms): Map<string, Deadline> {
  let byHours = remembered.get(calendar)
  if (!byHours) remembered.set(calendar, (byHours = new WeakMap()))
  let byNorm = byHours.get(workingHours)
  if (!byNorm) byHours.set(workingHours, (byNorm = new WeakMap()))
  let days = byNorm.get(norm)
  if (!days || days.size > mostDays) byNorm.set(norm, (days = new Map()))
  return days
}

function count(terms: DeadlineTerms): Deadline {
  const { dueMs, explain, ...found } = terms.norm.unit.endsWith('hours')
    ? hourDeadline(terms)
    : dayDeadline(terms)
  let told: DeadlineExplanation | undefined
  return Object.freeze({
    ...found,
    dueAt: Temporal.Instant.fromEpochMilliseconds(dueMs),
    get explanation() {
      return (told ??= frozen(explain()))
    },
  })
}

function frozen(explanation: DeadlineExplanation): DeadlineExplanation {
  for (const step of explanation.steps) Object.freeze(step)
  Object.freeze(explanation.steps)
  return Object.freeze(explanation)
}

/**
 * The deadline that a norm gives from a moment on, with pauses and extensions.
 * A norm in days depends on the start day alone, so it is counted once a day and remembered.
 */
export function computeDeadline(terms: DeadlineTerms): Deadline {
  const plain = !terms.pauses?.length && !terms.extensions?.length
  if (!plain || terms.norm.unit.endsWith('hours')) return count(terms)
  const days = daysOf(terms)
  const day = Math.floor(wallOf(terms.zone, terms.from.epochMilliseconds) / dayLength)
  const key = `${terms.zone} ${day}`
  let found = days.get(key)
  if (!found) days.set(key, (found = count(terms)))
  return found
}
