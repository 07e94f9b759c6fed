import { isDeepStrictEqual } from 'node:util'
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
  const name = record ? `«${nameOfValue(record.path, record.value)}»` : ''
  const field = change.path.slice((record?.path ?? section).length + 1)
  const place = [name, field === '' ? '' : field.split('.').map(fieldTitle).join(', ')]
    .filter((part) => part !== '')
    .join(', ')
  return `${sectionTitle(section)}: ${change.kind === 'changed' ? changed(place, change) : cameOrWent(place, change)}`
}

function changed(place: string, { before, after }: CharterChange): string {
  const prefix = place === '' ? '' : `${place}: `
  if (areRecords(before) && areRecords(after)) return `${prefix}${listChange(before, after)}`
  return `${prefix}было ${shown(before)}, стало ${shown(after)}`
}

function cameOrWent(place: string, { kind, before, after }: CharterChange): string {
  const value = kind === 'added' ? after : before
  const told = isMapping(value) || place === '' ? '' : ` ${shown(value)}`
  return `${place === '' ? 'раздел' : place} — ${kind === 'added' ? 'добавлено' : 'убрано'}${told}`
}

function areRecords(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isMapping)
}

/** What left and what came in a list whose records have no codes, such as the composition. */
function listChange(before: Record<string, unknown>[], after: Record<string, unknown>[]): string {
  const missing = (from: Record<string, unknown>[], inside: Record<string, unknown>[]) =>
    from.filter((one) => !inside.some((other) => isDeepStrictEqual(one, other))).map(titleOf)
  const [gone, came] = [missing(before, after), missing(after, before)]
  const told = [
    gone.length === 0 ? '' : `убрано ${gone.join(', ')}`,
    came.length === 0 ? '' : `добавлено ${came.join(', ')}`,
  ].filter((part) => part !== '')
  return told.join('; ') || 'изменён порядок'
}

function titleOf(record: Record<string, unknown>): string {
  const named = [record.title, record.name, record.text, record.role].find((one) => typeof one === 'string')
  return shown(named ?? record)
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
