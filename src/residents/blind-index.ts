import type { Vault } from '../platform/vault.ts'
import type { Contacts } from './contract.ts'

export type BlindKind = 'phone' | 'email' | 'surname'
export type BlindIndex = { kind: BlindKind; digest: Buffer }

/** Keyed digests of phone, e-mail and surname: equal contacts of one centre meet, and none can be read back. */
export function blindIndexRows(vault: Vault, centreId: number, contacts: Contacts | null): BlindIndex[] {
  if (!contacts) return []
  const found: [BlindKind, string | null][] = [
    ['phone', normalPhone(contacts.phone ?? '')],
    ['email', normalEmail(contacts.email ?? '')],
    ['surname', normalSurname(contacts.name ?? '')],
  ]
  return found.flatMap(([kind, value]) =>
    value === null ? [] : [{ kind, digest: blindDigest(vault, centreId, kind, value) }],
  )
}

/** The digest of one normalised contact; those of two centres never meet. */
export function blindDigest(vault: Vault, centreId: number, kind: BlindKind, value: string): Buffer {
  return vault.digest(`blind/${centreId}/${kind}`, value)
}

/** A phone as `+` and digits: Russian numbers from 8, 7 or ten digits become +7…; null when it is no number. */
export function normalPhone(given: string): string | null {
  const digits = given.replace(/\D/g, '')
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`
  if (digits.length === 10) return `+7${digits}`
  if (given.trim().startsWith('+') && digits.length >= 8 && digits.length <= 15) return `+${digits}`
  return digits.length >= 5 && digits.length <= 7 ? digits : null
}

/** A mail address in lower case; null when it is none. */
export function normalEmail(given: string): string | null {
  const email = given.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null
}

/** The first word of a name in lower case, ё as е; null when there is none. */
export function normalSurname(given: string): string | null {
  const word = /[\p{L}][\p{L}'’-]+/u.exec(given.normalize('NFC'))?.[0]
  return word ? word.toLowerCase().replaceAll('ё', 'е') : null
}
