import type { SheetValue } from '../../platform/sheets/index.ts'
import { fromSerial } from '../../platform/sheets/index.ts'

/** A cell as trimmed text; undefined when nothing is there. */
export function readText(value: SheetValue): string | undefined {
  if (value === null) return undefined
  // The database takes no zero characters.
  const text = typeof value === 'string' ? value.replaceAll('\0', '').trim() : plain(value)
  return text === '' ? undefined : text
}

function plain(value: Exclude<SheetValue, string | null>): string {
  if (typeof value === 'boolean') return value ? 'Да' : 'Нет'
  return value.toString()
}

const russianDate =
  /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?$/
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?$/

/** A local date with time: a date cell, a serial number, `dd.mm.yyyy [hh:mm[:ss]]` or ISO; undefined if unreadable. */
export function readDateTime(value: SheetValue): Temporal.PlainDateTime | undefined {
  const read = value instanceof Temporal.PlainDateTime ? value : fromLoose(value)
  return read && read.year >= 1990 && read.year <= 2100 ? read : undefined
}

function fromLoose(value: SheetValue): Temporal.PlainDateTime | undefined {
  if (typeof value === 'number') {
    const moment = fromSerial(value)
    return moment instanceof Temporal.PlainDateTime ? moment : undefined
  }
  if (typeof value !== 'string') return undefined
  const text = value.trim().replace(/^'/, '')
  const russian = russianDate.exec(text)
  if (russian) return build(russian[3], russian[2], russian[1], russian.slice(4))
  const iso = isoDate.exec(text)
  return iso ? build(iso[1], iso[2], iso[3], iso.slice(4)) : undefined
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, fraction]: readonly (string | undefined)[],
): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(
      {
        year: Number(year) + (year?.length === 2 ? 2000 : 0),
        month: Number(month),
        day: Number(day),
        hour: Number(hour ?? 0),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
        millisecond: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
      },
      { overflow: 'reject' },
    )
  } catch {
    return undefined
  }
}

/** A time of day: a time cell, a part of a day, or `hh:mm[:ss]`; undefined if none. */
export function readTime(value: SheetValue): Temporal.PlainTime | undefined {
  if (value instanceof Temporal.PlainTime) return value
  if (value instanceof Temporal.PlainDateTime) return value.toPlainTime()
  if (typeof value === 'number') {
    const read = value >= 0 && value < 1 ? fromSerial(value) : undefined
    return read instanceof Temporal.PlainTime ? read : undefined
  }
  const found = typeof value === 'string' ? /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(value.trim()) : null
  if (!found) return undefined
  const [hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return hour < 24 && minute < 60 && second < 60 ? new Temporal.PlainTime(hour, minute, second) : undefined
}

const durationText =
  /^(?:(-?\d+)\s*(?:days?|д(?:\.|н\.?|ней|ня|ень)?)\s*,?\s*)?(?:(\d+):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/

/** A duration such as «2 days, 13:27:20.7», «15:40» or a fraction of a day, in whole seconds; undefined if none. */
export function readDuration(value: SheetValue): Temporal.Duration | undefined {
  if (value instanceof Temporal.PlainTime)
    return seconds(value.hour * 3600 + value.minute * 60 + value.second)
  if (typeof value === 'number') return value >= 0 ? seconds(Math.round(value * 86_400)) : undefined
  if (typeof value !== 'string') return undefined
  const found = durationText.exec(value.trim())
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined
  const [days, hours, minutes, rest] = found.slice(1).map((part) => Number(part ?? 0))
  const total = (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)
  return total >= 0 ? seconds(total) : undefined
}

function seconds(total: number): Temporal.Duration {
  return new Temporal.Duration(0, 0, 0, 0, 0, 0, total)
}

/** A number written with a comma or a point; undefined if it is none. */
export function readNumber(value: SheetValue): number | undefined {
  if (typeof value === 'number') return value
  const text = typeof value === 'string' ? value.replaceAll(/[\s\u00a0]/g, '').replace(',', '.') : ''
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** «Да», «true», «1», «+» are yes; everything else is no. */
export function readFlag(value: SheetValue): boolean {
  if (typeof value === 'boolean') return value
  return value !== null && /^(да|yes|true|1|\+|повтор.*)$/i.test(String(value).trim())
}

/** A mark from 1 to 5, also out of «5 – отлично»; undefined otherwise. */
export function readMark(value: SheetValue): 1 | 2 | 3 | 4 | 5 | undefined {
  const found = /^([1-5])(?:[.,]0+)?(?!\d|[.,]\d)/.exec(value === null ? '' : String(value).trim())
  return found ? (Number(found[1]) as 1 | 2 | 3 | 4 | 5) : undefined
}

/** A point on the map, from two cells or from one «62.25, 74.49»; nothing if out of range or at 0, 0. */
export function readPoint(
  lat: SheetValue,
  lon: SheetValue,
  both: SheetValue,
): { lat: number; lon: number } | undefined {
  const pair = typeof both === 'string' ? both.trim().split(/\s*;\s*|,\s+|\s+/) : []
  const latitude = readNumber(lat) ?? readNumber(pair[0] ?? null)
  const longitude = readNumber(lon) ?? readNumber(pair[1] ?? null)
  if (latitude === undefined || longitude === undefined) return undefined
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0))
    return undefined
  return { lat: latitude, lon: longitude }
}

/** True when nothing is left of a text without its apostrophe, tags and blanks. */
export function isBlankText(text: string): boolean {
  if (text.length > 400) return false
  return (
    text
      .replace(/^'/, '')
      .replaceAll(/<[^>]*>|&nbsp;|&#160;/gi, '')
      .trim() === ''
  )
}
