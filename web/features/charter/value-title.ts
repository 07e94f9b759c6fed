import type { CharterValue } from '../../../src/charter/contract.ts'
import { type Fields, knownName, type Told } from './bits.ts'

/** What a line of the screen is called: most records name themselves, some are called by what they apply to. */
export function titleOf(value: CharterValue, told: Told): string {
  const { section, codes, t } = told
  const fields = (typeof value.value === 'object' && value.value !== null ? value.value : {}) as Fields
  if (section === 'substitution') return codes.nameOf('role', String(fields.role))
  if (section === 'routing') return tellConditions((fields.when ?? {}) as Fields, told)
  if (section === 'fastTrack') return tellConditions(fields, told)
  if (['centre', 'workingHours', 'calendar', 'topics', 'streets'].includes(section)) {
    const field = value.path.split('.').at(-1) ?? ''
    return capitalised(knownName(`field.${field}`, t) ?? value.title)
  }
  return capitalised(value.title)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function tellConditions(fields: Fields, { codes, t }: Told): string {
  const told = ['topicGroups', 'topics', 'natures', 'channels', 'settlements'].flatMap((field) => {
    const list = fields[field]
    if (!Array.isArray(list) || list.length === 0) return []
    return [list.map((code) => codes.nameOf(field, String(code))).join(', ')]
  })
  return told.length === 0 ? t('anyTopic') : told.join('; ')
}
