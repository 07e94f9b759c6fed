import { permissions } from '../../../src/charter/permissions.ts'
import type { Translate } from '../../ui/words.ts'
import type { charterNames } from './charter-names.ts'
import type { CharterCodes } from './use-charter-codes.ts'

export type CharterTranslate = Translate<keyof (typeof charterNames)['ru'] & string>
/** One thing that a record says; `items` is a long list that opens on demand. */
export type Bit = { label: string | null; text: string; items?: string[] }
export type Told = { section: string; t: CharterTranslate; codes: CharterCodes }
type Fields = Record<string, unknown>

/** Fields that stand elsewhere (title, clause) or that only the map needs. */
const silent: ReadonlySet<string> = new Set(['code', 'name', 'text', 'title', 'basis', 'lat', 'lon', 'prefix', 'houses', 'unit', 'what'])

/** What a value of a charter says, as short bits in the charter's order. */
export function tellValue(path: string, value: unknown, told: Told): Bit[] {
  const field = path.split('.').at(-1) ?? ''
  if (Array.isArray(value)) {
    if (told.section === 'workingHours') return [{ label: null, text: tellHours(value, told.t) }]
    return tellList(null, field, value, told)
  }
  if (typeof value !== 'object' || value === null) return [{ label: null, text: tellPlain(field, value, told) }]
  return bitsOf(told.section, value as Fields, told)
}

function bitsOf(section: string, value: Fields, told: Told): Bit[] {
  if (section === 'norms') return tellNorm(value, told)
  if (section === 'topics') return tellRenames(value, told)
  if (section === 'routing' || section === 'fastTrack') {
    const { when: _when, topics: _topics, topicGroups: _groups, ...rest } = value
    return tellFields(section === 'routing' ? rest : rest, told)
  }
  if (section === 'substitution') {
    const { role: _role, ...rest } = value
    return tellFields(rest, told)
  }
  if (section === 'numbering') return tellNumbering(value, told)
  if (section === 'retention') return tellRetention(value, told)
  return tellFields(value, told)
}

function tellFields(value: Fields, told: Told): Bit[] {
  return Object.entries(value).flatMap(([field, inner]) => {
    if (silent.has(field) && !(field === 'title' && told.section === 'centre')) return []
    if (inner === null || inner === undefined || inner === '' || inner === false) {
      return field === 'on' ? [{ label: null, text: told.t('off') }] : []
    }
    if (field === 'count' && inner === 1) return []
    if (field === 'due') return [{ label: label(field, told), text: tellDue(inner as Fields, told) }]
    if (field === 'plan') return tellPlan(inner as Fields, told, value.unit)
    if (field === 'window') return [{ label: label(field, told), text: Object.values(inner as Fields).join(' — ') }]
    if (Array.isArray(inner)) return tellList(label(field, told), field, inner, told)
    if (typeof inner === 'object') {
      const span = inner as Fields
      if ('amount' in span) return [{ label: label(field, told), text: tellSpan(span, told.t) }]
      return [{ label: label(field, told), text: Object.values(span).map(String).join(', ') }]
    }
    return [{ label: hasOwnWords(field, told) ? null : label(field, told), text: tellPlain(field, inner, told) }]
  })
}

/** Values whose words say by themselves what they are. */
function hasOwnWords(field: string, { section }: Told): boolean {
  return ['on', 'period'].includes(field) || (field === 'by' && section === 'substitution') || field === 'kind'
}

function label(field: string, { t }: Told): string {
  return knownName(`field.${field}`, t) ?? field
}

function knownName(key: string, t: CharterTranslate): string | null {
  const told = (t as (key: string) => string | undefined)
  try {
    return told(key) ?? null
  } catch {
    return null
  }
}

function tellPlain(field: string, value: unknown, { section, t, codes }: Told): string {
  if (field === 'on') return t(value === true ? 'on' : 'off')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return value.toLocaleString('ru-RU')
  const text = String(value)
  const set = field === 'kind' ? section.replace(/s$/, '') : field
  return knownName(`${set}.${text}`, t) ?? codes.nameOf(field, text)
}

function tellList(name: string | null, field: string, list: readonly unknown[], told: Told): Bit[] {
  if (list.length === 0) return name === null ? [{ label: null, text: told.t('nothing') }] : []
  const items = list.map((item) => tellItem(field, item, told))
  const text = items.join(', ')
  const isLong = text.length > 110 && items.length > 1
  return [{ label: name, text: isLong ? String(items.length) : text, ...(isLong ? { items } : {}) }]
}

function tellItem(field: string, item: unknown, told: Told): string {
  if (typeof item !== 'object' || item === null) {
    const text = String(item)
    if (field === 'permissions') return (permissions as Record<string, string>)[text] ?? text
    return told.codes.nameOf(field === 'by' ? 'role' : field, text)
  }
  const { name, text, basis, date, weight, formula } = item as Fields
  const extra = [
    typeof date === 'string' ? date.split('-').toReversed().join('.') : '',
    typeof weight === 'number' ? told.t('weight', { weight: String(weight).replace('.', ',') }) : '',
    formula,
    basis,
  ].filter((one) => typeof one === 'string' && one !== '')
  return [name ?? text, ...extra].join(' · ')
}

function tellHours(spans: readonly unknown[], t: CharterTranslate): string {
  if (spans.length === 0) return t('dayOff')
  return (spans as { from: string; to: string }[]).map(({ from, to }) => `${from}–${to}`).join(', ')
}

function tellSpan(span: Fields, t: CharterTranslate): string {
  return t(`unit.${String(span.unit)}` as 'unit.hours', { count: Number(span.amount) })
}

function tellNorm(norm: Fields, told: Told): Bit[] {
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
    ...(norm.when === undefined ? [] : tellFields(norm.when as Fields, told)),
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

function tellDue(due: Fields, { t }: Told): string {
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

function tellPlan(plan: Fields, told: Told, unit: unknown): Bit[] {
  const years = Object.entries(plan)
  if (years.length === 0) return []
  const sign = typeof unit === 'string' ? ` ${unit}` : ''
  const text = years.map(([year, value]) => `${year} — ${String(value).replace('.', ',')}${sign}`).join(', ')
  return [{ label: label('plan', told), text }]
}

function tellRenames(renames: Fields, told: Told): Bit[] {
  return Object.entries(renames).map(([code, name]) => ({ label: code, text: String(name) }))
}

function tellNumbering(value: Fields, told: Told): Bit[] {
  const pattern = String(value.pattern)
  const year = '2026'
  const example = pattern
    .replace('{prefix}', String(value.prefix ?? ''))
    .replace('{year}', year)
    .replace('{yy}', year.slice(2))
    .replace(/\{n(?::(\d+))?\}/, (_, width: string | undefined) => '1'.padStart(Number(width ?? 1), '0'))
  return [
    { label: label('example', told), text: example },
    { label: label('pattern', told), text: pattern },
  ]
}

function tellRetention(value: Fields, { t }: Told): Bit[] {
  const term = [
    typeof value.years === 'number' ? t('years', { count: value.years }) : '',
    typeof value.days === 'number' ? t('days', { count: value.days }) : '',
  ].filter(Boolean)
  return [{ label: null, text: `${term.join(' ')}, ${t(`then.${String(value.then)}` as 'then.erase')}` }]
}
