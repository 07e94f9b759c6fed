import { byDay, plainDay } from './epoch-day.ts'
import type { EpochDay } from './epoch-day.ts'

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]
const names = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']

/** A day in Russian words: «7 января 2026». */
export const dayInWords = byDay((day) => {
  const { day: number, month, year } = plainDay(day)
  return `${number} ${months[month - 1]} ${year}`
})

/** A run of days in Russian words: «1–6 января 2026», «31 декабря 2025 – 6 января 2026». */
export function daysInWords(first: EpochDay, last: EpochDay): string {
  if (first === last) return dayInWords(first)
  const a = plainDay(first)
  const b = plainDay(last)
  if (a.year !== b.year) return `${dayInWords(first)} – ${dayInWords(last)}`
  if (a.month !== b.month) return `${a.day} ${months[a.month - 1]} – ${dayInWords(last)}`
  return `${a.day}–${dayInWords(last)}`
}

/** The Russian name of a weekday, 0 for Monday. */
export function weekdayInWords(weekday: number): string {
  return names[weekday]!
}

/** A number with its noun in Russian: one, few, many («1 день», «3 дня», «5 дней»); a fraction takes `few`'s singular, `part`. */
export function counted(n: number, one: string, few: string, many: string, part: string): string {
  const text = `${n}`.replace('.', ',')
  if (!Number.isInteger(n)) return `${text} ${part}`
  const tens = Math.abs(n) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return `${text} ${many}`
  if (units === 1) return `${text} ${one}`
  return `${text} ${units >= 2 && units <= 4 ? few : many}`
}
