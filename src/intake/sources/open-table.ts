import type { Sheet, SheetRow, SheetValue } from '../../platform/sheets/index.ts'
import { refuse } from '../../platform/refusal.ts'
import {
  type ColumnMap,
  type Header,
  headerName,
  matchColumns,
  mergedHeader,
  singleHeader,
} from './header.ts'
import { call112 } from './call112.ts'
import { incident } from './incident.ts'
import { pos } from './pos.ts'
import { type OwnTable, sourceOfTable } from '../tables/own-table.ts'
import { readText } from './read-cell.ts'
import type { FieldCells, RowReject, Source, SourceField, SourceRow } from './source.ts'

/** The sources we know, in the order in which ties are decided. */
export const sources: readonly Source[] = [incident, pos, call112]

const headerSearchRows = 20
const signatureWeight = 3

/** What a person or a saved mapping decided about a file. */
export type TableChoice = {
  readonly source?: string
  /** Field → name of its column in the file. */
  readonly columns?: Readonly<Partial<Record<SourceField, string>>>
  /** The table of the centre's own that `source` names. */
  readonly own?: OwnTable
}

/** A table whose source, header and columns are known. */
export type DetectedTable = { readonly source: Source; readonly header: Header; readonly columns: ColumnMap }

/** How surely a table is its source's: 1 where nothing else fits, a half where another source fits as well. */
export type Sureness = { readonly sure: number; readonly rival: Source | null }

/** Less than this is a guess that somebody must confirm. */
export const leastSure = 0.55

/** Finds the header among the first rows and the source it belongs to: one of ours, or a table of the centre's own. Refuses any other. */
export function detectTable(
  firstRows: readonly SheetRow[],
  choice: TableChoice = {},
  own: readonly OwnTable[] = [],
): DetectedTable & Sureness {
  const allowed = allowedSources(choice, own)
  if (firstRows.length === 0)
    refuse('invalid', 'table-empty', 'В таблице нет строк: выгрузите данные заново.')
  const { best, scores } = likeliest(firstRows, allowed, choice)
  if (!best || (choice.source === undefined && isStrange(best))) {
    refuse(
      'invalid',
      'source-not-recognised',
      'Не удалось узнать таблицу: в первых двадцати строках нет заголовка выгрузки «Инцидент Менеджмент», ПОС или журнала вызовов 112. Проверьте, тот ли это файл и лист; свою таблицу опишите один раз на экране загрузки.',
    )
  }
  refuseMissing(best)
  const { source, header, columns, score } = best
  return { source, header, columns, ...surenessOf(score, source, scores) }
}

function allowedSources({ source, own: chosen }: TableChoice, own: readonly OwnTable[]): Source[] {
  const known = [...(chosen ? [chosen] : own).map(sourceOfTable), ...sources]
  const allowed = known.filter(({ code }) => source === undefined || code === source)
  if (allowed.length > 0) return allowed
  const codes = known.map(({ code }) => code).join(', ')
  return refuse('invalid', 'source-not-known', `Источник «${source}» неизвестен: укажите один из: ${codes}.`)
}

type Scored = DetectedTable & { score: number }

function likeliest(
  firstRows: readonly SheetRow[],
  allowed: readonly Source[],
  choice: TableChoice,
): { best: Scored | undefined; scores: ReadonlyMap<Source, number> } {
  let best: Scored | undefined
  const scores = new Map<Source, number>()
  for (const header of candidateHeaders(firstRows)) {
    const names = ownNames(header)
    for (const source of allowed) {
      const columns = matchColumns(header.names, source, choice.columns)
      const signs = source.detect(names)
      if (columns.size < (signs > 0 ? 2 : 3)) continue
      const score = columns.size + signatureWeight * signs
      scores.set(source, Math.max(score, scores.get(source) ?? 0))
      if (score > (best?.score ?? 0)) best = { source, header, columns, score }
    }
  }
  return { best, scores }
}

function surenessOf(score: number, source: Source, scores: ReadonlyMap<Source, number>): Sureness {
  const [second] = [...scores].filter(([other]) => other !== source).toSorted(([, a], [, b]) => b - a)
  if (!second) return { sure: 1, rival: null }
  return { sure: Math.round((score / (score + second[1])) * 100) / 100, rival: second[0] }
}

