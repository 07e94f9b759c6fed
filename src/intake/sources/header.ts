import type { SheetRow, SheetValue } from '../../platform/sheets/index.ts'
import type { Source, SourceField } from './source.ts'

/** A header cell folded for comparing: NFKC, lower case, ё as е, one blank between words, no closing colon or star. */
export function headerName(value: SheetValue | undefined): string {
  if (value === null || value === undefined) return ''
  return String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/\s*[:*]+$/, '')
}

/** Where a table's header stands and what its columns are called; a merged header of two rows is joined with « / ». */
export type Header = {
  readonly firstRow: number
  readonly lastRow: number
  readonly names: readonly string[]
}

/** Names of a header of one row. */
export function singleHeader(row: SheetRow): Header {
  return { firstRow: row.number, lastRow: row.number, names: distinct(row.values.map(cellName)) }
}

/**
 * Names of a header of two rows with merged cells: a name above is filled right over the cells that have a name below,
 * and stands alone where nothing is below.
 */
export function mergedHeader(above: SheetRow, below: SheetRow): Header {
  const width = Math.max(above.values.length, below.values.length)
  const names: string[] = []
  let spanning = ''
  for (let column = 0; column < width; column += 1) {
    const upper = cellName(above.values[column])
    const lower = cellName(below.values[column])
    if (upper) spanning = upper
    else if (!lower) spanning = ''
    names.push(lower && spanning && lower !== spanning ? `${spanning} / ${lower}` : lower || upper)
  }
  return { firstRow: above.number, lastRow: below.number, names: distinct(names) }
}

function cellName(value: SheetValue | undefined): string {
  return value === null || value === undefined ? '' : String(value).replaceAll(/\s+/g, ' ').trim()
}

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    if (!name) return ''
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** Column numbers (from 0) by field. */
export type ColumnMap = ReadonlyMap<SourceField, number>

/** Finds a source's columns in a header; `chosen` (field → header name) is what a person or a saved mapping decided. */
export function matchColumns(
  names: readonly string[],
  source: Source,
  chosen: Readonly<Partial<Record<SourceField, string>>> = {},
): ColumnMap {
  const places = new Map<string, number>()
  names.forEach((name, column) => {
    const folded = headerName(name)
    for (const key of [folded, folded.split(' / ').at(-1) ?? '']) {
      if (key && !places.has(key)) places.set(key, column)
    }
  })
  const map = new Map<SourceField, number>()
  const taken = new Set<number>()
  const take = (field: SourceField, synonyms: readonly string[]): void => {
    if (map.has(field)) return
    const column = synonyms
      .map((name) => places.get(headerName(name)))
      .find((place) => place !== undefined && !taken.has(place))
    if (column === undefined) return
    map.set(field, column)
    taken.add(column)
  }
  for (const [field, name] of entriesOf(chosen)) take(field, [name])
  for (const [field, synonyms] of entriesOf(source.columns)) take(field, synonyms)
  return map
}

function entriesOf<Value>(record: Readonly<Partial<Record<SourceField, Value>>>): [SourceField, Value][] {
  return Object.entries(record) as [SourceField, Value][]
}
