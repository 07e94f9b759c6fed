import type { Centre } from '../charter/index.ts'
import { workingTimeOf } from '../charter/index.ts'
import type { CatalogueGroup } from '../triage/contract.ts'
import { workingMoment } from './course.ts'
import type { DemoCase } from './demo-case.ts'
import type { Draft } from './draft.ts'
import { inventHidden, inventRepeats } from './hidden.ts'
import { createWorkshop, inventStream } from './invent.ts'
import type { Workshop } from './invent.ts'
import { createRandom } from './random.ts'
import { joinRepeats } from './join-repeats.ts'
import { isAtDesk } from './rhythm.ts'
import { workCase } from './work-case.ts'

/** What the half-year is made from; the same always gives the same cases. */
export interface DemoWish {
  seed: number
  now: Temporal.Instant
  centre: Centre
  classifier: readonly CatalogueGroup[]
  /** About how many cases; 3,000 when left out. */
  count?: number
}

/** So many of the last cases nobody has looked at yet. */
const untouched = 7

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
  const cases = all.map(({ draft, registeredAt: at }, i) =>
    workCase(draft, { key: i + 1, registeredAt: at, isUntouched: i >= all.length - untouched }, shop, centre),
  )
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
