import type { CellStyle } from 'hucre/xlsx'
import { ink } from '../layout/prepared.ts'

const colour = (rgb: string) => ({ rgb })
const side = (style: 'thin' | 'medium' | 'hair', rgb: string) => ({ style, color: colour(rgb) })
const family = 'Arial'

/** How the cells of a workbook look; the face is one that every office has. */
export const look = {
  defaultFont: { name: family, size: 10 },
  title: {
    font: { name: family, size: 14, bold: true, color: colour(ink.text) },
    alignment: { vertical: 'center', wrapText: true },
  },
  caption: {
    font: { name: family, size: 11, bold: true, color: colour(ink.accent) },
    alignment: { vertical: 'center' },
  },
  quiet: {
    font: { name: family, size: 9, color: colour(ink.quiet) },
    alignment: { vertical: 'top', wrapText: true },
  },
  plain: { font: { name: family, size: 10 }, alignment: { vertical: 'top', wrapText: true } },
  strong: { font: { name: family, size: 10, bold: true }, alignment: { vertical: 'top', wrapText: true } },
  draft: { font: { name: family, size: 11, bold: true, color: colour(ink.bad) } },
  link: {
    font: { name: family, size: 10, color: colour(ink.accent), underline: true },
    alignment: { vertical: 'top', wrapText: true },
  },
} as const satisfies Record<string, CellStyle | { name: string; size: number }>

/** The header of a table. */
export function headLook(alignRight: boolean): CellStyle {
  return {
    font: { name: family, size: 10, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: colour(ink.head) },
    alignment: { horizontal: alignRight ? 'right' : 'left', vertical: 'center', wrapText: true },
    border: { top: side('thin', ink.accent), bottom: side('medium', ink.accent) },
  }
}

/** A cell of a table's body or, set apart, of its total. */
export function cellLook(format: string | undefined, alignRight: boolean, isTotal = false): CellStyle {
  return {
    font: { name: family, size: 10, ...(isTotal ? { bold: true } : {}) },
    alignment: { horizontal: alignRight ? 'right' : 'left', vertical: 'top', wrapText: true },
    border: isTotal
      ? { top: side('medium', ink.accent), bottom: side('thin', ink.accent) }
      : { bottom: side('hair', ink.line) },
    ...(isTotal ? { fill: { type: 'pattern', pattern: 'solid', fgColor: colour(ink.head) } } : {}),
    ...(format === undefined ? {} : { numFmt: format }),
  }
}
