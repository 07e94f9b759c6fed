import { millimetresOf } from '../text/fonts.ts'
import { cellPadding, lyingWidth, textWidth } from './prepared.ts'

/** What a column asks for: its name, its printed cells, its declared share of the width. */
export interface ColumnContent {
  name: string
  cells: readonly string[]
  isText: boolean
  share: number | undefined
}

/** Widths in millimetres, the size of letters in points, whether the sheet has to lie on its side for it. */
export interface LaidColumns {
  widths: number[]
  points: number
  lying: boolean
}

const choices = [
  ...[9.5, 9, 8.5, 8].map((points) => ({ points, lying: false, room: textWidth })),
  ...[9.5, 9, 8.5, 8, 7.5, 7, 6.5].map((points) => ({ points, lying: true, room: lyingWidth })),
]
const widestWord = 34
const widestCell = 75
const partOfWord = /\s+|(?<=\p{L})-(?=\p{L})/u

/** Fills the width of the text with the largest letters at which no word is torn; a table too wide for that lies. */
export function layColumns(columns: readonly ColumnContent[]): LaidColumns {
  for (const { points, lying, room } of choices) {
    const least = columns.map((column) => leastWidth(column, points))
    if (sum(least) <= room) return { widths: spread(columns, least, points, room), points, lying }
  }
  const { points, lying, room } = choices[choices.length - 1] ?? { points: 7, lying: true, room: lyingWidth }
  const least = columns.map((column) => leastWidth(column, points))
  return { widths: least.map((width) => (width * room) / sum(least)), points, lying }
}

function leastWidth(column: ColumnContent, points: number): number {
  const words = column.isText ? column.cells.flatMap((cell) => cell.split(partOfWord)) : column.cells
  const cells = Math.min(widestWord, widest(words, points))
  const name = Math.min(widestWord, widest(column.name.split(partOfWord), points, 'sansBold'))
  return Math.max(cells, name) + cellPadding.side * 2 + 0.4
}

function widest(texts: readonly string[], points: number, face: 'sans' | 'sansBold' = 'sans'): number {
  return texts.reduce((most, text) => Math.max(most, millimetresOf(text.slice(0, 200), face, points)), 0)
}

/** Shares where they are declared, else room by need; nobody gets less than the least. */
function spread(
  columns: readonly ColumnContent[],
  least: readonly number[],
  points: number,
  room: number,
): number[] {
  const shared = columns.some(({ share }) => share !== undefined)
  const wanted = columns.map((column, index) => {
    if (shared) return Math.max(0.05, column.share ?? 1)
    const natural =
      Math.min(widestCell, widest([...column.cells, column.name], points)) + cellPadding.side * 2
    return Math.max(least[index] ?? 0, natural)
  })
  const widths = wanted.map((want) => (want * room) / sum(wanted))
  for (let round = 0; round < columns.length; round += 1) {
    const lacking = widths.map((width, index) => Math.max(0, (least[index] ?? 0) - width))
    const needed = sum(lacking)
    if (needed < 0.01) break
    const spare = widths.map((width, index) => Math.max(0, width - (least[index] ?? 0)))
    const given = Math.min(1, needed / sum(spare))
    widths.forEach((width, index) => {
      widths[index] = width + (lacking[index] ?? 0) - (spare[index] ?? 0) * given
    })
  }
  return widths.map((width) => Math.round(width * 100) / 100)
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
