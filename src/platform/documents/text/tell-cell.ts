import type { Cell, Column } from '../document.ts'
import { plainText } from './plain-text.ts'

const whole = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const tenths = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 })

/** What stands where nothing was counted. */
export const dash = '—'

/** A number as Russian documents write it: «1 234,5», with a real minus. */
export function tellNumber(value: number, format = whole): string {
  if (!Number.isFinite(value)) return dash
  return format
    .format(value)
    .replaceAll(/[\u202F ]/g, '\u00A0')
    .replace(/^-0$/, '0')
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

/** A cell as it is printed. */
export function tellCell(cell: Cell | undefined, kind: Column['kind']): string {
  if (cell === null || cell === undefined || cell === '') return dash
  if (typeof cell === 'string') {
    const day = kind === 'date' ? dayOf(cell) : null
    return day ? tellDay(day) : plainText(cell) || dash
  }
  if (!Number.isFinite(cell)) return dash
  if (kind === 'percent') return `${tellNumber(cell, tenths)}\u00A0%`
  if (kind === 'hours') return `${tellNumber(cell, tenths)}\u00A0ч`
  return tellNumber(cell)
}
