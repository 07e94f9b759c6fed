import type { Charter } from '../charter/contract.ts'
import { dayInWords, epochDay } from '../calendar/index.ts'
import type { Course } from './course.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'
import { answersBy, deeds, letters, promises, usualDeeds } from './texts/answers.ts'

type Organisations = Pick<Charter, 'organisations'>

/** Writes the answer that a course ends with, or the promise it makes. */
export function answerText(
  draft: Draft,
  course: Course,
  given: {
    charter: Organisations
    organisation: string | null
    registeredAt: Temporal.Instant
    zone: string
    random: Random
  },
): string {
  const { random } = given
  const body = given.charter.organisations.find(({ code }) => code === given.organisation)
  const org = body?.shortName ?? body?.name ?? 'ответственная организация'
  const group = draft.topic?.split('.')[0] ?? ''
  const lines =
    course.kind === 'promised'
      ? promises
      : draft.regime === 'message'
        ? answersBy[course.outcome ?? 'explained']
        : course.outcome === 'solved' || course.outcome === 'explained'
          ? letters
          : answersBy[course.outcome ?? 'explained']
  // The draft is written past the middle of the way to the answer; what it tells of was done before that.
  const whole = course.answeredAt.since(given.registeredAt).total('milliseconds')
  const ready = given.registeredAt.add({ milliseconds: Math.round(whole * (0.4 + random.next() * 0.15)) })
  const done = ready.toZonedDateTimeISO(given.zone).toPlainDate()
  return random
    .pick(lines)
    .replaceAll('{org}', org)
    .replaceAll('{deed}', () => random.pick(deeds[group] ?? usualDeeds))
    .replaceAll('{at}', draft.place ? random.pick(draft.place.at) : 'по указанному вопросу')
    .replaceAll('{day}', dayInWords(epochDay(done)))
    .replaceAll('{promised}', course.promisedOn ? dayInWords(epochDay(course.promisedOn)) : '')
}
