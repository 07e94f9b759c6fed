import type { Regime } from '../charter/contract.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { PlaceProposal } from '../triage/contract.ts'
import { cleanText } from '../triage/index.ts'
import { activePerson } from './assign.ts'
import type { CaseOutcome, RegisterBody } from './contract-commands.ts'
import { registerMany } from './register-many.ts'
import type { Registration } from './registration.ts'
import { join } from './join.ts'
import { isFastTrack } from './set-topic.ts'
import type { CaseSorting, Sorting } from './sorting.ts'
import type { CaseState } from './states.ts'

/**
 * Registers what a person took down or brought in; what they left out the machine proposes, and sets where it is sure. What repeats
 * an open case gets a number of its own and is joined to it in the same transaction.
 */
export async function registerCase(
  desk: Desk,
  body: RegisterBody,
  sorting: CaseSorting,
  continues: string | null = null,
): Promise<CaseOutcome> {
  mustHave(desk.actor, 'case.register', 'регистрировать обращения')
  if (body.assigneeId) await activePerson(desk, body.assigneeId)
  const [made] = await registerMany(desk, [registrationOf(desk, body, sorting, continues)])
  const { id, number, state, revision, submissionId } = made!
  if (body.into) return join(desk, id, { revision, into: body.into })
  return { id, number, state: state as CaseState, revision, madeId: submissionId }
}

function registrationOf(
  desk: Desk,
  body: RegisterBody,
  sorting: CaseSorting,
  continues: string | null,
): Registration {
  const { centre, now } = desk
  const setting = centre.charter.channels[body.channel]
  if (!setting?.on) refuse('invalid', 'channel-off', 'Этот канал в центре выключен: выберите другой.')
  checkCodes(desk, body, sorting)
  const receivedAt = body.receivedAt ? Temporal.Instant.from(body.receivedAt) : now
  if (Temporal.Instant.compare(receivedAt, now) > 0) {
    refuse('invalid', 'in-future', 'Время поступления ещё не наступило: проверьте дату и время.')
  }
  const words = cleanText(body.text)
  if (!words) refuse('invalid', 'no-text', 'В тексте нет ни одного слова: напишите, с чем обратился житель.')
  const settlement = body.place?.settlement ?? undefined
  const sorted = sorting.sort(centre, words, { channel: body.channel, settlement })
  const regime = body.regime ?? setting.regime
  mustHaveSubtype(desk, regime, body.subtype)
  const chosen = chosenOf(desk, body, sorted, sorting)
  return {
    submission: {
      channel: body.channel,
      network: body.network ?? null,
      receivedAt,
      raw: JSON.stringify({ text: body.text, contacts: body.contacts ?? null }),
      words,
      contacts: body.contacts ?? null,
    },
    regime,
    subtype: regime === 'appeal' ? (body.subtype ?? null) : null,
    ...chosen,
    assigneeId: body.assigneeId ?? null,
    fastTrack: isFastTrack(centre.charter.fastTrack, chosen.topicGroup, chosen.topic),
    externalNumber: body.externalNumber ?? null,
    continues,
    proposal: { sorter: sorted.sorter, decided: sorted.decided, data: sorted.data },
  }
}

/** Refuses an appeal without a subtype where the charter names any: 59-ФЗ, ст. 4. */
export function mustHaveSubtype(desk: Desk, regime: Regime, subtype: string | null | undefined): void {
  const known: readonly string[] = desk.centre.charter.appealSubtypes
  if (regime !== 'appeal' || known.length === 0) return
  if (!subtype) {
    refuse('invalid', 'subtype-needed', 'Укажите подвид обращения: предложение, заявление или жалоба.')
  }
  if (!known.includes(subtype)) {
    refuse('invalid', 'unknown-subtype', 'Такого подвида обращений в уставе центра нет: выберите из списка.')
  }
}

function chosenOf(desk: Desk, body: RegisterBody, sorted: Sorting, sorting: CaseSorting) {
  const { data } = sorted
  const nature = body.nature ?? data.nature?.nature ?? null
  const topic = chosenTopic(body, sorted)
  const place = body.place ?? placeOf(data.place)
  const facts = { channel: body.channel, nature, settlement: place.settlement, ...topic }
  const route = topic.topicGroup ? sorting.route(desk.centre, facts) : null
  return {
    nature,
    topicGroup: topic.topicGroup,
    topic: topic.topic,
    organisation: body.organisation ?? route?.organisation ?? null,
    sectorBlock: body.sectorBlock ?? route?.block ?? null,
    emergency: body.emergency ?? topic.emergency,
    ...place,
  }
}

function chosenTopic(body: RegisterBody, { decided, topicDecided, data }: Sorting) {
  if (body.topicGroup) return { topicGroup: body.topicGroup, topic: body.topic ?? null, emergency: false }
  const best = decided ? data.topics[0] : undefined
  const topic = topicDecided ? best : undefined
  return {
    topicGroup: best?.group ?? null,
    topic: topic?.topic ?? null,
    emergency: topic?.emergency ?? false,
  }
}

const nowhere = { settlement: null, street: null, house: null, lat: null, lon: null }

function placeOf(found: PlaceProposal | null) {
  const { settlement, street, house, lat, lon } = found ?? nowhere
  return { settlement, street, house, lat, lon }
}

function checkCodes({ centre }: Desk, body: RegisterBody, sorting: CaseSorting): void {
  const { organisation, sectorBlock, topicGroup, topic, place } = body
  if (organisation && !centre.organisations.has(organisation)) {
    refuse('invalid', 'unknown-organisation', 'Такой организации в уставе центра нет: выберите из списка.')
  }
  if (sectorBlock && !centre.sectorBlocks.has(sectorBlock)) {
    refuse('invalid', 'unknown-block', 'Такого отраслевого блока в уставе центра нет: выберите из списка.')
  }
  const settlement = place?.settlement
  if (settlement && !centre.charter.settlements.some((one) => one.code === settlement)) {
    refuse(
      'invalid',
      'unknown-settlement',
      'Такого населённого пункта в уставе центра нет: выберите из списка.',
    )
  }
  if (!topicGroup && !topic) return
  const group = sorting.classifier(centre).find((one) => one.code === topicGroup)
  if (!group || (topic && !group.topics.some((one) => one.code === topic))) {
    refuse('invalid', 'unknown-topic', 'Такой темы в классификаторе центра нет: выберите тему из списка.')
  }
}
