/**
 * Who writes to us. It owns the words contacts, reveal (a look at personal data with a stated purpose), blind index
 * (a keyed digest by which a resident's own cases are found) and erasure (destruction by an act). It promises that
 * words and contacts lie sealed under a key of each submission, that every look is in the read log, and that after
 * erasure nobody can read them, the installation's keeper included.
 */
export { type BlindIndex, blindIndexRows } from './blind-index.ts'
export { eraseSubmissions, type OnErased } from './erase.ts'
export { findByContact } from './find-by-contact.ts'
export { maskEmail, maskName, maskPhone } from './masks.ts'
export { reveal, type SubmissionsOf } from './reveal.ts'
export { type CasesOfResidents, type FoundCase, residentRoutes } from './routes.ts'
export {
  openContacts,
  type Opener,
  openField,
  openKey,
  openWords,
  type SealedColumns,
  type SealedField,
  type SealedPlace,
  sealField,
  sealSubmission,
} from './seal.ts'
