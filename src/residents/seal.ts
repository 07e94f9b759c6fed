import { seal, unseal, type Vault } from '../platform/vault.ts'
import { type Contacts, contacts as contactsShape } from './contract.ts'

/** Where sealed bytes belong: moved to another submission, field or centre they no longer open. */
export interface SealedPlace {
  centreId: number
  submissionId: string
}

/** A field under a submission's key; texts of answers, notes and files name their own id. */
export type SealedField =
  | 'raw'
  | 'words'
  | 'contacts'
  | `answer:${string}`
  | `note:${string}`
  | `file:${string}`

/** Columns of `submissions` that hold what was said and by whom. */
export interface SealedColumns {
  wrapped_key: Buffer
  sealed_raw: Buffer
  sealed_words: Buffer
  sealed_contacts: Buffer | null
}

/** Seals a new submission under a key of its own. `words` are cleaned, `raw` is the item exactly as it came. */
export function sealSubmission(
  given: SealedPlace & { vault: Vault; raw: string | Uint8Array; words: string; contacts: Contacts | null },
): SealedColumns {
  const { key, wrapped } = given.vault.newKey()
  const known = given.contacts && knownContacts(given.contacts)
  return {
    wrapped_key: wrapped,
    sealed_raw: seal(key, given.raw, contextOf(given, 'raw')),
    sealed_words: seal(key, JSON.stringify({ text: given.words }), contextOf(given, 'words')),
    sealed_contacts: known ? seal(key, JSON.stringify(known), contextOf(given, 'contacts')) : null,
  }
}

/** A submission's key at hand, with its place. */
export type Opener = SealedPlace & { key: Buffer }

/** Unwraps a submission's key; null when it was destroyed. */
export function openKey(vault: Vault, place: SealedPlace, wrappedKey: Uint8Array | null): Opener | null {
  return wrappedKey === null ? null : { ...place, key: vault.unwrap(wrappedKey) }
}

/** Seals a further text of the case (an answer, a note, a file) under the submission's key. */
export function sealField(opener: Opener, field: SealedField, plain: string | Uint8Array): Buffer {
  return seal(opener.key, plain, contextOf(opener, field))
}

/** Opens what `sealField` sealed. */
export function openField(opener: Opener, field: SealedField, sealed: Uint8Array): Buffer {
  return unseal(opener.key, sealed, contextOf(opener, field))
}

/** The cleaned words of a submission. */
export function openWords(opener: Opener, sealed: Uint8Array): string {
  return (JSON.parse(openField(opener, 'words', sealed).toString()) as { text: string }).text
}

/** Who wrote a submission. */
export function openContacts(opener: Opener, sealed: Uint8Array): Contacts {
  return contactsShape.parse(JSON.parse(openField(opener, 'contacts', sealed).toString()))
}

// Null when none was given, so that an empty record is not kept as if it were somebody.
function knownContacts({ name, phone, email, address }: Contacts): Contacts | null {
  const known = Object.entries({ name, phone, email, address }).filter(([, value]) => value?.trim())
  return known.length > 0 ? Object.fromEntries(known) : null
}

function contextOf({ centreId, submissionId }: SealedPlace, field: SealedField): string {
  return `${centreId}/${submissionId}/${field}`
}
