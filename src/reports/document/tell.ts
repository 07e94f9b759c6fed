import type { KeptFigure } from '../contract-content.ts'

const space = '\u00a0'
const whole = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 })
const hundredth = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const formats = { cases: whole, percent: tenth, hours: tenth, points: hundredth }
const units: Record<KeptFigure['unit'], string> = {
  cases: '',
  percent: `${space}%`,
  hours: `${space}ч`,
  points: '',
}
const changeUnits: Record<KeptFigure['unit'], string> = {
  cases: '',
  percent: `${space}п.${space}п.`,
  hours: `${space}ч`,
  points: '',
}

/** A value with its unit as a Russian document writes it; a dash where there is none. */
export function tellValue(value: number | null, unit: KeptFigure['unit']): string {
  if (value === null) return '—'
  return `${formats[unit].format(value)}${units[unit]}`
}

/** «+12», «−3,5 п. п.», «без изменений»; null where there was nothing to compare with. */
export function tellChange({ change, unit }: Pick<KeptFigure, 'change' | 'unit'>): string | null {
  if (change === null) return null
  if (change === 0) return 'без изменений'
  const sign = change > 0 ? '+' : '−'
  return `${sign}${(unit === 'points' ? hundredth : tenth).format(Math.abs(change))}${changeUnits[unit]}`
}

/** Whether the change is good for residents. */
export function toneOf({ change, better }: Pick<KeptFigure, 'change' | 'better'>): 'good' | 'bad' | 'even' {
  if (!change || better === 'neither') return 'even'
  return change > 0 === (better === 'more') ? 'good' : 'bad'
}

/** «13.11.2026, 08:00 (UTC+5)» of a moment by the clocks of a zone. */
export function tellMoment(moment: Temporal.Instant, zone: string): string {
  const { year, month, day, hour, minute, offset } = moment.toZonedDateTimeISO(zone)
  const two = (part: number) => String(part).padStart(2, '0')
  const ahead = offset.replace(/^([+-])0?(\d+):00$/, '$1$2')
  return `${two(day)}.${two(month)}.${year}, ${two(hour)}:${two(minute)} (UTC${ahead})`
}

/** «13.11.2026». */
export function tellDay(day: Temporal.PlainDate): string {
  return [String(day.day).padStart(2, '0'), String(day.month).padStart(2, '0'), day.year].join('.')
}

/** A phrase with a capital at its beginning. */
export function capital(phrase: string): string {
  return phrase.charAt(0).toLocaleUpperCase('ru') + phrase.slice(1)
}
