import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { carryOut, holdCase, mustBeAllowed } from './change-case.ts'
import { cancelled } from './clocks.ts'
import type { BodyOf, CaseOutcome } from './contract-commands.ts'
import { moveMarks } from './repeats/marks.ts'
import { openStates } from './states.ts'
import { mergeWords, shareSubmissions } from './store.ts'

/** Makes a case a repeat of another: its submissions join that case, its voices are added, its own clocks end. */
export async function join(desk: Desk, id: string, body: BodyOf<'join'>): Promise<CaseOutcome> {
  if (body.into === id)
    refuse('invalid', 'itself', 'Дело нельзя присоединить к нему самому: выберите другое.')
  // Locked in the order of ids, so that two joins never wait for one another.
  const [first, second] = id < body.into ? [id, body.into] : [body.into, id]
  const held = new Map([
    [first, await holdCase(desk, { id: first, revision: first === id ? body.revision : undefined })],
    [second, await holdCase(desk, { id: second, revision: second === id ? body.revision : undefined })],
  ])
  const [repeat, target] = [held.get(id)!, held.get(body.into)!]
  mustBeAllowed(desk, 'join', repeat.row)
  if (!openStates.includes(target.row.state)) {
    refuse('conflict', 'target-closed', 'Присоединить можно только к делу, по которому идёт работа.')
  }
  if (repeat.row.regime !== target.row.regime) {
    refuse(
      'conflict',
      'other-regime',
      'Дела разного вида не объединяют: у них разные сроки. Сначала измените вид одного из них.',
    )
  }
  const { scope, centre, now } = desk
  await shareSubmissions(scope, centre.id, { from: id, into: body.into, at: now })
  await mergeWords(scope, centre.id, id, body.into)
  await moveMarks(scope, centre.id, id, body.into)
  await carryOut(desk, target, {
    action: 'case-absorbed',
    data: { joined: id, number: repeat.row.number },
    set: { voices: target.row.voices + repeat.row.voices },
  })
  return carryOut(desk, repeat, {
    action: 'case-joined',
    data: {},
    reason: body.reason,
    set: { state: 'joined', joined_into: body.into },
    clocks: cancelled(repeat.clocks),
  })
}
