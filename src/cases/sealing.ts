import { seal, type Vault } from '../platform/vault.ts'
import type { GivenContacts } from './registration.ts'

interface Sealing {
  vault: Vault
  centreId: number
  submissionId: string
}

export function sealSubmission(
  given: Sealing & { raw: string; words: string; contacts: GivenContacts | null },
) {
  const { key, wrapped } = given.vault.newKey()
  const context = (field: string) => `${given.centreId}/${given.submissionId}/${field}`
  return {
    wrapped_key: wrapped,
    sealed_raw: seal(key, given.raw, context('raw')),
    sealed_words: seal(key, JSON.stringify({ text: given.words }), context('words')),
    sealed_contacts: given.contacts ? seal(key, JSON.stringify(given.contacts), context('contacts')) : null,
  }
}

export function blindIndexRows(given: Sealing & { contacts: GivenContacts }) {
  const row = (kind: string, value: string) => ({
    centre_id: given.centreId,
    kind,
    digest: given.vault.digest(kind, value),
    submission_id: given.submissionId,
  })
  const { phone, email } = given.contacts
  return [...(phone ? [row('phone', phone)] : []), ...(email ? [row('email', email.toLowerCase())] : [])]
}
