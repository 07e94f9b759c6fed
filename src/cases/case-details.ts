import type { Centre } from '../charter/index.ts'
import { channelNames, natureNames, outcomeNames, regimeNames, subtypeNames } from '../charter/contract.ts'
import type { Names } from './names.ts'
import { stateNames } from './states.ts'

const titles: Record<string, string> = {
  number: 'Номер',
  regime: 'Вид',
  subtype: 'Подвид',
  nature: 'Тип',
  state: 'Состояние',
  outcome: 'Итог',
  promised_on: 'Обещано к',
  topic_group: 'Группа тем',
  topic: 'Тема',
  settlement: 'Населённый пункт',
  street: 'Улица',
  house: 'Дом',
  organisation: 'Организация',
  sector_block: 'Отраслевой блок',
  assignee_id: 'Исполнитель',
  due_at: 'Ближайший срок',
  emergency: 'Срочное',
  fast_track: 'Ускоренное решение',
  voices: 'Голосов',
  channel: 'Канал',
  mark: 'Оценка заявителя',
}

const vocabularies: Record<string, Record<string, string>> = {
  regime: regimeNames,
  nature: natureNames,
  state: stateNames,
  outcome: outcomeNames,
  channel: channelNames,
  subtype: subtypeNames,
}

/** Tells people what an entry of the journal changed, a line each: «Тема: нет → Ямы на дорогах». */
export function detailsOf(
  data: Record<string, unknown>,
  told: { centre: Centre; names: Names; people: ReadonlyMap<string, string> },
): string[] {
  const { set = {}, was = {} } = data as { set?: Record<string, unknown>; was?: Record<string, unknown> }
  return Object.entries(titles).flatMap(([column, title]) => {
    if (!(column in set)) return []
    const after = inWords(column, set[column], told)
    const before = inWords(column, was[column] ?? null, told)
    if (after === before || (column in was === false && after === 'нет')) return []
    return [column in was ? `${title}: ${before} → ${after}` : `${title}: ${after}`]
  })
}

function inWords(
  column: string,
  value: unknown,
  { centre, names, people }: Parameters<typeof detailsOf>[1],
): string {
  if (value === null || value === undefined) return 'нет'
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  const text = String(value as string | number)
  const word = vocabularies[column]?.[text]
  if (word) return word
  switch (column) {
    case 'topic_group':
      return names.topicGroup(text)!.name
    case 'topic':
      return names.topic(text)!.name
    case 'settlement':
      return names.settlement(text)!.name
    case 'organisation':
      return names.organisation(text)!.name
    case 'sector_block':
      return names.sectorBlock(text)!.name
    case 'assignee_id':
      return people.get(text) ?? 'сотрудник'
    case 'due_at':
      return momentInWords(text, centre.zone)
    case 'promised_on':
      return dayInWords(Temporal.PlainDate.from(text))
    default:
      return text
  }
}

function momentInWords(text: string, zone: string): string {
  const at = Temporal.Instant.from(text).toZonedDateTimeISO(zone)
  return `${dayInWords(at.toPlainDate())} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

function dayInWords(day: Temporal.PlainDate): string {
  return `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.${day.year}`
}
