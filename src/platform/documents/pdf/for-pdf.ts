import { cellPadding, type PreparedBlock, type PreparedDocument, textWidth } from '../layout/prepared.ts'
import { breakable } from '../text/breakable.ts'
import { type Face, millimetresOf } from '../text/fonts.ts'
import { printable } from '../text/printable.ts'
import { bindWords } from '../text/typography.ts'

/** A text as our fonts can show it, with chances to break words wider than the given millimetres. */
function fit(text: string, room: number, face: Face, points: number): string {
  return breakable(printable(text), room, (word) => millimetresOf(word, face, points))
}

const fitBody = (text: string) => fit(text, textWidth, 'serif', 12)
const fitOrNull = (text: string | null, fitText: (text: string) => string) =>
  text === null ? null : fitText(text)

/** The document with every text made fit for the page setter, which neither knows other fonts nor tears words. */
export function forPdf(document: PreparedDocument) {
  const half = (text: string) => fit(text, 74, 'serif', 12)
  const { registration, approval } = document
  return {
    letterhead: document.letterhead.map((line) => fit(line, textWidth, 'serifBold', 13)),
    title: fit(document.title, textWidth, 'serifBold', 15),
    subtitle: fitOrNull(document.subtitle, fitBody),
    registration: registration && { number: half(registration.number), date: half(registration.date) },
    addressees: document.addressees.map(half),
    approval: approval && {
      position: half(approval.position),
      name: half(approval.name),
      moment: half(approval.moment),
    },
    signatures: document.signatures.map(({ position, name }) => ({
      position: fit(position, 66, 'serif', 12),
      name: fitOrNull(name, (text) => fit(text, 44, 'serif', 12)),
    })),
    footer: fit(document.footer, 120, 'sans', 8),
    sections: document.sections.map(({ lying, blocks }) => ({ lying, blocks: blocks.map(fitBlock) })),
  }
}

function fitBlock(block: PreparedBlock): PreparedBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: fit(block.text, textWidth, 'serifBold', 14) }
    case 'paragraph':
      return { ...block, lines: block.lines.map((line) => fit(bindWords(line), textWidth - 8, 'serif', 12)) }
    case 'list':
      return { ...block, items: block.items.map((item) => fit(bindWords(item), textWidth - 14, 'serif', 12)) }
    case 'key-figures':
      return { ...block, rows: block.rows.map(fitTiles) }
    case 'table':
      return fitTable(block)
    case 'chart':
      return {
        ...block,
        caption: fit(block.caption, textWidth, 'sansBold', 10),
        description: printable(block.description),
      }
  }
}

function fitTiles(row: Extract<PreparedBlock, { kind: 'key-figures' }>['rows'][number]) {
  const room = textWidth / row.length - 6.4
  return row.map((figure) => ({
    ...figure,
    name: fit(figure.name, room, 'sans', 8.5),
    value: fit(figure.value, room, 'sansBold', 17),
    change: fitOrNull(figure.change, (text) => fit(text, room, 'sansBold', 9)),
  }))
}

function fitTable(table: Extract<PreparedBlock, { kind: 'table' }>): PreparedBlock {
  const rooms = table.columns.map(({ width }) => width - cellPadding.side * 2)
  const fitCells = (cells: readonly string[], face: Face) =>
    cells.map((cell, index) => fit(cell, rooms[index] ?? 1, face, table.points))
  return {
    ...table,
    caption: fit(table.caption, textWidth, 'sansBold', 10),
    columns: table.columns.map((column, index) => ({
      ...column,
      name: fit(column.name, rooms[index] ?? 1, 'sansBold', table.points),
    })),
    rows: table.rows.map((row) => ({ ...row, cells: fitCells(row.cells, 'sans') })),
    total: table.total && { ...table.total, cells: fitCells(table.total.cells, 'sansBold') },
    note: fitOrNull(table.note, (text) => fit(text, textWidth, 'sans', 8.5)),
  }
}
