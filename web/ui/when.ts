import { createContext, useContext, useMemo } from 'react'
import { type Language, useLanguage } from './language.ts'

/** The time zone that all moments on the screen are told in: the centre's, not the computer's. */
export const ZoneContext = createContext('Europe/Moscow')

const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' }

export type When = {
  zone: string
  /** «22.11.2026» of an instant or of a plain date. */
  day: (value: string) => string
  /** «22.11, 14:05»; of another year «22.11.2025» without the time. */
  short: (value: string) => string
  /** «22.11.2026, 14:05». */
  full: (value: string) => string
  /** «22.11»; of another year «22.11.2025». */
  date: (value: string) => string
  /** «14:05». */
  time: (value: string) => string
  /** Today in the zone, as a plain date `2026-11-22`. */
  today: () => string
  /** The instant, as ISO 8601 in UTC, at which the clocks of the zone show `2026-11-22T14:05`. */
  instantOf: (local: string) => string
}

/** Formats plain dates and instants in a zone and a language. */
export function createWhen(zone: string, language: Language): When {
  const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
  const digits = { day: '2-digit', month: '2-digit' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = format({ ...digits, year: 'numeric' })
  const plainDay = format({ ...digits, year: 'numeric' }, 'UTC')
  const date = format(digits)
  const short = format({ ...digits, ...clock })
  const full = format({ ...digits, year: 'numeric', ...clock })
  const time = format(clock)
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const isPlain = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)
  const yearOf = (moment: Date) => iso.format(moment).slice(0, 4)
  const tellDay = (value: string) => (isPlain(value) ? plainDay : day).format(new Date(value))
  return {
    zone,
    day: tellDay,
    short: (value) => {
      if (isPlain(value)) return tellDay(value)
      const moment = new Date(value)
      return (yearOf(moment) === yearOf(new Date()) ? short : day).format(moment)
    },
    date: (value) => {
      const moment = new Date(value)
      return (yearOf(moment) === yearOf(new Date()) ? date : day).format(moment)
    },
    full: (value) => (isPlain(value) ? tellDay(value) : full.format(new Date(value))),
    time: (value) => time.format(new Date(value)),
    today: () => iso.format(new Date()),
    instantOf: (local) => instantOf(local, zone),
  }
}

export function useWhen(): When {
  const zone = useContext(ZoneContext)
  const language = useLanguage()
  return useMemo(() => createWhen(zone, language), [zone, language])
}

function instantOf(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const offsetAt = (instant: number) => Date.parse(`${shown.format(instant).replace(' ', 'T')}Z`) - instant
  // A second look settles the hour around a change of the clocks.
  const first = asUtc - offsetAt(asUtc)
  return new Date(asUtc - offsetAt(first)).toISOString()
}
