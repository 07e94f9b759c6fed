import { type Cell, cellRef, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'

/** A sheet under way: rows from the top down, cells with their looks. Rows and columns count from 0. */
export class Grid {
  readonly rows: CellValue[][] = []
  readonly cells = new Map<string, Partial<Cell>>()
  readonly heights = new Map<number, { height: number }>()

  /** Sets the cells of the next row; gives its number. */
  add(cells: readonly Partial<Cell>[] = [], height?: number): number {
    const row = this.rows.length
    this.rows.push(cells.map(({ value }) => value ?? null))
    cells.forEach((cell, column) => {
      if (cell.style || cell.formula) this.cells.set(`${row},${column}`, cell)
    })
    if (height !== undefined) this.heights.set(row, { height })
    return row
  }

  /** What the library needs of it. */
  parts(): Pick<WriteSheet, 'rows' | 'cells' | 'rowDefs'> {
    return { rows: this.rows, cells: this.cells, rowDefs: this.heights }
  }
}

/** A cell with a text or a number and its look. */
export const cell = (value: CellValue, style: CellStyle): Partial<Cell> => ({ value, style })

/** A range by its corners. */
export const rangeOf = (top: number, left: number, bottom: number, right: number): string =>
  `${cellRef(top, left)}:${cellRef(bottom, right)}`
