import type { SourceOutcome, SourceState } from '../contract-sources.ts'
import { headerName } from './header.ts'
import { readDuration, readText } from './read-cell.ts'
import { optional, readBase, type RowDates } from './read-row.ts'
import type { FieldCells, RowReject, Source, SourceAnswer, SourceRow } from './source.ts'

const columns: Source['columns'] = {
  id: ['ID', 'id инцидента', 'номер инцидента', 'номер', '№', '№ инцидента'],
  number: ['номер инцидента', '№ инцидента', 'номер'],
  text: ['Текст инцидента', 'текст сообщения', 'текст', 'сообщение'],
  receivedAt: ['Дата создания', 'дата создания инцидента', 'дата регистрации', 'дата публикации'],
  closedAt: ['дата закрытия', 'дата окончания', 'дата закрытия инцидента', 'дата завершения'],
  closedAfter: ['время с начала создания инцидента до окончания', 'время до окончания'],
  group: ['группа тем', 'группа темы', 'категория'],
  topic: ['тема', 'тема инцидента', 'подкатегория'],
  region: ['регион', 'субъект рф'],
  municipality: ['муниципалитет', 'муниципальное образование', 'мо', 'локация', 'район'],
  settlement: ['населенный пункт', 'нп', 'город'],
  street: ['улица'],
  house: ['дом', 'номер дома'],
  address: ['адрес', 'адрес инцидента', 'место'],
  lat: ['широта'],
  lon: ['долгота'],
  coordinates: ['координаты'],
  nature: ['тип инцидента', 'тип'],
  outcome: ['итог', 'итог инцидента', 'результат'],
  status: ['текущий шаг инцидента', 'текущий шаг', 'статус', 'статус инцидента', 'шаг'],
  department: ['отдел', 'подразделение'],
  executor: ['исполнитель', 'ответственный', 'ответственный исполнитель'],
  network: ['источник', 'соцсеть', 'социальная сеть', 'сеть', 'площадка'],
  link: ['ссылка', 'url', 'ссылка на сообщение', 'ссылка на пост'],
  author: ['автор', 'автор сообщения', 'имя автора'],
  phone: ['телефон'],
  email: ['e-mail', 'email', 'электронная почта'],
  firstAnswerText: [
    '1ый ответ пи',
    '1-й ответ пи',
    'первый ответ пи',
    'первый ответ',
    'текст первого ответа',
  ],
  firstAnswerAt: ['дата первого ответа'],
  firstAnswerAfter: ['время до первого ответа', 'время первого ответа'],
  answerText: ['текст ответа', 'итоговый ответ', 'окончательный ответ', 'последний ответ пи', 'ответ'],
  answerAt: ['дата ответа', 'дата итогового ответа', 'дата последнего ответа'],
  fastTrack: ['фаст-трек', 'фаст трек', 'fast track'],
  dueAt: ['срок', 'дедлайн', 'крайний срок', 'срок исполнения'],
  postponedUntil: ['отложено до', 'дата отложенного решения', 'срок отложенного решения'],
  mark: ['оценка'],
  markComment: ['комментарий к оценке'],
  repeat: ['повторный', 'повторное', 'повтор'],
}

const signature = new Set([
  'текст инцидента',
  'тип инцидента',
  'номер инцидента',
  'текущий шаг инцидента',
  'итог',
  '1ый ответ пи',
  'группа тем',
  'время до первого ответа',
])

// The first match counts: «Не решено» must be met before «Решено».
const outcomes: readonly (readonly [string, SourceState | undefined, SourceOutcome | undefined])[] = [
  ['не решено', undefined, undefined],
  ['отложено', 'postponed', undefined],
  ['решено', 'closed', 'solved'],
  ['разъяснено', 'closed', 'explained'],
  ['перенаправлено', 'closed', 'forwarded'],
  ['отклонено', 'closed', 'refused'],
]

const steps: readonly (readonly [RegExp, SourceState])[] = [
  [/^(новый|новое|обнаружен|зарегистрирован)/, 'new'],
  [/^(назначен|распредел|исполнитель назначен)/, 'assigned'],
  [/(соглас|утвержд|проверк)/, 'in-review'],
  [/(доработк|возвращ)/, 'reopened'],
]

/** The state and outcome of an incident: its «Итог» decides, whatever closing date stands beside it. */
export function incidentState(
  outcome: string | undefined,
  step: string | undefined,
): { state: SourceState; outcome?: SourceOutcome } {
  const word = headerName(outcome ?? null)
  const known = outcomes.find(([start]) => word.startsWith(start))
  if (known?.[1] !== undefined) return { state: known[1], ...optional({ outcome: known[2] }) }
  const at = headerName(step ?? null)
  return {
    state: steps.find(([pattern]) => pattern.test(at))?.[1] ?? (at === '' && word === '' ? 'new' : 'in-work'),
  }
}

/** Exports of «Инцидент Менеджмент»: columns by name in any order. */
export const incident: Source = {
  code: 'incident',
  name: 'Инцидент Менеджмент',
  columns,
  required: ['id', 'text', 'receivedAt'],
  detect: (header) => header.filter((name) => signature.has(name)).length,
  normalise: normaliseIncident,
}

function normaliseIncident(cells: FieldCells): SourceRow | RowReject {
  const read = readBase(cells)
  if ('kind' in read) return read
  const { base, dates } = read
  const { state, outcome } = incidentState(base.outcomeCame, base.statusCame)
  const { receivedAt } = base
  const after = readDuration(cells.value('firstAnswerAfter'))
  const closedAt = state === 'closed' ? closingTime(receivedAt, dates, cells) : undefined
  const firstAt = dates.firstAnswerAt ?? (after && receivedAt.add(after))
  const finalAt = dates.answerAt ?? closedAt
  return {
    kind: 'row',
    channel: 'incident',
    ...base,
    state,
    ...optional({ outcome, closedAt, firstAnswerAfter: after }),
    ...optional({ firstAnswer: answer(readText(cells.value('firstAnswerText')), firstAt) }),
    ...optional({ finalAnswer: finalAnswer(state, readText(cells.value('answerText')), finalAt) }),
  }
}

function closingTime(receivedAt: Temporal.PlainDateTime, dates: RowDates, cells: FieldCells) {
  if (dates.closedAt) return dates.closedAt
  const after = readDuration(cells.value('closedAfter'))
  return after ? receivedAt.add(after) : undefined
}

function answer(text: string | undefined, at: Temporal.PlainDateTime | undefined): SourceAnswer | undefined {
  return text === undefined && at === undefined ? undefined : optional({ text, at })
}

function finalAnswer(state: SourceState, text: string | undefined, at: Temporal.PlainDateTime | undefined) {
  return state === 'closed' && text !== undefined ? answer(text, at) : undefined
}
