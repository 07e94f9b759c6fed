import { record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { holdReport, journalOf } from './hold-report.ts'
import { removeReport as removeRows, updateReport } from './store.ts'

/** Sends a counted draft to whoever approves it; until they decide nobody changes it. */
export async function sendForReview(desk: Desk, id: string, seen: { revision: number }): Promise<void> {
  const { scope, centre, actor, now } = desk
  const { row } = await holdReport(desk, id, 'send-for-review', seen)
  await updateReport(scope, centre.id, id, {
    state: 'review',
    sent_for_review_at: now,
    sent_for_review_by: actor.name,
    sent_for_review_by_id: actor.staffId,
    returned_with: null,
    revision: row.revision + 1,
  })
  await record(desk, { action: 'report-sent-for-review', data: journalOf(row) })
}

/** Gives a report back with remarks: it is a draft again. */
export async function returnReport(
  desk: Desk,
  id: string,
  { revision, remarks }: { revision: number; remarks: string },
): Promise<void> {
  const { scope, centre } = desk
  const { row } = await holdReport(desk, id, 'return', { revision })
  await updateReport(scope, centre.id, id, {
    state: 'draft',
    returned_with: remarks,
    revision: row.revision + 1,
  })
  await record(desk, { action: 'report-returned', data: journalOf(row), reason: remarks })
}

/** Removes a draft that nobody needs; what is approved stays for ever. */
export async function removeDraft(desk: Desk, id: string): Promise<void> {
  const { row } = await holdReport(desk, id, 'remove')
  await removeRows(desk.scope, desk.centre.id, id)
  await record(desk, { action: 'report-removed', data: journalOf(row) })
}
