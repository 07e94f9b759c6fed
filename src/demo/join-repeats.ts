import type { DemoCase } from './demo-case.ts'
import type { Draft } from './draft.ts'
import type { Workshop } from './invent.ts'

/**
 * Lets repeats know what they repeat. A fresh one said to a case in work is joined to it by a person; an exact one of a
 * channel whose charter joins them is added to the open case by the machine and is no case of its own. Gives what is left,
 * numbered anew.
 */
export function joinRepeats(
  cases: readonly DemoCase[],
  drafts: readonly Draft[],
  shop: Workshop,
): DemoCase[] {
  const places = new Map(drafts.map((draft, i) => [draft, i]))
  const absorbed = new Set<DemoCase>()
  for (const [i, { repeats }] of drafts.entries()) {
    const one = cases[i]
    const first = repeats ? cases[places.get(repeats.of) ?? -1] : undefined
    if (!repeats || !one || !first || first.key >= one.key) continue
    one.repeats = { key: first.key, exactly: repeats.exactly }
    if (repeats.exactly && mayAttach(one, first, shop)) {
      const { submission, registeredAt: at = shop.now } = one.registration
      first.steps.push({ act: 'repeat', submission, by: 'specialist', at })
      absorbed.add(one)
    } else joinByHand(one, first, shop)
  }
  return numbered(cases.filter((one) => !absorbed.has(one)))
}

function isOpenAt(one: DemoCase, at: Temporal.Instant): boolean {
  const closedAt = one.registration.later?.closedAt ?? one.steps.find(({ act }) => act === 'close')?.at
  return !closedAt || Temporal.Instant.compare(at, closedAt) < 0
}

// Only cases whose own end is kept: the revision of the others is counted step by step.
function mayAttach(one: DemoCase, first: DemoCase, { charter, now }: Workshop): boolean {
  const { channel } = one.registration.submission
  const at = one.registration.registeredAt ?? now
  return (
    Boolean(first.registration.later && charter.channels[channel]?.joinExactRepeats) && isOpenAt(first, at)
  )
}

function joinByHand(one: DemoCase, first: DemoCase, { now, random }: Workshop): void {
  const at = (one.registration.registeredAt ?? now).add({ minutes: random.whole(4, 50) })
  const isFresh = !first.registration.later && one.registration.regime === first.registration.regime
  const isJoined = first.steps.some(({ act }) => act === 'join')
  if (!isFresh || isJoined || !isOpenAt(first, at) || Temporal.Instant.compare(at, now) >= 0) return
  one.steps = [{ act: 'join', into: first.key, by: 'specialist', at }]
  one.assignee = null
  one.registration = { ...one.registration, later: null }
}

function numbered(cases: readonly DemoCase[]): DemoCase[] {
  const keys = new Map(cases.map((one, i) => [one.key, i + 1]))
  const keyOf = (key: number) => keys.get(key) ?? 0
  return cases.map((one, i) => ({
    ...one,
    key: i + 1,
    repeats:
      one.repeats && keys.has(one.repeats.key) ? { ...one.repeats, key: keyOf(one.repeats.key) } : null,
    steps: one.steps.map((step) => (step.act === 'join' ? { ...step, into: keyOf(step.into) } : step)),
  }))
}
