import { type Bit, type CharterTranslate, type Fields, label, type Told } from './bits.ts'

/** A length of time: «8 рабочих дней». */
export function tellSpan(span: Fields, t: CharterTranslate): string {
  return t(`unit.${String(span.unit)}` as 'unit.hours', { count: Number(span.amount) })
}

/** A time norm as a sentence and what bends it; `conditions` tell when it applies. */
export function tellNorm(norm: Fields, conditions: Bit[], told: Told): Bit[] {
  const { t, codes } = told
  const amount = tellSpan(norm, t)
  const start = t(`start.${String(norm.start)}` as 'start.received')
  const stop = t(`stop.${String(norm.stop)}` as 'stop.sent')
  const bit = (field: string, text: string): Bit => ({ label: label(field, told), text })
  const extension = norm.extension as { max: number; times: number } | undefined
  const pause = (norm.pause as string[]).map((one) => t(`pause.${one}` as 'pause.asked'))
  const reminders = (norm.reminders as Fields[]).map((one) => t('reminder', { amount: tellSpan(one, t) }))
  return [
    { label: null, text: t('norm', { amount, start, stop }) },
    bit('regime', codes.nameOf('regime', String(norm.regime))),
    ...conditions,
    ...(norm.legal === true ? [bit('legal', t('yes'))] : []),
    ...(norm.roll === 'none' ? [] : [bit('roll', t(`roll.${String(norm.roll)}` as 'roll.next'))]),
    ...(pause.length === 0 ? [] : [bit('pause', pause.join(', '))]),
    ...(extension === undefined
      ? []
      : [
          bit(
            'extension',
            t('extension', {
              max: tellSpan({ amount: extension.max, unit: norm.unit }, t),
              count: extension.times,
            }),
          ),
        ]),
    ...(reminders.length === 0 ? [] : [bit('reminders', reminders.join(', '))]),
    ...(norm.track === 'on-demand' ? [bit('track', t('track.on-demand'))] : []),
  ]
}

/** When a report is due. */
export function tellDue(due: Fields, { t }: Told): string {
  const parts = [
    typeof due.weekday === 'string' ? t(`weekday.${due.weekday}` as 'weekday.mon') : '',
    typeof due.dayOfMonth === 'number'
      ? t(due.before === true ? 'dueBefore' : 'dueDay', { count: due.dayOfMonth })
      : '',
    typeof due.workingDayOfMonth === 'number' ? t('dueWorkingDay', { count: due.workingDayOfMonth }) : '',
    typeof due.daysAfter === 'number' ? t('dueAfter', { count: due.daysAfter }) : '',
    typeof due.time === 'string' ? t('dueTime', { time: due.time }) : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** The plan of an indicator by year. */
export function tellPlan(plan: Fields, told: Told, unit: unknown): Bit[] {
  const years = Object.entries(plan)
  if (years.length === 0) return []
  const sign = typeof unit === 'string' ? ` ${unit}` : ''
  const text = years.map(([year, value]) => `${year} — ${String(value).replace('.', ',')}${sign}`).join(', ')
  return [{ label: label('plan', told), text }]
}

/** The pattern of numbers with the first number it gives. */
export function tellNumbering(value: Fields, told: Told): Bit[] {
  const pattern = String(value.pattern)
  const year = '2026'
  const example = pattern
    .replace('{prefix}', typeof value.prefix === 'string' ? value.prefix : '')
    .replace('{year}', year)
    .replace('{yy}', year.slice(2))
    .replace(/\{n(?::(\d+))?\}/, (_, width: string | undefined) => '1'.padStart(Number(width ?? 1), '0'))
  return [
    { label: label('example', told), text: example },
    { label: label('pattern', told), text: pattern },
  ]
}

/** How long a kind of record is kept and what then becomes of it. */
export function tellRetention(value: Fields, { t }: Told): Bit[] {
  const term = [
    typeof value.years === 'number' ? t('years', { count: value.years }) : '',
    typeof value.days === 'number' ? t('days', { count: value.days }) : '',
  ].filter(Boolean)
  return [{ label: null, text: `${term.join(' ')}, ${t(`then.${String(value.then)}` as 'then.erase')}` }]
}
