import type { Cell, Column } from '../document.ts'
import { plainText } from './plain-text.ts'

const free = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const fixed = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** What stands where nothing was counted. */
export const dash = '—'

/** A number as Russian documents write it: «1 234,5», with a real minus. */
export function tellNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return dash
  const format = decimals === undefined ? free : (fixed[decimals] ?? free)
  return format
    .format(value)
    .replaceAll(/[\u202F ]/g, '\u00A0')
    .replace(/^-(?=[0,]*$)/, '')
    .replace('-', '−')
}

/** The moment of midnight of a day written as 2026-11-13; null when the text is no such day. */
export function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** A day as 13.11.2026. */
export function tellDay(day: Temporal.PlainDate): string {
  return `${two(day.day)}.${two(day.month)}.${String(day.year).padStart(4, '0')}`
}

/** A day or a moment in ISO 8601 as it is read: «13.11.2026», «13.11.2026, 12:40»; other text as it came. */
export function tellMoment(text: string): string {
  const day = dayOf(text.slice(0, 10))
  if (day === null) return text
  const time = /^T(\d{2}:\d{2})/.exec(text.slice(10))
  return time ? `${tellDay(day)}, ${time[1]}` : text.length === 10 ? tellDay(day) : text
}

/** How many decimals the figures of a column need, so that all of them are told alike: percent and hours one at most. */
export function decimalsOf(cells: readonly (Cell | undefined)[], kind: Column['kind']): number {
  const most = kind === 'number' ? 2 : 1
  return cells.reduce<number>((needed, cell) => {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) return needed
    const [, digits = ''] = String(Math.abs(Math.round(cell * 10 ** most) / 10 ** most)).split('.')
    return Math.max(needed, Math.min(most, digits.length))
  }, 0)
}

/** A cell as it is printed, with so many decimals. */
export function tellCell(cell: Cell | undefined, kind: Column['kind'], decimals?: number): string {
  if (cell === null || cell === undefined || cell === '') return dash
  if (typeof cell === 'string') {
    const day = kind === 'date' ? dayOf(cell) : null
    return day ? tellDay(day) : plainText(cell) || dash
  }
  if (!Number.isFinite(cell)) return dash
  if (kind === 'percent') return `${tellNumber(cell, decimals ?? 1)}\u00A0%`
  if (kind === 'hours') return `${tellNumber(cell, decimals ?? 1)}\u00A0ч`
  return tellNumber(cell, decimals)
}
