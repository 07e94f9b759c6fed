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
  given: { charter: Organisations; organisation: string | null; zone: string; random: Random },
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
  const dayOf = course.answeredAt.toZonedDateTimeISO(given.zone).toPlainDate()
  const done = dayOf.subtract({ days: random.whole(0, 1) })
  return random
    .pick(lines)
    .replaceAll('{org}', org)
    .replaceAll('{deed}', () => random.pick(deeds[group] ?? usualDeeds))
    .replaceAll('{at}', draft.place ? random.pick(draft.place.at) : 'по указанному вопросу')
    .replaceAll('{day}', dayInWords(epochDay(done)))
    .replaceAll('{promised}', course.promisedOn ? dayInWords(epochDay(course.promisedOn)) : '')
}
