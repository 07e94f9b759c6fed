import { isMapping } from '../paths.ts'
import type { Check, Found } from './check.ts'

/** True for a time zone of the tz database, such as `Europe/Moscow`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+\d*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The time zone exists and the languages are sensible. */
export const checkCentre: Check = ({ sections: { centre }, data }) => {
  const found: Found[] = []
  const timeZone = isMapping(data.centre) ? data.centre.timeZone : undefined
  if (typeof timeZone === 'string' && !isTimeZone(timeZone)) {
    found.push({
      keys: ['centre', 'timeZone'],
      message: `часовой пояс «${timeZone}» неизвестен: напишите как в базе tz, например Europe/Moscow`,
    })
  }
  if (!centre) return found
  if (!centre.languages.includes('ru')) {
    found.push({ keys: ['centre', 'languages'], message: 'среди языков нет ru: добавьте его' })
  }
  if (new Set(centre.languages).size < centre.languages.length) {
    found.push({ keys: ['centre', 'languages'], message: 'язык назван дважды: оставьте один' })
  }
  if (centre.foundingAct?.date && !isDay(centre.foundingAct.date)) {
    found.push({ keys: ['centre', 'foundingAct', 'date'], message: noSuchDay(centre.foundingAct.date) })
  }
  return found
}

/** True for a day that exists, written as `2026-02-28`. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const noSuchDay = (text: string) => `дня ${text} в календаре нет: исправьте дату`
