import { findNames } from './mask-names.ts'
import { findNumbers, type Found, type PersonalKind } from './mask-numbers.ts'

const tokens: Readonly<Record<PersonalKind, string>> = {
  phone: '[телефон]',
  email: '[почта]',
  name: '[имя]',
  card: '[карта]',
  passport: '[документ]',
  snils: '[документ]',
  inn: '[документ]',
  account: '[счёт]',
  'url-profile': '[профиль]',
  flat: '[квартира]',
}

/** A text without personal data, and where that data stood in the text as given. */
export type Masked = { readonly masked: string; readonly found: readonly Found[] }

/**
 * Replaces names, telephones, mail, documents, accounts, profiles and flats by words in brackets; this is what may be
 * indexed. It works by patterns and lists: it misses some names and is no proof of anonymity.
 */
export function maskPersonal(text: string): Masked {
  const numbers = findNumbers(text)
  const names = findNames(text).filter(
    (name) => !numbers.some((other) => name.from < other.to && other.from < name.to),
  )
  const found = [...numbers, ...names].toSorted((a, b) => a.from - b.from)
  let masked = ''
  let at = 0
  for (const piece of found) {
    masked += text.slice(at, piece.from) + tokens[piece.kind]
    at = piece.to
  }
  return { masked: masked + text.slice(at), found }
}
