import type { Sheet, SheetRow } from '../../platform/sheets/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { type Header, matchColumns, singleHeader } from '../sources/header.ts'
import { openTable, sources } from '../sources/open-table.ts'
import { readText } from '../sources/read-cell.ts'
import type { Source, SourceField } from '../sources/source.ts'

/** The source of a run whose table nobody has explained yet: it cannot be started. */
export const unexplained = 'table'

/** Rows among which a header is looked for. */
const headerRows = 20
/** Rows shown so that a person sees what is in the columns. */
const shownRows = 5

/** A table that is no source's: its likeliest header, what its columns may mean, and its first rows as they came. */
export type UnknownTable = {
  readonly sheet: Sheet
  readonly header: Header
  readonly guesses: Readonly<Partial<Record<SourceField, string>>>
  readonly totalRows: number
  readonly first: readonly { row: number; cells: readonly { column: string; value: string }[] }[]
}

/** Reads a table to its end without knowing what it is. A person may say which row is the header. */
export async function readUnknown(sheet: Sheet, headerRow?: number): Promise<UnknownTable> {
  const firstRows: SheetRow[] = []
  let totalRows = 0
  for await (const row of sheet.rows()) {
    totalRows += 1
    if (firstRows.length < headerRows + shownRows) firstRows.push(row)
  }
  const header = headerOf(firstRows, headerRow)
  const behind = firstRows.filter(({ number }) => number > header.lastRow)
  const above = firstRows.length - behind.length
  if (behind.length === 0)
    refuse('invalid', 'table-empty', 'Под заголовком нет ни одной строки: выгрузите данные заново.')
  return {
    sheet,
    header,
    guesses: guessColumns(header),
    totalRows: totalRows - above,
    first: behind.slice(0, shownRows).map(({ number, values }) => ({
      row: number,
      cells: header.names.map((name, at) => ({
        column: name || columnName(at),
        value: readText(values[at] ?? null) ?? '',
      })),
    })),
  }
}

/** What a column without a name is called. */
export const columnName = (at: number) => `Столбец ${at + 1}`

// The row with the most names; of equals the first, for data may be words too.
function headerOf(rows: readonly SheetRow[], chosen: number | undefined): Header {
  const candidates = rows
    .filter(({ number }) => chosen === undefined || number === chosen)
    .slice(0, headerRows)
  const names = ({ values }: SheetRow) =>
    new Set(values.filter((value) => typeof value === 'string' && value.trim() !== '')).size
  const best = candidates.reduce<SheetRow | undefined>(
    (one, row) => (one === undefined || names(row) > names(one) ? row : one),
    undefined,
  )
  if (best === undefined || names(best) < 2) {
    refuse(
      'invalid',
      'source-not-recognised',
      'Не удалось найти заголовок таблицы: в нём должно быть хотя бы два названия столбцов. Проверьте, тот ли это файл и лист.',
    )
  }
  return singleHeader(best)
}

/** Words by which people name columns, beside those of the sources we know. */
const usualNames: Partial<Record<SourceField, readonly string[]>> = {
  text: [
    'обращение',
    'суть',
    'суть обращения',
    'содержание',
    'вопрос',
    'проблема',
    'жалоба',
    'текст обращения',
  ],
  receivedAt: ['дата', 'дата обращения', 'поступило', 'дата поступления', 'дата и время'],
  receivedTime: ['время', 'время обращения'],
  id: ['№ п/п', 'рег. номер', 'регистрационный номер', 'номер обращения', '№ обращения'],
  author: ['фио', 'ф.и.о.', 'ф. и. о.', 'гражданин'],
  phone: ['контактный телефон', 'тел.', 'телефон для связи'],
  answerText: ['что сделано', 'принятые меры', 'ответ заявителю'],
  executor: ['ответственный', 'кому поручено'],
  outcome: ['результат'],
}

function guessColumns(header: Header): Partial<Record<SourceField, string>> {
  const columns: Partial<Record<SourceField, string[]>> = {}
  for (const names of [usualNames, ...sources.map((source) => source.columns)]) {
    for (const [field, some] of Object.entries(names) as [SourceField, readonly string[]][])
      (columns[field] ??= []).push(...some)
  }
  const anything: Source = { ...sources[0]!, columns }
  const found = matchColumns(header.names, anything)
  return Object.fromEntries([...found].map(([field, at]) => [field, header.names[at]!]))
}

/** True where no source of ours, and no saved table, knows this header. */
export async function isUnknown(sheet: Sheet, own: Parameters<typeof openTable>[2]): Promise<boolean> {
  try {
    await openTable(sheet, {}, own)
    return false
  } catch (error) {
    if ((error as { reason?: unknown }).reason === 'source-not-recognised') return true
    throw error
  }
}
