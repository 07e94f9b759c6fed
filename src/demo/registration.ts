import type { LaterState, Registration } from '../cases/index.ts'
import { isFastTrack } from '../cases/index.ts'
import type { Channel, Charter } from '../charter/contract.ts'
import { routeCase } from '../triage/index.ts'
import { inventContacts } from './contacts.ts'
import type { Course } from './course.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'
import { deliveryIn } from './steps.ts'

const networks: Partial<Record<Channel, readonly string[]>> = {
  incident: ['ВКонтакте', 'ВКонтакте', 'Одноклассники', 'MAX'],
}

/** Number that the case had in the system it came from. */
function externalNumber(channel: Channel, random: Random): string | null {
  if (channel === 'incident') return `И-${random.whole(400_000, 799_999)}`
  if (channel === 'pos') return `${random.whole(1_000_000, 9_999_999)}`
  if (channel === 'call112') return `112-${random.whole(10_000, 99_999)}`
  return null
}

interface Given {
  charter: Charter
  registeredAt: Temporal.Instant
  emergency: boolean
  /** Topic and route are known; else it waits for triage. */
  sorted: boolean
  random: Random
}

/** What the draft becomes at the centre: regime, topic, place, executor. */
export function registrationOf(draft: Draft, given: Given): Registration {
  const { registeredAt, sorted, random } = given
  const { channel, regime } = draft
  const contacts = inventContacts(channel, random)
  return {
    submission: {
      channel,
      network: networks[channel] ? random.pick(networks[channel]) : null,
      receivedAt: draft.receivedAt,
      raw: JSON.stringify({ text: draft.text, contacts }),
      words: draft.text,
      contacts,
    },
    regime,
    subtype: regime === 'appeal' ? random.pick(['complaint', 'complaint', 'statement', 'proposal']) : null,
    ...placeColumns(draft.place),
    ...(sorted ? sortedColumns(draft, given) : {}),
    externalNumber: externalNumber(channel, random),
    registeredAt,
  }
}

function placeColumns(place: Draft['place']): Partial<Registration> {
  if (!place) return {}
  const { settlement, street, house, lat, lon } = place
  return { settlement, street, house, lat, lon }
}

function sortedColumns(
  { topic, nature, place }: Draft,
  { charter, emergency }: Given,
): Partial<Registration> {
  const group = topic?.split('.')[0] ?? null
  const settlement = place?.settlement ?? null
  const route = routeCase(charter.routing, { topic, topicGroup: group, settlement, nature })
  return {
    nature,
    topicGroup: group,
    topic,
    organisation: route.organisation,
    sectorBlock: route.block,
    emergency,
    fastTrack: topic !== null && isFastTrack(charter.fastTrack, group, topic),
  }
}

/** Marks as residents of an invented town give them, by the last digit of the portal's number; half of them give none. */
const marksByDigit = [5, null, 4, null, 5, 2, null, 3, null, 1] as const

/** The applicant's mark of an answer on the portal; other channels bring none. */
export function markOf({ submission, externalNumber: number }: Registration): number | null {
  return submission.channel === 'pos' && number ? (marksByDigit[Number(number.at(-1))] ?? null) : null
}

/** The end of a case that was worked on long ago: only what came of it is kept, with its times. */
export function laterOf(draft: Draft, course: Course, text: string): LaterState {
  if (course.kind === 'silent') return { state: 'closed', outcome: null, closedAt: course.closedAt }
  return {
    state: 'closed',
    outcome: course.outcome,
    answeredAt: course.answeredAt,
    closedAt: course.closedAt,
    answer: { text, author: 'Специалист МЦУ', delivery: deliveryIn(draft.channel) },
  }
}
