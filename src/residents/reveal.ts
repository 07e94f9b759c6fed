import { recordReading } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { RevealedField, RevealedSubmission } from './contract.ts'
import { openContacts, openField, openKey, openWords } from './seal.ts'
import { selectSealed } from './store.ts'

/** Submissions of a case that the actor may reach; the module that knows cases refuses an unknown or foreign case. */
export type SubmissionsOf = (desk: Desk, caseId: string) => Promise<string[]>

/**
 * Shows what was said in a case and by whom, and writes each look into the read log in the same transaction: without
 * the entry nothing is shown. Refuses without `resident.reveal`, and the system, which looks at nobody.
 */
export async function reveal(
  desk: Desk,
  caseId: string,
  asked: { fields: readonly RevealedField[]; purpose: string },
  submissionsOf: SubmissionsOf,
): Promise<RevealedSubmission[]> {
  const { scope, centre, vault } = desk
  const actor = mustBeReader(desk)
  const rows = await selectSealed(scope, centre.id, await submissionsOf(desk, caseId))
  const shown: RevealedSubmission[] = []
  for (const row of rows) {
    const opener = openKey(vault, { centreId: centre.id, submissionId: row.id }, row.wrapped_key)
    const { sealed_words: words, sealed_contacts: contacts, sealed_raw: raw } = row
    const wants = (field: RevealedField) => opener !== null && asked.fields.includes(field)
    shown.push({
      submissionId: row.id,
      receivedAt: row.received_at.toString(),
      erased: row.erased_at !== null,
      words: opener && words && wants('words') ? openWords(opener, words) : null,
      contacts: opener && contacts && wants('contacts') ? openContacts(opener, contacts) : null,
      raw: opener && raw && wants('raw') ? openField(opener, 'raw', raw).toString() : null,
    })
    const reading = { caseId, submissionId: row.id, fields: asked.fields, purpose: asked.purpose }
    if (opener) await recordReading({ ...desk, actor }, reading)
  }
  return shown
}

/** The person at the desk as one who may look at personal data. */
export function mustBeReader({ actor }: Desk): { staffId: string; name: string } {
  mustHave(actor, 'resident.reveal', 'видеть данные заявителей')
  const { staffId, name } = actor
  if (staffId === null) refuse('forbidden', 'system-cannot-look', 'Данные заявителей смотрит только человек.')
  return { staffId, name }
}
