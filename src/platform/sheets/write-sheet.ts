import { writeXlsxStream } from 'hucre/xlsx'
import type { Delimiter, SheetValue } from './sheet.ts'

/** Rows to write, all at once or as they come. */
export type RowsToWrite = Iterable<readonly SheetValue[]> | AsyncIterable<readonly SheetValue[]>

const startsFormula = /^[=+\-@\t\r]/

/** Text that no spreadsheet will run: an apostrophe before `=`, `+`, `-`, `@`, tab, carriage return. */
export function guardFormula(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text
}

/** A workbook of one sheet as a stream of bytes; text stays text, whatever it begins with. */
export function writeXlsx(
  rows: RowsToWrite,
  options: { sheetName: string; widths?: readonly number[] },
): ReadableStream<Uint8Array> {
  const columns = options.widths?.map((width) => ({ width }))
  return writeXlsxStream(xlsxRows(rows), { name: options.sheetName, ...(columns ? { columns } : {}) })
}

async function* xlsxRows(rows: RowsToWrite) {
  for await (const row of rows) yield row.map(toXlsxCell)
}

function toXlsxCell(value: SheetValue): string | number | boolean | Date | null {
  if (value instanceof Temporal.PlainDateTime) return new Date(value.toZonedDateTime('UTC').epochMilliseconds)
  if (value instanceof Temporal.PlainTime) return value.toString()
  // `_x0041_` stands for «A» in a workbook: the text itself is written with its underscore escaped.
  return typeof value === 'string' ? value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value
}

/** A CSV file as pieces of text: UTF-8 with a byte order mark, CRLF, `;` unless asked otherwise. */
export async function* writeCsv(
  rows: RowsToWrite,
  delimiter: Delimiter = ';',
): AsyncGenerator<string, void, undefined> {
  let piece = '\uFEFF'
  for await (const row of rows) {
    piece += `${row.map((value) => csvField(value, delimiter)).join(delimiter)}\r\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

function csvField(value: SheetValue, delimiter: Delimiter): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? guardFormula(value) : plainText(value, delimiter)
  return /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}

function plainText(value: Exclude<SheetValue, string | null>, delimiter: Delimiter): string {
  if (value instanceof Temporal.PlainDateTime) {
    const [date, time] = value.toString({ smallestUnit: 'second' }).split('T')
    return `${date?.split('-').toReversed().join('.')} ${time}`
  }
  if (typeof value === 'boolean') return value ? 'Да' : 'Нет'
  if (typeof value === 'number') return delimiter === ',' ? String(value) : String(value).replace('.', ',')
  return value.toString()
}
