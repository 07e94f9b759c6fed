import { entryId, record, withoutContacts } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { ErasureAct } from './contract.ts'
import { eraseSealed, insertAct, selectActs } from './store.ts'

/**
 * What else falls with a submission, in the same transaction: words in search, openings of cases, masked answers, files.
 * Given by the module that knows cases.
 */
export type OnErased = (desk: Desk, submissionIds: readonly string[]) => Promise<void>

/**
 * Destroys the personal data of submissions for good: their keys, sealed bytes, masked words and digests, and writes
 * the act and the journal's entry. What was sealed under the same keys (answers, notes, files) cannot be read any more.
 * Refuses without `resident.erase` and where everything was erased before.
 */
export async function eraseSubmissions(
  desk: Desk,
  ids: readonly string[],
  ground: string,
  onErased: OnErased,
): Promise<ErasureAct> {
  mustHave(desk.actor, 'resident.erase', 'уничтожать персональные данные')
  const { scope, centre, actor, now } = desk
  const erased = ids.length === 0 ? [] : await eraseSealed(scope, centre.id, ids, now)
  if (erased.length === 0) {
    refuse('conflict', 'already-erased', 'Данные уже уничтожены: акт стоит в списке актов.')
  }
  await onErased(desk, erased)
  const act = {
    id: entryId(now),
    at: now,
    actor: actor.name,
    ground: withoutContacts(ground),
    submissionIds: erased,
  }
  const number = await insertAct(scope, centre.id, act)
  await record(desk, { action: 'data-erased', data: { actId: act.id, number, submissionIds: erased } })
  return { ...act, number, at: now.toString() }
}

/** Acts of destruction of the centre, newest first. */
export async function listErasures(desk: Desk): Promise<ErasureAct[]> {
  mustHave(desk.actor, 'resident.erase', 'видеть акты об уничтожении')
  const rows = await selectActs(desk.scope, desk.centre.id)
  return rows.map(({ id, number, at, actor, ground, submission_ids: submissionIds }) => ({
    id,
    number,
    at: at.toString(),
    actor,
    ground,
    submissionIds,
  }))
}
