import type { SheetValue } from '../../platform/sheets/index.ts'
import type { SourceOutcome, SourceState } from '../contract-sources.ts'
import { headerName } from './header.ts'
import { isBlankText, readText } from './read-cell.ts'
import { optional, readBase } from './read-row.ts'
import type { FieldCells, RowReject, Source, SourceRow } from './source.ts'

const columns: Source['columns'] = {
  id: ['№ карточки', 'номер карточки', '№ вызова', 'номер вызова', '№'],
  receivedAt: ['Дата', 'дата вызова', 'дата и время', 'дата и время вызова', 'дата поступления'],
  receivedTime: ['время', 'время вызова', 'время поступления'],
  topic: ['Тип', 'тип происшествия', 'вид происшествия', 'тип вызова', 'категория'],
  text: ['описание', 'описание происшествия', 'содержание', 'комментарий'],
  address: ['адрес', 'адрес происшествия', 'место'],
  municipality: ['район', 'муниципалитет', 'муниципальное образование'],
  settlement: ['населенный пункт'],
  outcome: ['результат', 'результат реагирования', 'итог'],
  author: ['заявитель', 'фио заявителя'],
  phone: ['телефон', 'телефон заявителя'],
}

const signature = new Set([
  '№ карточки',
  'номер карточки',
  '№ вызова',
  'номер вызова',
  'тип происшествия',
  'вид происшествия',
  'тип вызова',
])

// What was passed on is not known to be done: it stays open.
const results: readonly (readonly [RegExp, SourceState, SourceOutcome?])[] = [
  [/^(устранен|выполнен|решен|отработан)/, 'closed', 'solved'],
  [/^(ложн|не подтверд)/, 'closed', 'unconfirmed'],
  [/^(консультац|разъяснен)/, 'closed', 'explained'],
  [/^(отказ|отклонен)/, 'closed', 'refused'],
  [/^(передан|направлен)/, 'assigned'],
]

/** The state and outcome of a call by its result; none yet means that nobody has begun. */
export function callState(result: string | undefined): { state: SourceState; outcome?: SourceOutcome } {
  const word = headerName(result ?? null)
  if (word === '') return { state: 'new' }
  const known = results.find(([pattern]) => pattern.test(word))
  return known ? { state: known[1], ...optional({ outcome: known[2] }) } : { state: 'in-work' }
}

/** Registers of calls to 112: one line a call, with its type; a merged header is usual. */
export const call112: Source = {
  code: 'call112',
  name: 'Журнал вызовов 112 (ЕДДС)',
  columns,
  required: ['id', 'receivedAt', 'topic'],
  detect: (header) => header.filter((name) => signature.has(name)).length,
  normalise: normaliseCall,
}

function normaliseCall(cells: FieldCells): SourceRow | RowReject {
  const type = readText(cells.value('topic'))
  const value: FieldCells['value'] = (field) => (field === 'text' ? toldOf(cells, type) : cells.value(field))
  const read = readBase({ ...cells, value })
  if ('kind' in read) return read
  const { base } = read
  return {
    kind: 'row',
    channel: 'call112',
    ...base,
    ...callState(base.outcomeCame),
    ...optional({ callType: type }),
  }
}

// What was said of a call is its type and its description.
function toldOf(cells: FieldCells, type: string | undefined): SheetValue {
  const own = cells.value('text')
  const told = own === null || isBlankText(String(own)) ? [] : [String(own).trim()]
  return type === undefined ? own : [type, ...told].join('. ')
}
