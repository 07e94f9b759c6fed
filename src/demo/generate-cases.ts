import type { Centre } from '../charter/index.ts'
import { workingTimeOf } from '../charter/index.ts'
import { isFastTrack } from '../cases/index.ts'
import type { CatalogueGroup } from '../triage/contract.ts'
import { answerText } from './answer-words.ts'
import { answerDue, drawCourse, workingMoment } from './course.ts'
import type { DemoCase } from './demo-case.ts'
import type { Draft } from './draft.ts'
import { inventHidden, inventRepeats } from './hidden.ts'
import { createWorkshop, inventStream } from './invent.ts'
import type { Workshop } from './invent.ts'
import { createRandom } from './random.ts'
import { joinRepeats } from './join-repeats.ts'
import { laterOf, registrationOf } from './registration.ts'
import { isAtDesk } from './rhythm.ts'
import { assigneeOf, stepsOf } from './steps.ts'

/** What the half-year is made from; the same always gives the same cases. */
export interface DemoWish {
  seed: number
  now: Temporal.Instant
  centre: Centre
  classifier: readonly CatalogueGroup[]
  /** About how many cases; 3,000 when left out. */
  count?: number
}

/** Cases of this many last days were worked on by the centre's people, step by step; of older ones only the end is kept. */
const workedDays = 3.5

/** Invents the cases of the half-year before `now`, in the order of their registration. */
export function generateCases({ seed, now, centre, classifier, count = 3000 }: DemoWish): DemoCase[] {
  const shop = createWorkshop({
    charter: centre.charter,
    classifier,
    zone: centre.zone,
    now,
    random: createRandom(seed),
  })
  const drafts = [...inventStream(shop, Math.round(count * 0.88)), ...inventHidden(shop)]
  const all = [...drafts, ...inventRepeats(shop, drafts)].map((draft) => ({
    draft,
    registeredAt: registeredAt(draft, shop, centre),
  }))
  all.sort(
    (a, b) =>
      Temporal.Instant.compare(a.registeredAt, b.registeredAt) ||
      Temporal.Instant.compare(a.draft.receivedAt, b.draft.receivedAt) ||
      (a.draft.text < b.draft.text ? -1 : 1),
  )
  const cases = all.map(({ draft, registeredAt: at }, i) => worked(draft, at, i + 1, shop, centre))
  const joined = joinRepeats(
    cases,
    all.map(({ draft }) => draft),
    shop,
  )
  reopenSome(joined, shop)
  return joined
}

function registeredAt({ receivedAt, channel }: Draft, { now, random }: Workshop, centre: Centre) {
  const wait = isAtDesk(channel) ? random.whole(2, 25) : random.whole(1, 6)
  const usual = receivedAt.add({ minutes: wait, seconds: random.whole(0, 59) })
  const letters = channel === 'email' || channel === 'reception' || channel === 'paper'
  const at = letters ? workingMoment(usual, workingTimeOf(centre), random) : usual
  return Temporal.Instant.compare(at, now) < 0 ? at : now.subtract({ seconds: random.whole(30, 300) })
}

function worked(
  draft: Draft,
  at: Temporal.Instant,
  key: number,
  { charter, classifier, now, random, zone }: Workshop,
  centre: Centre,
): DemoCase {
  const time = workingTimeOf(centre)
  const topic = classifier.flatMap((group) => group.topics).find(({ code }) => code === draft.topic)
  const emergency = draft.regime === 'message' && draft.nature === 'solvable' && (topic?.emergency ?? false)
  const group = draft.topic?.split('.')[0] ?? null
  const fastTrack = draft.topic !== null && isFastTrack(charter.fastTrack, group, draft.topic)
  const { regime, channel, nature } = draft
  const facts = { regime, channel, nature, topic: draft.topic, topicGroup: group, emergency, fastTrack }
  const dueAt = answerDue(charter, facts, { receivedAt: draft.receivedAt, registeredAt: at }, time)
  const wait = random.chance(0.7) ? random.whole(5, 90) : random.whole(90, 1300)
  const sortedAt = emergency ? at : workingMoment(at.add({ minutes: wait }), time, random)
  const sorted = Temporal.Instant.compare(sortedAt, now) < 0
  const registration = registrationOf(draft, { charter, registeredAt: at, emergency, sorted, random })
  const usual: DemoCase = { key, registration, assignee: null, steps: [], event: draft.event, repeats: null }
  if (!sorted) return usual
  const course = drawCourse(draft, { registeredAt: at, dueAt, emergency }, { now, time, random })
  const text = answerText(draft, course, {
    charter,
    organisation: registration.organisation ?? null,
    zone,
    random,
  })
  const assignee = assigneeOf(registration.sectorBlock ?? null, random)
  const closedLongAgo =
    Temporal.Instant.compare(course.closedAt, now.subtract({ hours: 24 * workedDays })) < 0 &&
    course.kind !== 'promised'
  if (closedLongAgo) {
    return { ...usual, assignee, registration: { ...registration, later: laterOf(draft, course, text) } }
  }
  const steps = stepsOf({ draft, course, text, assignee, registeredAt: at, emergency }, { now, time, random })
  // Among the untouched ones some have no executor yet.
  const untouched = steps.length === 0 && course.kind !== 'silent'
  if (untouched && random.chance(0.3)) {
    return { ...usual, registration: { ...registration, organisation: null, sectorBlock: null } }
  }
  const nobody = untouched && random.chance(0.5)
  return { ...usual, assignee: nobody || course.kind === 'silent' ? null : assignee, steps }
}

const reasons = [
  'Житель пишет, что яма появилась снова.',
  'Заявитель не согласен: работы не начаты.',
  'По снимку видно, что сделано не всё.',
  'Повторный звонок: проблема вернулась.',
]

/** A few closed messages come back. */
function reopenSome(cases: readonly DemoCase[], { now, random }: Workshop): void {
  for (const one of cases) {
    const last = one.steps.at(-1)
    if (
      last?.act !== 'close' ||
      one.registration.regime !== 'message' ||
      one.registration.nature !== 'solvable'
    )
      continue
    if (!random.chance(0.16)) continue
    const at = last.at.add({ minutes: random.whole(60, 2000) })
    if (Temporal.Instant.compare(at, now) < 0) {
      one.steps.push({ act: 'reopen', reason: random.pick(reasons), by: 'specialist', at })
    }
  }
}
