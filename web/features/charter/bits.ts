import type { Translate } from '../../ui/words.ts'
import { charterNames } from './charter-names.ts'
import type { CharterCodes } from './use-charter-codes.ts'

export type CharterTranslate = Translate<keyof (typeof charterNames)['ru']>
/** One thing that a record says; `items` is a long list that opens on demand. */
export type Bit = { label: string | null; text: string; items?: string[] }
/** What telling a record of a section needs: phrases and the names of codes. */
export type Told = { section: string; t: CharterTranslate; codes: CharterCodes }
export type Fields = Record<string, unknown>

/** The name of a field, or the field itself where it has none. */
export function label(field: string, { t }: Told): string {
  return knownName(`field.${field}`, t) ?? field
}

/** A phrase by a key that may not be there. */
export function knownName(key: string, t: CharterTranslate): string | null {
  return key in charterNames.ru ? t(key as 'yes') : null
}
