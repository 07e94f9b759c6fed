import { addWorkingMs } from '../calendar/index.ts'
import type { WorkingTime } from '../calendar/index.ts'
import type { Charter, Outcome } from '../charter/contract.ts'
import { computeDeadline, selectNorms } from '../deadlines/index.ts'
import type { NormFacts } from '../deadlines/index.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'

/** How work on an invented case goes: what comes of it and when, whether or not that lies in the past already. */
export interface Course {
  kind: 'answered' | 'unanswered' | 'promised' | 'forwarded' | 'silent'
  /** When the answer, the promise or the forwarding goes out. */
  answeredAt: Temporal.Instant
  closedAt: Temporal.Instant
  outcome: Outcome | null
  promisedOn: Temporal.PlainDate | null
}

const minute = 60_000
const day = 24 * 60 * minute

/** The moment itself in working time, else the next opening, with some minutes for the kettle. */
export function workingMoment(at: Temporal.Instant, time: WorkingTime, random: Random): Temporal.Instant {
  const ms = addWorkingMs(at.epochMilliseconds, 0, time)
  const late = ms > at.epochMilliseconds ? random.whole(3, 70) * minute + random.whole(0, 59) * 1000 : 0
  return Temporal.Instant.fromEpochMilliseconds(ms + late)
}

/** When the answer is due by the charter. */
export function answerDue(
  charter: Pick<Charter, 'norms'>,
  facts: NormFacts,
  moments: { receivedAt: Temporal.Instant; registeredAt: Temporal.Instant },
  time: WorkingTime,
): Temporal.Instant {
  const norm = selectNorms(charter.norms, facts).find(({ clock }) => clock === 'answer')?.norm
  if (!norm) return moments.registeredAt.add({ hours: 24 * 30 })
  const from = norm.start === 'received' ? moments.receivedAt : moments.registeredAt
  return computeDeadline({ norm, from, ...time }).dueAt
}

const outcomes: Record<'solvable' | 'consultation', Partial<Record<Outcome, number>>> = {
  solvable: { solved: 55, explained: 33, forwarded: 4, unconfirmed: 5, refused: 3 },
  consultation: { explained: 90, forwarded: 5, refused: 5 },
}

/** Draws the course of a case. */
export function drawCourse(
  draft: Pick<Draft, 'nature' | 'regime' | 'event'>,
  facts: { registeredAt: Temporal.Instant; dueAt: Temporal.Instant; emergency: boolean },
  shop: { now: Temporal.Instant; time: WorkingTime; random: Random },
): Course {
  const { random, time } = shop
  const { registeredAt, dueAt, emergency } = facts
  const span = Math.max(dueAt.epochMilliseconds - registeredAt.epochMilliseconds, 40 * minute)
  const inTime = random.chance(draft.event === null ? 0.88 : 0.6)
  const share = inTime ? shareInTime(random) : 1.04 + 0.8 * random.next() ** 2
  const wanted = registeredAt.add({ milliseconds: Math.round(span * share) })
  const aligned = emergency ? wanted : workingMoment(wanted, time, random)
  const slipped = inTime && Temporal.Instant.compare(aligned, dueAt) > 0
  const answeredAt = later(
    slipped ? dueAt.subtract({ minutes: random.whole(12, 90) }) : aligned,
    registeredAt.add({ minutes: 25 }),
  )
  const closedAt = workingMoment(answeredAt.add({ minutes: random.whole(6, 900) }), time, random)
  const course: Course = {
    kind: 'answered',
    answeredAt,
    closedAt,
    outcome: outcomeOf(draft, random),
    promisedOn: null,
  }
  return bend(course, draft, facts, shop)
}

// Every third answer is written in the last hours, as everywhere.
function shareInTime(random: Random): number {
  return random.chance(0.35) ? 0.965 + 0.035 * random.next() : 0.12 + 0.78 * random.next()
}

/** Turns some courses another way: nothing to answer, forwarded, promised for later, forgotten. */
function bend(
  course: Course,
  draft: Pick<Draft, 'nature' | 'regime'>,
  { registeredAt, emergency }: { registeredAt: Temporal.Instant; emergency: boolean },
  { now, time, random }: { now: Temporal.Instant; time: WorkingTime; random: Random },
): Course {
  const { nature, regime } = draft
  const quiet = nature === 'gratitude' || nature === 'opinion' || nature === 'spam'
  const age = (now.epochMilliseconds - registeredAt.epochMilliseconds) / day
  const soon = workingMoment(registeredAt.add({ minutes: random.whole(30, 900) }), time, random)
  if (quiet && regime === 'message' && random.chance(nature === 'spam' ? 1 : 0.8)) {
    return { ...course, kind: 'silent', outcome: null, closedAt: soon }
  }
  if (course.outcome === 'forwarded') {
    const closedAt = workingMoment(soon.add({ hours: 24 * random.whole(3, 12) }), time, random)
    return { ...course, kind: 'forwarded', answeredAt: soon, closedAt }
  }
  const mayPromise = nature === 'solvable' && regime === 'message' && !emergency
  if (mayPromise && age < 45 && random.chance(0.1)) {
    const from = course.answeredAt.toZonedDateTimeISO(time.zone).toPlainDate()
    const promisedOn = from.add({ days: random.whole(9, 50) })
    const closedAt = course.answeredAt.add({ hours: 24 * 60 })
    return { ...course, kind: 'promised', outcome: null, promisedOn, closedAt }
  }
  if (age > 6 && age < 60 && random.chance(0.016)) {
    const never = now.add({ hours: 24 * 365 })
    return { ...course, kind: 'unanswered', outcome: null, answeredAt: never, closedAt: never }
  }
  return course
}

function outcomeOf({ nature, regime }: Pick<Draft, 'nature' | 'regime'>, random: Random): Outcome {
  if (regime === 'information_request' || regime === 'media_request') return 'explained'
  return random.weighed(nature === 'solvable' ? outcomes.solvable : outcomes.consultation)
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
