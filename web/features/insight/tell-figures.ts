import type { Figure, Measure, MeasureUnit } from '../../../src/insight/contract.ts'
import { currentLanguage } from '../../ui/language.ts'
import { formatNumber, translate } from '../../ui/words.ts'
import { overviewWords } from './overview-words.ts'

/** From this many hours on, a wait is told in days. */
const hoursInWords = 48

/** A figure's value with its unit; a dash where nothing was counted. */
export function tellValue(value: number | null, unit: MeasureUnit): string {
  if (value === null) return '—'
  if (unit === 'cases') return formatNumber(value)
  if (unit === 'percent') return `${formatNumber(value)} %`
  if (unit === 'points') return formatNumber(value)
  return tellHours(value)
}

/** Hours as they are, or as days with one decimal where there are many; `like` is what they stand beside. */
function tellHours(hours: number, like = hours): string {
  return Math.abs(like) < hoursInWords
    ? translate(overviewWords, 'hours', { value: hours })
    : translate(overviewWords, 'days', { value: Math.round(hours / 2.4) / 10 })
}

/** A change in short: `−3 (−2,3 %)`, `+4 п. п.`, `+3,1 сут`; empty where there is nothing to compare with. */
export function tellChange(
  figure: Pick<Figure, 'value' | 'change' | 'changePercent'>,
  unit: MeasureUnit,
): string {
  const { value, change, changePercent } = figure
  if (change === null) return ''
  if (change === 0) return translate(overviewWords, 'same')
  if (unit === 'percent') return translate(overviewWords, 'points', { value: signed(change) })
  if (unit === 'points') return signed(change)
  const size =
    unit === 'cases' ? formatNumber(Math.abs(change)) : tellHours(Math.abs(change), value ?? change)
  const percent = Math.round(changePercent ?? 0)
  const share = percent === 0 ? '' : ` (${signed(percent)} %)`
  return `${signOf(change)}${size}${share}`
}

/** A change as an arrow and its percent: `▲ 12 %`; what there was nothing of before is new. */
export function tellTrend(
  figure: Pick<Figure, 'value' | 'change' | 'changePercent' | 'previous'>,
  unit: MeasureUnit,
): string {
  const { change, changePercent, previous } = figure
  if (change === null) return ''
  if (change === 0) return unit === 'cases' ? '= 0 %' : '='
  if (previous === 0 && unit === 'cases') return `▲ ${translate(overviewWords, 'isNew')}`
  const size = changePercent === null ? null : `${formatNumber(Math.abs(Math.round(changePercent)))} %`
  return `${change > 0 ? '▲' : '▼'} ${size ?? tellChange(figure, unit).replace(/^[+−]/, '')}`
}

/** Whether a change is good for residents, bad, or neither. */
export function toneOfChange(change: number | null, better: Measure['better']): 'good' | 'bad' | 'even' {
  if (change === null || change === 0 || better === 'neither') return 'even'
  return change > 0 === (better === 'more') ? 'good' : 'bad'
}

/** A share in percent as the language writes it: `12,5 %`. */
export function tellShare(part: number, whole: number): string {
  return whole === 0 ? '—' : `${formatNumber(Math.round((part / whole) * 1000) / 10)} %`
}

/** A day of the week in short: «пн». */
export function tellWeekday(day: string): string {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'ru-RU'
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))
}

const signOf = (value: number) => (value < 0 ? '−' : '+')
const signed = (value: number) => `${signOf(value)}${formatNumber(Math.abs(value))}`
