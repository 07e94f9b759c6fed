import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  cellPadding,
  ink,
  type PreparedColumn,
  type PreparedFigure,
  type PreparedRow,
  type PreparedTable,
  lyingWidth,
  textWidth,
} from '../layout/prepared.ts'
import { paragraphOf } from './text-runs.ts'
import { halfPoints, twips } from './word-styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })
const bare = { top: none, bottom: none, left: none, right: none } as const
const bareTable = { ...bare, insideHorizontal: none, insideVertical: none } as const
const margins = {
  top: twips(cellPadding.top),
  bottom: twips(cellPadding.top),
  left: twips(cellPadding.side),
  right: twips(cellPadding.side),
}

/** A table without lines of its own: widths in millimetres. */
export function bareLayout(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: bareTable,
    rows,
  })
}

/** A cell of such a table. */
export function bareCell(width: number, options: ITableCellOptions): TableCell {
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: twips(3) },
    borders: bare,
    ...options,
  })
}

/** The table itself: the header on each page, rows whole, the total set apart. */
export function wordTable(table: PreparedTable, leads: boolean): Table {
  const { columns, rows, total } = table
  const size = halfPoints(table.points)
  return new Table({
    width: { size: twips(table.lying ? lyingWidth : textWidth), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twips(width)),
    layout: TableLayoutType.FIXED,
    margins,
    borders: bareTable,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => headCell(column, size)),
      }),
      ...(rows.length === 0 ? [emptyRow(columns.length)] : []),
      ...rows.map((row, index) => bodyRow(columns, row, index, size, keepsNext(table, index, leads))),
      ...(total ? [totalRow(columns, total, size, leads)] : []),
    ],
  })
}

/** Rows that stay with the next one: all of a short table, the first after the header, the last before the total. */
function keepsNext({ rows, total, whole }: PreparedTable, index: number, leads: boolean): boolean {
  const left = rows.length - 1 - index
  if (left === 0) return total !== null || leads
  return whole || index === 0 || (left === 1 && (total !== null || leads))
}

const alignmentOf = ({ align }: PreparedColumn) =>
  align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT

function headCell(column: PreparedColumn, size: number): TableCell {
  return new TableCell({
    width: { size: twips(column.width), type: WidthType.DXA },
    shading: { fill: ink.head },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { ...bare, top: rule(8, ink.accent), bottom: rule(6, ink.accent) },
    children: [paragraphOf('TableHead', column.name, { alignment: alignmentOf(column) }, { size })],
  })
}

function bodyRow(
  columns: readonly PreparedColumn[],
  row: PreparedRow,
  index: number,
  size: number,
  keepNext: boolean,
): TableRow {
  return new TableRow({
    cantSplit: !row.splits,
    children: columns.map(
      (column, at) =>
        new TableCell({
          width: { size: twips(column.width), type: WidthType.DXA },
          borders: { ...bare, bottom: rule(4, ink.hairline) },
          ...(index % 2 === 1 ? { shading: { fill: ink.zebra } } : {}),
          children: [
            paragraphOf(
              'TableText',
              row.cells[at] ?? '',
              { alignment: alignmentOf(column), keepNext },
              { size },
            ),
          ],
        }),
    ),
  })
}

function totalRow(
  columns: readonly PreparedColumn[],
  total: PreparedRow,
  size: number,
  keepNext: boolean,
): TableRow {
  return new TableRow({
    cantSplit: !total.splits,
    children: columns.map(
      (column, at) =>
        new TableCell({
          width: { size: twips(column.width), type: WidthType.DXA },
          shading: { fill: ink.head },
          borders: { ...bare, top: rule(6, ink.accent), bottom: rule(6, ink.accent) },
          children: [
            paragraphOf(
              'TableText',
              total.cells[at] ?? '',
              { alignment: alignmentOf(column), keepNext },
              { size, bold: true },
            ),
          ],
        }),
    ),
  })
}

function emptyRow(columnCount: number): TableRow {
  return new TableRow({
    children: [
      new TableCell({
        columnSpan: columnCount,
        borders: { ...bare, bottom: rule(4, ink.hairline) },
        children: [
          paragraphOf(
            'TableText',
            'Записей за период нет',
            { alignment: AlignmentType.CENTER },
            { color: ink.quiet },
          ),
        ],
      }),
    ],
  })
}

/** Key figures side by side, parted by hairlines. */
export function wordTiles(row: readonly PreparedFigure[]): (Table | Paragraph)[] {
  const width = textWidth / row.length
  const tiles = row.map(
    (figure, index) =>
      new TableCell({
        width: { size: twips(width), type: WidthType.DXA },
        margins: { top: twips(2), bottom: twips(2.2), left: twips(3), right: twips(3) },
        borders: {
          ...bare,
          top: rule(10, ink.accent),
          bottom: rule(4, ink.line),
          ...(index > 0 ? { left: rule(4, ink.line) } : {}),
        },
        children: tileOf(figure),
      }),
  )
  return [
    bareLayout(
      row.map(() => width),
      [new TableRow({ cantSplit: true, children: tiles })],
    ),
    paragraphOf('Note', ''),
  ]
}

function tileOf({ name, value, change, tone }: PreparedFigure): Paragraph[] {
  const color = tone === 'good' ? ink.good : tone === 'bad' ? ink.bad : ink.quiet
  return [
    paragraphOf('FigureName', name),
    paragraphOf('FigureValue', value),
    ...(change === null ? [] : [paragraphOf('FigureChange', change, {}, { color, bold: tone === 'bad' })]),
  ]
}
