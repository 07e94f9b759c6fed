import { entryId, record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { openKey, sealField } from '../residents/index.ts'
import { holdCase, mustBeAllowed } from './change-case.ts'
import type { CaseRow } from './case-row.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { announce } from './news.ts'
import { wrappedKeyOf } from './store.ts'

/** Leaves a note for colleagues. It changes nothing of the case, so it conflicts with nobody's work. */
export async function note(desk: Desk, id: string, body: BodyOf<'note'>): Promise<CaseOutcome> {
  const { scope, centre, actor, now } = desk
  const { row } = await holdCase(desk, { id })
  mustBeAllowed(desk, 'note', row)
  const opener = await mustOpen(desk, row)
  const noteId = entryId(now)
  await scope
    .insertInto('notes')
    .values({
      centre_id: centre.id,
      id: noteId,
      case_id: id,
      author_id: actor.staffId,
      author: actor.name,
      at: now,
      sealed_text: sealField(opener, `note:${noteId}`, body.text),
    })
    .execute()
  const journalId = await record(desk, { action: 'case-noted', caseId: id, data: { noteId } })
  await announce(scope, { centreId: centre.id, journalId, caseId: id })
  return { id, number: row.number, state: row.state, revision: row.revision, madeId: noteId }
}

/** The key of the case's first submission at hand; refuses when it was destroyed by an act. */
export async function mustOpen({ scope, centre, vault }: Desk, row: CaseRow) {
  const wrappedKey = await wrappedKeyOf(scope, centre.id, row.submission_id)
  const opener = openKey(vault, { centreId: centre.id, submissionId: row.submission_id }, wrappedKey)
  if (!opener)
    refuse('conflict', 'erased', 'Данные обращения уничтожены по акту: добавлять к нему ничего нельзя.')
  return opener
}
