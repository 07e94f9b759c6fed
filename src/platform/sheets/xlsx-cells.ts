import { fromSerial } from './serial-date.ts'
import type { SheetValue } from './sheet.ts'
import { refuseSheet } from './sheet-refusals.ts'
import { decodeXmlText } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly sharedStrings: readonly string[]
  /** By cell style: whether its numbers are dates or times. */
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

type CellTag = { column: number; type: string; style: number }

const lastColumn = 16_384

/** The values of one `<row>` by column; a formula gives the value that was saved with it and is never run. */
export function readCells(row: string, context: CellContext): SheetValue[] {
  const prefix = /^\s*<([\w.-]+:)c[\s/>]/.exec(row.slice(0, 64))?.[1] ?? ''
  const open = `<${prefix}c`
  const close = `</${prefix}c>`
  const values: SheetValue[] = []
  let at = row.indexOf(open)
  while (at >= 0) {
    const tagEnd = row.indexOf('>', at)
    if (tagEnd < 0) refuseSheet('file-damaged')
    const tag = readTag(row, at + open.length, tagEnd, values.length)
    const empty = row.charCodeAt(tagEnd - 1) === 47
    const closeAt = empty ? tagEnd : row.indexOf(close, tagEnd)
    if (closeAt < 0 || tag.column >= lastColumn) refuseSheet('file-damaged')
    const value = empty ? null : valueOf(row.slice(tagEnd + 1, closeAt), tag, prefix, context)
    if (value !== null) {
      while (values.length < tag.column) values.push(null)
      values[tag.column] = value
    } else if (values.length <= tag.column) {
      while (values.length <= tag.column) values.push(null)
    }
    at = row.indexOf(open, closeAt)
  }
  return values
}

function readTag(row: string, from: number, to: number, nextColumn: number): CellTag {
  const tag: CellTag = { column: nextColumn, type: 'n', style: -1 }
  let at = from
  while (at < to) {
    const equals = row.indexOf('=', at)
    if (equals < 0 || equals > to) break
    const valueEnd = row.indexOf(row.charAt(equals + 1), equals + 2)
    if (valueEnd < 0 || valueEnd > to) break
    const name = row.charCodeAt(equals - 1)
    // Only the one-letter attributes r, s and t matter; a longer name has no blank before its last letter.
    if (row.charCodeAt(equals - 2) <= 32) {
      if (name === 114) tag.column = columnOf(row, equals + 2, valueEnd)
      else if (name === 116) tag.type = row.slice(equals + 2, valueEnd)
      else if (name === 115) tag.style = Number(row.slice(equals + 2, valueEnd))
    }
    at = valueEnd + 1
  }
  return tag
}

function columnOf(row: string, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at += 1) {
    const letter = row.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function valueOf(content: string, tag: CellTag, prefix: string, context: CellContext): SheetValue {
  if (tag.type === 'inlineStr') return joinTexts(content, prefix) || null
  const raw = elementText(content, `${prefix}v`)
  if (raw === undefined || raw === '') return null
  switch (tag.type) {
    case 's':
      return context.sharedStrings[Number(raw)] || null
    case 'str':
      return decodeXmlText(raw)
    case 'b':
      return raw === '1' || raw === 'true'
    case 'e':
      return null
    case 'd':
      return isoValue(raw)
    default:
      return numberValue(raw, tag.style, context)
  }
}

function numberValue(raw: string, style: number, context: CellContext): SheetValue {
  const number = Number(raw)
  if (Number.isNaN(number)) return raw
  return context.dateStyles[style] ? (fromSerial(number, context.date1904) ?? number) : number
}

function isoValue(raw: string): SheetValue {
  try {
    return Temporal.PlainDateTime.from(raw.replace(/Z$/, ''))
  } catch {
    return raw
  }
}

function elementText(content: string, name: string): string | undefined {
  const open = content.indexOf(`<${name}`)
  if (open < 0) return undefined
  const from = content.indexOf('>', open) + 1
  const to = content.indexOf(`</${name}>`, from)
  return to < 0 ? undefined : content.slice(from, to)
}

/** The text of a shared or inline string: its runs joined, phonetic hints left out. */
export function joinTexts(content: string, prefix: string): string {
  const close = `</${prefix}t>`
  const first = content.indexOf(`<${prefix}t`)
  if (first < 0) return ''
  const from = content.indexOf('>', first) + 1
  const to = content.indexOf(close, from)
  const plain = to >= 0 && content.indexOf(close, to + 1) < 0
  if (plain) return decodeXmlText(content.slice(from, to))
  const spoken = new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, 'g')
  const runs = content
    .replaceAll(spoken, '')
    .matchAll(new RegExp(`<${prefix}t(?:\\s[^>]*)?>([\\s\\S]*?)${close}`, 'g'))
  return Array.from(runs, ([, run]) => decodeXmlText(run ?? '')).join('')
}
