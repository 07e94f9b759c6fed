import type { RejectReason, SourceNature } from '../contract-sources.ts'
import { isBlankText, readDateTime, readFlag, readMark, readPoint, readText, readTime } from './read-cell.ts'
import { networkOf } from './network.ts'
import type { FieldCells, RowReject, SourceField, SourceRow } from './source.ts'

/** What every source's row has; the source adds state, outcome, answers and network. */
export type RowBase = Omit<SourceRow, 'kind' | 'channel' | 'state'>

const dateFields = ['receivedAt', 'closedAt', 'firstAnswerAt', 'answerAt', 'dueAt', 'postponedUntil'] as const
type DateField = (typeof dateFields)[number]

/** Longest number of a message, characters: more is some other column's text. */
const longestId = 200

/** The dates of one row by field. */
export type RowDates = Partial<Record<DateField, Temporal.PlainDateTime>>

/** Builds a reject with the row's own cells. */
export function rejectRow(
  cells: FieldCells,
  reason: RejectReason,
  message: string,
  field?: SourceField,
): RowReject {
  const column = field === undefined ? {} : { column: cells.columnName(field) }
  return { kind: 'reject', row: cells.row, reason, message, ...column, cells: cells.all() }
}

/** Reads what all sources share; a row without id, text or a readable date is rejected with a sentence. An id that may be lacking is empty then. */
export function readBase(
  cells: FieldCells,
  { mayLackId = false } = {},
): { base: RowBase; dates: RowDates } | RowReject {
  const number = readText(cells.value('number'))
  const externalId = idOf(cells, number, mayLackId)
  if (typeof externalId !== 'string') return externalId
  const text = cells.value('text')
  if (text === null || isBlankText(String(text))) {
    return rejectRow(
      cells,
      'no-text',
      `В строке ${cells.row} нет текста: заполните столбец «${cells.columnName('text')}».`,
      'text',
    )
  }
  const dates: RowDates = {}
  for (const field of dateFields) {
    const came = readText(cells.value(field))
    if (came === undefined || came === '-' || came === '—') continue
    const read = readDateTime(cells.value(field))
    if (!read) return unreadable(cells, field, came)
    dates[field] = field === 'receivedAt' ? withTime(read, cells) : read
  }
  const { receivedAt } = dates
  if (!receivedAt) {
    return rejectRow(
      cells,
      'no-date',
      `В строке ${cells.row} нет даты: заполните столбец «${cells.columnName('receivedAt')}».`,
      'receivedAt',
    )
  }
  return {
    base: {
      row: cells.row,
      externalId,
      ...optional({ externalNumber: number === externalId ? undefined : number }),
      receivedAt,
      text: String(text),
      ...readWords(cells),
      ...readPoint(cells.value('lat'), cells.value('lon'), cells.value('coordinates')),
      ...optional({ network: networkOf(readText(cells.value('network'))) }),
      ...optional({ nature: natureOf(readText(cells.value('nature'))), dueAt: dates.dueAt }),
      ...optional({ mark: readMark(cells.value('mark')), postponedUntil: dates.postponedUntil }),
      fastTrack: readFlag(cells.value('fastTrack')),
      repeat: readFlag(cells.value('repeat')),
      rest: cells.rest(),
      cells: cells.all(),
    },
    dates,
  }
}

function idOf(cells: FieldCells, number: string | undefined, mayLackId: boolean): string | RowReject {
  const id = readText(cells.value('id')) ?? number ?? (mayLackId ? '' : undefined)
  if (id !== undefined && id.length <= longestId) return id
  const column = cells.columnName('id')
  const message =
    id === undefined
      ? `В строке ${cells.row} нет номера сообщения: впишите его в столбец «${column}».`
      : `В строке ${cells.row} вместо номера стоит длинный текст: проверьте столбец «${column}».`
  return rejectRow(cells, 'no-id', message, 'id')
}

// A table may hold the time of day in a cell of its own.
function withTime(day: Temporal.PlainDateTime, cells: FieldCells): Temporal.PlainDateTime {
  const time = readTime(cells.value('receivedTime'))
  return time ? day.toPlainDate().toPlainDateTime(time) : day
}

function unreadable(cells: FieldCells, field: DateField, came: string): RowReject {
  const message = `В строке ${cells.row} не читается дата «${came.slice(0, 40)}» в столбце «${cells.columnName(field)}»: запишите её как 31.12.2026 13:45.`
  return rejectRow(cells, 'unreadable-date', message, field)
}

const wordFields = [
  ['author', 'author'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['link', 'link'],
  ['group', 'group'],
  ['topic', 'topic'],
  ['region', 'region'],
  ['municipality', 'municipality'],
  ['settlement', 'settlement'],
  ['street', 'street'],
  ['house', 'house'],
  ['address', 'address'],
  ['organisation', 'organisation'],
  ['department', 'department'],
  ['executor', 'executor'],
  ['markComment', 'markComment'],
  ['nature', 'natureCame'],
  ['outcome', 'outcomeCame'],
  ['status', 'statusCame'],
] as const satisfies readonly (readonly [SourceField, keyof SourceRow])[]

function readWords(cells: FieldCells): Partial<Record<(typeof wordFields)[number][1], string>> {
  const words: Partial<Record<(typeof wordFields)[number][1], string>> = {}
  for (const [field, name] of wordFields) {
    const text = readText(cells.value(field))
    if (text !== undefined) words[name] = text
  }
  return words
}

const natures: ReadonlyMap<string, SourceNature> = new Map([
  ['решаемый', 'solvable'],
  ['консультация', 'consultation'],
  ['благодарность', 'gratitude'],
  ['мнение', 'opinion'],
  ['спам', 'spam'],
])

/** The nature that a source's word states; «Не решаемый» states none and is left to triage. */
export function natureOf(word: string | undefined): SourceNature | undefined {
  return word === undefined ? undefined : natures.get(word.toLowerCase())
}

/** Leaves out what is undefined, so that a row has only the keys it knows. */
export function optional<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  const kept: Partial<Record<string, unknown>> = {}
  for (const [key, value] of Object.entries(shape)) if (value !== undefined) kept[key] = value
  return kept as { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }
}
