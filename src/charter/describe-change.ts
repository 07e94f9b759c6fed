import type { Charter, CharterChange } from './contract.ts'
import { isMapping, walkPath } from './paths.ts'
import { fieldTitle, nameOfValue, sectionTitle } from './titles.ts'

const longest = 120

/** A change as one Russian line, for example «Сроки: «Ответ на обращение», величина: было 30, стало 15». */
export function describeChange(
  change: CharterChange,
  before: Partial<Charter>,
  after: Partial<Charter>,
): string {
  const section = change.path.split('.')[0] ?? ''
  const steps = walkPath(change.kind === 'removed' ? before : after, change.path) ?? []
  const record = steps.findLast(({ value, path }) => isMapping(value) && path !== section)
  const parts = [sectionTitle(section)]
  const name = record ? `«${nameOfValue(record.path, record.value)}»` : ''
  const field = change.path.slice((record?.path ?? section).length + 1)
  const place = [name, field === '' ? '' : field.split('.').map(fieldTitle).join(', ')]
    .filter((part) => part !== '')
    .join(', ')
  if (change.kind === 'changed')
    parts.push(
      `${place === '' ? '' : `${place}: `}было ${shown(change.before)}, стало ${shown(change.after)}`,
    )
  else {
    const value = change.kind === 'added' ? change.after : change.before
    const told = isMapping(value) || place === '' ? '' : ` ${shown(value)}`
    parts.push(
      `${place === '' ? 'раздел' : place} — ${change.kind === 'added' ? 'добавлено' : 'убрано'}${told}`,
    )
  }
  return parts.join(': ')
}

function shown(value: unknown): string {
  if (value === true) return 'да'
  if (value === false) return 'нет'
  if (typeof value === 'string') return `«${short(value)}»`
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return short(value.join(', ') || 'ничего')
  return short(JSON.stringify(value))
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
