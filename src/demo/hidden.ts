import type { Channel } from '../charter/contract.ts'
import type { Draft } from './draft.ts'
import { inventAbout } from './invent.ts'
import type { Workshop } from './invent.ts'
import { isAtDesk, momentOf } from './rhythm.ts'
import { allTopics } from './texts/all-topics.ts'
import { busLines, busStreets, leakLines, leakStreet, snowLines, stormLines } from './texts/events.ts'

const spoken: readonly Channel[] = [
  'incident',
  'vk',
  'pos',
  'max',
  'phone',
  'call112',
  'ok',
  'reception',
  'incident',
  'vk',
]

/** The two problems and the spike that the half-year hides: what a centre must find by itself. */
export function inventHidden(shop: Workshop): Draft[] {
  const today = shop.now.toZonedDateTimeISO(shop.zone).toPlainDate()
  return [...leak(shop, today), ...bus(shop, today), ...weather(shop, today)].filter(
    ({ receivedAt }) => Temporal.Instant.compare(receivedAt, shop.now) < 0,
  )
}

type About = { topic: string; lines: readonly string[]; event: NonNullable<Draft['event']>; street?: string }

function one(shop: Workshop, day: Temporal.PlainDate, about: About): Draft {
  const channel = shop.random.pick(spoken.filter((each) => each in shop.channels))
  const workday = isAtDesk(channel) && day.dayOfWeek > 5 ? 'call112' : channel
  const { topic, lines, event, street } = about
  const place = street ? shop.places.on(street) : shop.places.any()
  const texts = { topic, weight: 1, lines, nature: 'solvable' as const }
  const receivedAt = momentOf(day, shop.zone, workday, shop.random)
  return { ...inventAbout(shop, { texts, channel: workday, receivedAt, place }), event }
}

/** A main that leaks in one street for five weeks, in waves: each patch holds a few days. */
function leak(shop: Workshop, today: Temporal.PlainDate): Draft[] {
  const waves = [-38, -37, -35, -30, -29, -28, -22, -21, -20, -14, -13, -12, -11, -6, -5, -4, -3, -2]
  return Array.from({ length: 42 }, () => {
    const day = today.add({ days: shop.random.pick(waves) })
    return one(shop, day, { topic: '02.07', lines: leakLines, event: 'leak', street: leakStreet })
  })
}

/** A bus route taken off: two stormy weeks, then weariness. */
function bus(shop: Workshop, today: Temporal.PlainDate): Draft[] {
  return Array.from({ length: 31 }, () => {
    const since = Math.floor(30 * shop.random.next() ** 2.2)
    const day = today.subtract({ days: 74 - since })
    const street = shop.random.pick(busStreets)
    return one(shop, day, { topic: '05.01', lines: busLines, event: 'bus', street })
  })
}

/** A weekend of weather about five weeks ago: snow in the cold months, a storm in the others. */
function weather(shop: Workshop, today: Temporal.PlainDate): Draft[] {
  const back = today.subtract({ days: 36 })
  const saturday = back.subtract({ days: (back.dayOfWeek + 1) % 7 })
  const isSnow = [11, 12, 1, 2, 3].includes(saturday.month)
  const about = isSnow
    ? { topic: '04.04', lines: snowLines, event: 'weather' as const }
    : { topic: '07.05', lines: stormLines, event: 'weather' as const }
  return [26, 30, 16].flatMap((count, i) =>
    Array.from({ length: count }, () => one(shop, saturday.add({ days: i }), about)),
  )
}

/** Some drafts said again by somebody else: word for word, or the same matter in other words. */
export function inventRepeats(shop: Workshop, drafts: readonly Draft[]): Draft[] {
  const { random } = shop
  const found: Draft[] = []
  for (const draft of drafts) {
    if (draft.regime !== 'message' || !draft.place || draft.event === 'weather') continue
    const exactly = random.chance(0.035)
    if (!exactly && !random.chance(0.05)) continue
    const receivedAt = draft.receivedAt.add({ minutes: random.whole(20, exactly ? 1500 : 4300) })
    if (Temporal.Instant.compare(receivedAt, shop.now) >= 0) continue
    const channel = exactly
      ? draft.channel
      : random.pick((['vk', 'incident', 'pos', 'max', 'ok'] as const).filter((each) => each in shop.channels))
    if (exactly) found.push({ ...draft, receivedAt, repeats: { of: draft, exactly } })
    else {
      const texts = allTopics.find((each) => each.topic === draft.topic && each.nature === undefined)
      if (!texts) continue
      const again = inventAbout(shop, { texts, channel, receivedAt, place: draft.place })
      found.push({
        ...again,
        nature: draft.nature,
        regime: 'message',
        event: draft.event,
        repeats: { of: draft, exactly },
      })
    }
  }
  return found
}
