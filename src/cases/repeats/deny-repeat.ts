import { recordMany } from '../../audit/index.ts'
import { type Desk, mustHave } from '../../people/index.ts'
import { refuse } from '../../platform/refusal.ts'
import { reachCase } from '../change-case.ts'
import { announce } from '../news.ts'
import { removeMarks } from './marks.ts'

/** Remembers that two cases are of different problems: neither is offered for the other again, and both histories tell it. */
export async function denyRepeat(desk: Desk, id: string, otherId: string): Promise<void> {
  mustHave(desk.actor, 'case.join', 'решать, что дела не повторяют друг друга')
  if (id === otherId) refuse('invalid', 'itself', 'Это одно и то же дело: выберите другое.')
  const { scope, centre, actor, now } = desk
  const [one, other] = [await reachCase(desk, id), await reachCase(desk, otherId)]
  const pairs = [
    { of: one, from: other },
    { of: other, from: one },
  ]
  const made = await scope
    .insertInto('repeat_denials')
    .values(
      pairs.map(({ of, from }) => ({
        centre_id: centre.id,
        case_id: of.id,
        other_id: from.id,
        actor_id: actor.staffId,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await removeMarks(scope, centre.id, { between: [id, otherId] })
  const entries = await recordMany(
    desk,
    pairs.map(({ of, from }) => ({
      action: 'repeat-denied',
      caseId: of.id,
      data: { other: from.id, number: from.number },
    })),
  )
  for (const [at, { of }] of pairs.entries()) {
    await announce(scope, { centreId: centre.id, journalId: entries[at]!, caseId: of.id })
  }
}
