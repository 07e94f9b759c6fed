import type { SourceOutcome, SourceState } from '../contract-sources.ts'
import { headerName } from './header.ts'
import { readText } from './read-cell.ts'
import { optional, readBase } from './read-row.ts'
import type { FieldCells, RowReject, Source, SourceAnswer, SourceRow } from './source.ts'

const columns: Source['columns'] = {
  id: ['Номер сообщения', '№ сообщения', 'номер', 'id'],
  text: ['Текст', 'текст сообщения', 'описание'],
  receivedAt: ['Дата создания', 'дата подачи', 'дата регистрации'],
  group: ['категория'],
  topic: ['подкатегория'],
  municipality: ['муниципалитет', 'муниципальное образование', 'муниципальный район'],
  settlement: ['населенный пункт'],
  street: ['улица'],
  house: ['дом'],
  address: ['адрес', 'адрес проблемы'],
  lat: ['широта'],
  lon: ['долгота'],
  coordinates: ['координаты'],
  status: ['статус', 'статус сообщения'],
  organisation: ['организация', 'организация исполнитель', 'ответственная организация'],
  department: ['подразделение', 'отдел'],
  executor: ['исполнитель'],
  author: ['заявитель', 'фио заявителя', 'автор'],
  phone: ['телефон', 'телефон заявителя'],
  email: ['e-mail', 'email', 'электронная почта'],
  link: ['ссылка'],
  network: ['источник', 'источник сообщения'],
  answerText: ['текст ответа', 'ответ'],
  answerAt: ['дата ответа', 'дата отправки ответа'],
  closedAt: ['дата закрытия', 'дата завершения'],
  fastTrack: ['фаст-трек', 'фаст трек', 'ускоренное решение'],
  dueAt: ['крайний срок', 'срок', 'срок ответа', 'регламентный срок'],
  postponedUntil: ['отложено до', 'дата отложенного решения'],
  mark: ['оценка', 'оценка заявителя'],
  markComment: ['комментарий к оценке'],
  repeat: ['повторное', 'повторный', 'повтор'],
}

const signature = new Set([
  'номер сообщения',
  'подкатегория',
  'категория',
  'факт',
  'фаст-трек',
  'крайний срок',
  'координатор',
  'отложено до',
  'комментарий к оценке',
])

const statuses: readonly (readonly [RegExp, SourceState, SourceOutcome?])[] = [
  [/^(новое|на модерации|зарегистрировано)/, 'new'],
  [/^(на координации|на рассмотрении)/, 'assigned'],
  [/^(на согласовании|на утверждении)/, 'in-review'],
  [/^(решение отложено|отложено)/, 'postponed'],
  [/^(возвращено|на доработке)/, 'reopened'],
  [/^(ответ направлен|разъяснено)/, 'closed', 'explained'],
  [/^решено/, 'closed', 'solved'],
  [/^(отклонено|отказано)/, 'closed', 'refused'],
  [/^(перенаправлено|передано в другой орган)/, 'closed', 'forwarded'],
]

/** The state and outcome of a portal message by its status; an unknown status counts as work going on. */
export function posState(status: string | undefined): { state: SourceState; outcome?: SourceOutcome } {
  const word = headerName(status ?? null)
  if (word === '') return { state: 'new' }
  const known = statuses.find(([pattern]) => pattern.test(word))
  return known ? { state: known[1], ...optional({ outcome: known[2] }) } : { state: 'in-work' }
}

/** Exports of the portal «Госуслуги. Решаем вместе» (ПОС). */
export const pos: Source = {
  code: 'pos',
  name: 'ПОС «Госуслуги. Решаем вместе»',
  columns,
  required: ['id', 'text', 'receivedAt'],
  detect: (header) => header.filter((name) => signature.has(name)).length,
  normalise: normalisePos,
}

function normalisePos(cells: FieldCells): SourceRow | RowReject {
  const read = readBase(cells)
  if ('kind' in read) return read
  const { base, dates } = read
  const { state, outcome } = posState(base.statusCame)
  const closed = state === 'closed'
  const text = readText(cells.value('answerText'))
  const given: SourceAnswer | undefined =
    text === undefined && dates.answerAt === undefined ? undefined : optional({ text, at: dates.answerAt })
  return {
    kind: 'row',
    channel: 'pos',
    ...base,
    state,
    ...optional({ outcome, closedAt: closed ? (dates.closedAt ?? dates.answerAt) : undefined }),
    // The portal tells one answer: final when the message is closed, else an interim one.
    ...optional(closed ? { finalAnswer: given } : { firstAnswer: given }),
  }
}
