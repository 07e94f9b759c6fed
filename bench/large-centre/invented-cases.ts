import type { Registration } from '../../src/cases/index.ts'
import type { Centre } from '../../src/charter/index.ts'
import { caseSorting } from '../../src/intake/index.ts'
import { inventedText } from './invented-text.ts'
import { pick, type Random } from './random.ts'

const channels = ['incident', 'incident', 'incident', 'pos', 'pos', 'vk', 'phone', 'reception'] as const
const outcomes = ['solved', 'solved', 'explained', 'explained', 'refused', 'forwarded'] as const
const streets = ['Садовая', 'Речная', 'Заводская', 'Полевая', 'Школьная', 'Лесная', 'Вокзальная', 'Новая']

/** Cases of a busy centre: the older ones closed as the source told but for a few, those of the last weeks half open, with people or with nobody. */
export function createInventor(
  centre: Centre,
  staff: readonly string[],
  random: Random,
  standsAt: Temporal.Instant,
) {
  const topics = caseSorting
    .classifier(centre)
    .flatMap((group) => group.topics.map((topic) => ({ group, topic })))
  let made = 0

  return (receivedAt: Temporal.Instant): Registration => {
    made += 1
    const { group, topic } = pick(random, topics)
    const channel = pick(random, channels)
    const settlement = pick(random, centre.charter.settlements).code
    const place = { settlement, street: pick(random, streets), house: String(1 + random(120)) }
    const sorted = { topicGroup: group.code, topic: topic.code }
    const routing = caseSorting.route(centre, { channel, ...sorted, settlement, nature: 'solvable' })
    const words = inventedText(random, topic.name, place.street, place.house)
    const decided = random(20) > 0
    const closed = random(1000) < closedOfThousand(receivedAt, standsAt)
    return {
      submission: {
        channel,
        network: channel === 'incident' ? 'vk' : null,
        source: channel === 'incident' || channel === 'pos' ? channel : null,
        externalId: channel === 'incident' || channel === 'pos' ? String(7_000_000 + made) : null,
        receivedAt,
        raw: words,
        words,
        masked: words,
        contacts:
          random(3) > 0 ? null : { name: 'Житель', phone: `+7900${String(1_000_000 + random(8_999_999))}` },
      },
      regime: channel === 'reception' ? 'appeal' : 'message',
      nature: random(4) > 0 ? 'solvable' : 'consultation',
      ...(decided ? sorted : {}),
      ...place,
      organisation: decided ? routing.organisation : null,
      sectorBlock: decided ? routing.block : null,
      assigneeId: closed || random(2) > 0 ? pick(random, staff) : null,
      emergency: random(100) === 0,
      externalNumber: channel === 'pos' ? String(90_000_000 + made) : null,
      registeredAt: receivedAt,
      proposal: { sorter: 'bench', decided, data: { topics: [], place: null, routing: null, nature: null } },
      later: closed ? closedAfter(receivedAt, random) : null,
    }
  }
}

function closedOfThousand(receivedAt: Temporal.Instant, now: Temporal.Instant): number {
  const age = now.since(receivedAt).total('days')
  return age > 30 ? 990 : age > 10 ? 900 : 400
}

function closedAfter(receivedAt: Temporal.Instant, random: Random): Registration['later'] {
  const answeredAt = receivedAt.add({ minutes: 30 + random(9000) })
  return {
    state: 'closed',
    outcome: pick(random, outcomes),
    answeredAt,
    closedAt: answeredAt.add({ minutes: 10 + random(3000) }),
    answer: { text: 'Здравствуйте! Работы выполнены, спасибо за сообщение.', delivery: 'published' },
  }
}
