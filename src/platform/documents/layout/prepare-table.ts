import type { Cell, Table } from '../document.ts'
import { millimetresOf } from '../text/fonts.ts'
import { cutLine, plainText } from '../text/plain-text.ts'
import { dash, decimalsOf, tellCell } from '../text/tell-cell.ts'
import { bindUnits, bindWords } from '../text/typography.ts'
import { layColumns } from './column-widths.ts'
import type { PreparedRow, PreparedTable } from './prepared.ts'

/** A row of more lines than these may be torn between pages: it could be taller than a page. */
const mostWholeLines = 14

/** A table of so few rows is not torn between pages. */
const mostWholeRows = 8

/** Tells the cells of a table and gives its columns their room; rows get exactly as many cells as there are columns. */
export function prepareTable(table: Table, number: number): PreparedTable {
  const decimals = table.columns.map(({ kind }, index) =>
    decimalsOf([...table.rows.map((row) => row[index]), table.total?.[index]], kind),
  )
  const tell = (row: readonly Cell[], empty: string) =>
    table.columns.map(({ kind }, index) => {
      const told = tellCell(row[index], kind, decimals[index])
      return told === dash ? empty : kind === 'text' ? bindUnits(told) : told
    })
  const rows = table.rows.map((row) => tell(row, dash))
  const total = table.total && tell(table.total, '')
  const names = table.columns.map(({ name }) => bindUnits(cutLine(name, 300)))
  const { widths, points, lying } = layColumns(
    table.columns.map(({ kind, width }, index) => ({
      name: names[index] ?? '',
      cells: [...rows, ...(total ? [total] : [])].map((cells) => cells[index] ?? ''),
      isText: kind === 'text',
      share: width,
    })),
  )
  const ready = (cells: readonly string[]): PreparedRow => ({
    cells,
    splits: cells.some((cell, index) => linesOf(cell, widths[index] ?? 1, points) > mostWholeLines),
  })
  return {
    kind: 'table',
    caption: `Таблица\u00A0${number} — ${bindWords(cutLine(table.caption, 600))}`,
    columns: table.columns.map(({ kind }, index) => ({
      name: names[index] ?? '',
      align: kind === 'text' ? 'left' : 'right',
      width: widths[index] ?? 0,
    })),
    rows: rows.map(ready),
    total: total && ready(total),
    note: table.note === null ? null : bindWords(plainText(table.note)) || null,
    points,
    lying,
    whole: rows.length <= mostWholeRows && rows.every((cells) => !ready(cells).splits),
  }
}

function linesOf(cell: string, width: number, points: number): number {
  return cell
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(millimetresOf(line, 'sans', points) / width)), 0)
}
