import type { Cell, WriteSheet } from 'hucre/xlsx'
import type { Cell as TableCell, Column, Table } from '../document.ts'
import { fontOf } from '../text/fonts.ts'
import { plainLine } from '../text/plain-text.ts'
import { dayOf, decimalsOf, tellCell } from '../text/tell-cell.ts'
import { cellText } from './cell-text.ts'
import { cell, Grid, rangeOf } from './grid.ts'
import { cellLook, headLook, look } from './sheet-look.ts'

const headRow = 2
const widest = 60

/** A table as a sheet: caption, header that stays in sight, real numbers and days, sums that live. */
export function tableSheet(table: Table, name: string, number: number): WriteSheet {
  const grid = new Grid()
  grid.add([cell(cellText(`Таблица ${number} — ${plainLine(table.caption)}`), look.caption)], 20)
  grid.add()
  grid.add(
    table.columns.map((column) => cell(cellText(plainLine(column.name)), headLook(column.kind !== 'text'))),
    table.columns.some(({ name: title }) => title.length > 14) ? 42 : 20,
  )
  const formats = table.columns.map((column, index) =>
    formatOf(column, [...columnCells(table, index), table.total?.[index]]),
  )
  const widths = table.columns.map((column, index) => widthOf(table, column, index))
  for (const row of table.rows)
    grid.add(
      table.columns.map((column, index) => bodyCell(row[index], column, formats[index])),
      heightOf(row, table, widths),
    )
  if (table.rows.length === 0 && table.columns.length > 0)
    grid.add([cell('Записей за период нет', { ...look.quiet, alignment: { vertical: 'top' } })])
  const lastRow = grid.rows.length - 1
  if (table.total) grid.add(totalCells(table, formats, lastRow))
  if (table.note !== null) {
    grid.add()
    grid.add([cell(cellText(table.note), { ...look.quiet, alignment: { vertical: 'top' } })])
  }
  const right = Math.max(0, table.columns.length - 1)
  return {
    name,
    ...grid.parts(),
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: headRow + 1, columns: 0 },
    ...(table.columns.length > 0 && table.rows.length > 0
      ? { autoFilter: { range: rangeOf(headRow, 0, lastRow, right) } }
      : {}),
  }
}

const columnCells = (table: Table, index: number) => table.rows.map((row) => row[index] ?? null)

/** How the numbers of a column are shown: with the decimals the pages show them with. */
function formatOf({ kind }: Column, cells: readonly (TableCell | undefined)[]): string | undefined {
  if (kind === 'text') return undefined
  if (kind === 'date') return 'dd\\.mm\\.yyyy'
  const decimals = decimalsOf(cells, kind)
  const point = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  if (kind === 'percent') return `0${point}\\ %`
  return kind === 'hours' ? `#,##0${point}\\ "ч"` : `#,##0${point}`
}

function bodyCell(value: TableCell | undefined, column: Column, format: string | undefined): Partial<Cell> {
  const style = cellLook(format, column.kind !== 'text')
  return cell(valueOf(value, column.kind), style)
}

/** A number, a day or a text as a workbook keeps it: percent as a share of one. */
function valueOf(value: TableCell | undefined, kind: Column['kind']): string | number | Date | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    return kind === 'percent' ? shareOf(value) : value
  }
  const day = kind === 'date' ? dayOf(value) : null
  // A workbook counts days from 30 December 1899 and knows none before 1 March 1900 for certain.
  if (day && day.year > 1900) return new Date(day.toZonedDateTime('UTC').epochMilliseconds)
  return cellText(value)
}

const shareOf = (percent: number) => Math.round(percent * 1e8) / 1e10

function totalCells(
  table: Table,
  formats: readonly (string | undefined)[],
  lastRow: number,
): Partial<Cell>[] {
  return table.columns.map((column, index) => {
    const value = valueOf(table.total?.[index], column.kind)
    const style = cellLook(formats[index], column.kind !== 'text', true)
    if (column.sum !== true || typeof value !== 'number' || table.rows.length === 0) return { value, style }
    const sum = columnCells(table, index).reduce<number>((all, one) => {
      const counted = valueOf(one, column.kind)
      return typeof counted === 'number' ? all + counted : all
    }, 0)
    // A total that is not the sum of its column (someone counted once in two rows) stays what the document says.
    if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(value))) return { value, style }
    const formula = `SUM(${rangeOf(headRow + 1, index, lastRow, index)})`
    return { value, style, formula, formulaResult: value }
  })
}

const lineHeight = 13.2
const tallestRow = 409

/** Points a row needs for its texts; offices do not find that out by themselves. */
function heightOf(row: readonly TableCell[], table: Table, widths: readonly number[]): number {
  const lines = table.columns.map(({ kind }, index) =>
    tellCell(row[index], kind)
      .split('\n')
      .reduce(
        (all, line) => all + Math.max(1, Math.ceil((letters(line) * 1.06) / ((widths[index] ?? 9) - 1))),
        0,
      ),
  )
  return Math.min(tallestRow, Math.max(1, ...lines) * lineHeight + 2)
}

// The width of a column is counted in digits of the workbook's face.
const letters = (text: string) => fontOf('sans').widthOf(text, 1) / 0.53

function widthOf(table: Table, column: Column, index: number): number {
  const told = columnCells(table, index).map((value) => tellCell(value, column.kind))
  const total = table.total ? [tellCell(table.total[index], column.kind)] : []
  const cells = [...told, ...total].reduce((most, text) => Math.max(most, letters(text)), 0)
  const words = column.name.split(/\s+/).reduce((most, word) => Math.max(most, letters(word) * 1.1), 0)
  return Math.round(Math.min(widest, Math.max(9, cells + 2, words + 4)) * 10) / 10
}
