import { permissions } from '../../../src/charter/permissions.ts'
import { type Bit, type CharterTranslate, type Fields, knownName, label, type Told } from './bits.ts'
import { tellDue, tellNorm, tellNumbering, tellPlan, tellRetention, tellSpan } from './tell-terms.ts'

/** Fields that stand elsewhere (title, clause) or that only the map needs. */
const silent: ReadonlySet<string> = new Set([
  'code',
  'name',
  'text',
  'title',
  'basis',
  'lat',
  'lon',
  'prefix',
  'houses',
  'unit',
  'what',
])

/** What a value of a charter says, as short bits in the charter's order. */
export function tellValue(path: string, value: unknown, told: Told): Bit[] {
  const field = path.split('.').at(-1) ?? ''
  if (Array.isArray(value)) {
    if (told.section === 'workingHours') return [{ label: null, text: tellHours(value, told.t) }]
    return tellList(null, field, value, told)
  }
  if (typeof value !== 'object' || value === null)
    return [{ label: null, text: tellPlain(field, value, told) }]
  if (path === 'topics.renames') return tellRenames(value as Fields)
  return bitsOf(told.section, value as Fields, told)
}

function bitsOf(section: string, value: Fields, told: Told): Bit[] {
  if (section === 'norms') return tellNorm(value, tellFields((value.when ?? {}) as Fields, told), told)
  if (section === 'routing' || section === 'fastTrack') {
    const { when: _when, topics: _topics, topicGroups: _groups, ...rest } = value
    return tellFields(rest, told)
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
    if (isSilent(field, inner, told)) return []
    if (field === 'plan') return tellPlan(inner as Fields, told, value.unit)
    if (Array.isArray(inner)) return tellList(label(field, told), field, inner, told)
    if (typeof inner === 'object') {
      return [{ label: label(field, told), text: tellInner(field, inner as Fields, told) }]
    }
    const name = hasOwnWords(field, told) ? null : label(field, told)
    return [{ label: name, text: tellPlain(field, inner, told) }]
  })
}

/** What says nothing: an empty value, a switch that is off (but for «выключен» itself), a single post. */
function isSilent(field: string, inner: unknown, told: Told): boolean {
  if (silent.has(field)) return !(told.section === 'centre' && (field === 'title' || field === 'name'))
  if (field === 'on') return false
  return (
    inner === null ||
    inner === undefined ||
    inner === '' ||
    inner === false ||
    (field === 'count' && inner === 1)
  )
}

function tellInner(field: string, inner: Fields, told: Told): string {
  if (field === 'due') return tellDue(inner, told)
  if (field === 'window') return tellWindow(inner, told.t)
  return 'amount' in inner ? tellSpan(inner, told.t) : Object.values(inner).map(String).join(', ')
}

/** Values whose words say by themselves what they are. */
function hasOwnWords(field: string, { section }: Told): boolean {
  return (
    ['on', 'period'].includes(field) || (field === 'by' && section === 'substitution') || field === 'kind'
  )
}

function tellPlain(field: string, value: unknown, { section, t, codes }: Told): string {
  if (field === 'on') return t(value === true ? 'on' : 'off')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return value.toLocaleString('ru-RU')
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').toReversed().join('.')
  const set = field === 'kind' ? section.replace(/s$/, '') : field
  return knownName(`${set}.${text}`, t) ?? codes.nameOf(field, text)
}

function tellList(name: string | null, field: string, list: readonly unknown[], told: Told): Bit[] {
  if (list.length === 0) return name === null ? [{ label: null, text: told.t('nothing') }] : []
  const items = list.map((item) => tellItem(field, item, told))
  const text = items.join(', ')
  const isLong = items.length > 1 && (text.length > 110 || typeof list[0] === 'object')
  return [{ label: name, text: isLong ? String(items.length) : text, ...(isLong ? { items } : {}) }]
}

const rolesIn: ReadonlySet<string> = new Set(['by', 'approvedBy', 'signatures'])

function tellItem(field: string, item: unknown, told: Told): string {
  if (typeof item !== 'object' || item === null) {
    const text = String(item)
    if (field === 'permissions') return (permissions as Record<string, string>)[text] ?? text
    return (
      knownName(`${field}.${text}`, told.t) ?? told.codes.nameOf(rolesIn.has(field) ? 'role' : field, text)
    )
  }
  const { name, text, title, basis, date, weight, formula, topics } = item as Fields
  const extra = [
    typeof date === 'string' ? date.split('-').toReversed().join('.') : '',
    typeof weight === 'number' ? told.t('weight', { weight: String(weight).replace('.', ',') }) : '',
    Array.isArray(topics) ? (topics as Fields[]).map((topic) => String(topic.name)).join(', ') : '',
    formula,
    basis,
  ].filter((one) => typeof one === 'string' && one !== '')
  return [name ?? text ?? title, ...extra].join(' · ')
}

function tellHours(spans: readonly unknown[], t: CharterTranslate): string {
  if (spans.length === 0) return t('dayOff')
  return (spans as { from: string; to: string }[]).map(({ from, to }) => `${from}–${to}`).join(', ')
}

function tellWindow(window: Fields, t: CharterTranslate): string {
  return Object.values(window)
    .map((edge) => String(edge).replace(/^[a-z]{3}(?= )/, (day) => knownName(`weekday.${day}`, t) ?? day))
    .join(' — ')
}

function tellRenames(renames: Fields): Bit[] {
  return Object.entries(renames).map(([code, name]) => ({ label: code, text: String(name) }))
}
