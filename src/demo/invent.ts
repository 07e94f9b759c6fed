import { channel as channels } from '../charter/contract.ts'
import type { Channel, Charter, Nature, Regime } from '../charter/contract.ts'
import type { CatalogueGroup } from '../triage/contract.ts'
import type { Draft } from './draft.ts'
import { createPlaces } from './place-words.ts'
import type { Places } from './place-words.ts'
import type { Random } from './random.ts'
import { daysOfHalfYear, momentOf } from './rhythm.ts'
import { allTopics } from './texts/all-topics.ts'
import { informationLines, mediaLines } from './texts/events.ts'
import { fill } from './texts/fill.ts'
import type { TopicTexts } from './texts/topic-texts.ts'
import { say } from './texts/voices.ts'
import type { Voice } from './texts/voices.ts'

/** What drafts are made of. */
export interface Workshop {
  charter: Charter
  classifier: readonly CatalogueGroup[]
  zone: string
  now: Temporal.Instant
  random: Random
  places: Places
  /** Channels that are on, with how much comes through each. */
  channels: Readonly<Partial<Record<Channel, number>>>
}

const channelShares: Record<Channel, number> = {
  incident: 25,
  pos: 23,
  vk: 13,
  max: 7,
  phone: 7,
  call112: 5,
  ok: 4,
  reception: 4,
  open311: 3,
  telegram: 3,
  email: 2.5,
  paper: 1.8,
  personal: 1.2,
  instagram: 0,
}
const voices: Partial<Record<Channel, Voice>> = {
  pos: 'polite',
  reception: 'formal',
  email: 'formal',
  paper: 'formal',
  personal: 'formal',
  phone: 'call',
  call112: 'call',
  open311: 'app',
}

export function createWorkshop(
  given: Pick<Workshop, 'charter' | 'classifier' | 'zone' | 'now' | 'random'>,
): Workshop {
  const on = channels.options.filter((one) => channelShares[one] > 0 && given.charter.channels[one]?.on)
  return {
    ...given,
    places: createPlaces(given.charter, given.random),
    channels: Object.fromEntries(on.map((one) => [one, channelShares[one]])),
  }
}

export const voiceOf = (channel: Channel): Voice => voices[channel] ?? 'social'

/** The ordinary stream of the half-year, without what is hidden in it; the rarer regimes among it. */
export function inventStream(shop: Workshop, total: number): Draft[] {
  const local = shop.now.toZonedDateTimeISO(shop.zone)
  return daysOfHalfYear(local, total, shop.random).flatMap(({ day, count }) =>
    Array.from({ length: count }, () => inventOne(shop, day)).filter(
      ({ receivedAt }) => Temporal.Instant.compare(receivedAt, shop.now) < 0,
    ),
  )
}

function inventOne(shop: Workshop, day: Temporal.PlainDate): Draft {
  const { random } = shop
  if (random.chance(0.022)) return inventRequest(shop, day)
  const from = random.weighed(shop.channels)
  const receivedAt = momentOf(day, shop.zone, from, random)
  return inventAbout(shop, { texts: topicOf(day.month, from, random), channel: from, receivedAt })
}

/** One message on a topic; `place` where it is already known. */
export function inventAbout(
  shop: Workshop,
  given: Pick<Draft, 'channel' | 'receivedAt'> & { texts: TopicTexts; place?: Draft['place'] },
): Draft {
  const { random } = shop
  const { texts, channel, receivedAt } = given
  const place = given.place ?? (texts.nowhere ? null : shop.places.any())
  const core = fill(random.pick(texts.lines), place, random)
  return {
    receivedAt,
    channel,
    regime: regimeOf(shop, channel),
    nature: texts.nature ?? natureOf(shop.classifier, texts.topic, random),
    topic: texts.topic,
    place: core.includes(place?.street ?? '\0') || sounds(core, place) ? place : null,
    text: say(core, voiceOf(channel), random),
    event: null,
    repeats: null,
  }
}

// A line without `{at}` says nothing of the place: then the case has none.
function sounds(core: string, place: Draft['place']): boolean {
  return (
    place !== null &&
    [...place.at, ...place.addr].some((words) => core.toLowerCase().includes(words.toLowerCase()))
  )
}

function regimeOf({ charter, random }: Workshop, channel: Channel): Regime {
  if (channel === 'email') return random.chance(0.3) ? 'appeal' : 'message'
  return charter.channels[channel]?.regime ?? 'message'
}

function natureOf(classifier: readonly CatalogueGroup[], topic: string, random: Random): Nature {
  const found = classifier.flatMap((group) => group.topics).find((one) => one.code === topic)
  const usual: Nature = found?.kind === 'Консультация' ? 'consultation' : 'solvable'
  if (random.chance(0.93)) return usual
  return random.pick(['opinion', 'consultation', 'solvable'] as const)
}

function topicOf(month: number, channel: Channel, random: Random): TopicTexts {
  const fitting = allTopics.filter(({ months, nature }) => {
    if (nature === 'spam' && voiceOf(channel) !== 'social') return false
    return months === undefined || months.includes(month)
  })
  const weights = Object.fromEntries(fitting.map((texts, i) => [String(i), texts.weight]))
  const found = fitting[Number(random.weighed(weights))]
  if (!found) throw new Error('no topic for this month')
  return found
}

function inventRequest(shop: Workshop, day: Temporal.PlainDate): Draft {
  const { random } = shop
  const regime: Regime = random.chance(0.62) ? 'information_request' : 'media_request'
  const usual: readonly Channel[] =
    regime === 'media_request' ? ['email', 'email', 'phone'] : ['email', 'paper', 'reception']
  const channel = random.pick(usual.filter((one) => one in shop.channels))
  return {
    receivedAt: momentOf(day, shop.zone, random.chance(0.8) ? 'paper' : channel, random),
    channel,
    regime,
    nature: 'consultation',
    topic: '20.02',
    place: null,
    text: random.pick(regime === 'media_request' ? mediaLines : informationLines),
    event: null,
    repeats: null,
  }
}
