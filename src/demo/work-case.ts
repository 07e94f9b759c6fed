import { isFastTrack } from '../cases/index.ts'
import type { Centre } from '../charter/index.ts'
import { workingTimeOf } from '../charter/index.ts'
import { answerText } from './answer-words.ts'
import { answerDue, drawCourse, workingMoment } from './course.ts'
import type { Course } from './course.ts'
import type { DemoCase } from './demo-case.ts'
import type { Draft } from './draft.ts'
import type { Workshop } from './invent.ts'
import { laterOf, markOf, registrationOf } from './registration.ts'
import { assigneeOf, stepsOf } from './steps.ts'

/** Cases that ended within this many last days were worked on step by step; of older ones only the end is kept. */
const workedDays = 3.5

interface Arrival {
  key: number
  registeredAt: Temporal.Instant
  /** Nobody has looked at it yet. */
  isUntouched: boolean
}

/** What the centre did with a draft until now. */
export function workCase(draft: Draft, arrival: Arrival, shop: Workshop, centre: Centre): DemoCase {
  const { charter, now, random } = shop
  const { key, registeredAt, isUntouched } = arrival
  const time = workingTimeOf(centre)
  const facts = factsOf(draft, shop)
  const { emergency } = facts
  const sorted = !isUntouched && isSorted(registeredAt, emergency, shop, centre)
  const registration = registrationOf(draft, { charter, registeredAt, emergency, sorted, random })
  const usual: DemoCase = { key, registration, assignee: null, steps: [], event: draft.event, repeats: null }
  if (!sorted) return usual
  const dueAt = answerDue(charter, facts, { receivedAt: draft.receivedAt, registeredAt }, time)
  const course = drawCourse(draft, { registeredAt, dueAt, emergency }, { now, time, random })
  const organisation = registration.organisation ?? null
  const text = answerText(draft, course, { charter, organisation, registeredAt, zone: shop.zone, random })
  const assignee = assigneeOf(registration.sectorBlock ?? null, random)
  if (isPast(course, now)) {
    return {
      ...usual,
      assignee,
      registration: { ...registration, mark: markOf(registration), later: laterOf(draft, course, text) },
    }
  }
  const steps = stepsOf({ draft, course, text, assignee, registeredAt, emergency }, { now, time, random })
  if (course.kind === 'silent') return { ...usual, steps }
  return steps.length > 0 ? { ...usual, assignee, steps } : waiting(usual, assignee, shop)
}

/** What chooses the norms of a draft's case. */
function factsOf({ regime, channel, nature, topic }: Draft, { charter, classifier }: Workshop) {
  const group = topic?.split('.')[0] ?? null
  const found = classifier.flatMap(({ topics }) => topics).find(({ code }) => code === topic)
  const emergency = regime === 'message' && nature === 'solvable' && (found?.emergency ?? false)
  const fastTrack = topic !== null && isFastTrack(charter.fastTrack, group, topic)
  return { regime, channel, nature, topic, topicGroup: group, emergency, fastTrack }
}

function isSorted(
  at: Temporal.Instant,
  emergency: boolean,
  { now, random }: Workshop,
  centre: Centre,
): boolean {
  const wait = random.chance(0.7) ? random.whole(5, 90) : random.whole(90, 1300)
  const sortedAt = emergency ? at : workingMoment(at.add({ minutes: wait }), workingTimeOf(centre), random)
  return Temporal.Instant.compare(sortedAt, now) < 0
}

function isPast({ kind, closedAt }: Course, now: Temporal.Instant): boolean {
  return (
    kind !== 'promised' && Temporal.Instant.compare(closedAt, now.subtract({ hours: 24 * workedDays })) < 0
  )
}

/** Of those that nobody has begun some have no executor yet, and some no organisation either. */
function waiting(one: DemoCase, assignee: string, { random }: Workshop): DemoCase {
  if (random.chance(0.3)) {
    return { ...one, registration: { ...one.registration, organisation: null, sectorBlock: null } }
  }
  return { ...one, assignee: random.chance(0.5) ? null : assignee }
}