// Plain headers come first: they win when a merged one is only as good.
function* candidateHeaders(rows: readonly SheetRow[]): Generator<Header> {
  const named = rows.map(({ values }) => values.filter((value) => typeof value === 'string').length >= 2)
  for (const [index, row] of rows.entries()) if (named[index]) yield singleHeader(row)
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1]
    // The lower row of a merged header holds names only.
    const namesOnly = next?.values.every((value) => value === null || typeof value === 'string')
    if (named[index] && next && namesOnly) yield mergedHeader(row, next)
  }
}

// Of a merged header the lower name tells what the column is.
function ownNames(header: Header): string[] {
  return header.names.map((name) => headerName(name.split(' / ').at(-1)))
}

// A few common words such as «Адрес» do not make a table this source's when nothing of its own is there.
function isStrange({ source, header, columns }: DetectedTable): boolean {
  return source.detect(ownNames(header)) === 0 && source.required.some((field) => !columns.has(field))
}

function refuseMissing({ source, columns }: DetectedTable): void {
  const missing = source.required.filter((field) => !columns.has(field))
  if (missing.length === 0) return
  const names = missing.map((field) => `«${source.columns[field]?.[0] ?? field}»`).join(', ')
  refuse(
    'invalid',
    'columns-missing',
    `В таблице «${source.name}» не найдены столбцы: ${names}. Выгрузите файл с ними или укажите, как они названы.`,
    { missing },
  )
}

/** A table ready to be read; `rows()` may be called again, for the preview and for the run. */
export type OpenTable = DetectedTable &
  Sureness & {
    readonly sheet: Sheet
    rows(): AsyncGenerator<SourceRow | RowReject, void, undefined>
  }

/** Detects a sheet's source and gives its data rows in our words, rejects among them in their places. */
export async function openTable(
  sheet: Sheet,
  choice: TableChoice = {},
  own: readonly OwnTable[] = [],
): Promise<OpenTable> {
  const firstRows: SheetRow[] = []
  for await (const row of sheet.rows()) if (firstRows.push(row) > headerSearchRows) break
  const table = detectTable(firstRows, choice, own)
  return { ...table, sheet, rows: () => streamSourceRows(sheet, table) }
}

async function* streamSourceRows(
  sheet: Sheet,
  { source, header, columns }: DetectedTable,
): AsyncGenerator<SourceRow | RowReject, void, undefined> {
  const cellsOf = createFieldReader(header, columns)
  const seen = new Map<string, number>()
  for await (const row of sheet.rows()) {
    if (row.number <= header.lastRow) continue
    const cells = cellsOf(row)
    const read = source.normalise(cells)
    const numbered = read.kind === 'row' && read.externalId !== ''
    const earlier = numbered ? seen.get(read.externalId) : undefined
    if (numbered && earlier !== undefined) {
      yield {
        kind: 'reject',
        row: row.number,
        reason: 'same-id-twice',
        message: `Номер ${read.externalId} в строке ${row.number} уже стоит в строке ${earlier}: оставьте одну из строк.`,
        column: cells.columnName('id'),
        cells: cells.all(),
      }
      continue
    }
    if (numbered) seen.set(read.externalId, row.number)
    yield read
  }
}

function createFieldReader(header: Header, columns: ColumnMap): (row: SheetRow) => FieldCells {
  const known = new Set(columns.values())
  const columnName = (field: SourceField): string => header.names[columns.get(field) ?? -1] ?? field
  const collect = (
    values: readonly SheetValue[],
    wanted: (column: number) => boolean,
  ): Record<string, string> => {
    const found: Record<string, string> = {}
    values.forEach((value, column) => {
      const text = value === null || !wanted(column) ? undefined : readText(value)
      if (text !== undefined) found[header.names[column] || `Столбец ${column + 1}`] = text
    })
    return found
  }
  return ({ number, values }) => ({
    row: number,
    value: (field) => {
      const column = columns.get(field)
      return column === undefined ? null : (values[column] ?? null)
    },
    columnName,
    rest: () => collect(values, (column) => !known.has(column)),
    all: () => collect(values, () => true),
  })
}
