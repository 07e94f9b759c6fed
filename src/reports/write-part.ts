import { record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { journalOf, noReport } from './hold-report.ts'
import { nameOfSlot, slotsOf } from './parts/slots.ts'
import { mayWrite } from './reports-policy.ts'
import { ruleOf } from './rules.ts'
import { isFrozen } from './states.ts'
import { findReport, selectParts } from './store.ts'

/** What a person wrote into a part, and which revision of it they saw. */
export interface WrittenText {
  part: string
  block: string
  text: string
  revision: number
}

/**
 * Saves a text of a report as it is being written. The journal tells who first wrote it, who took it over and who emptied it,
 * not every keystroke.
 */
export async function writePart(desk: Desk, id: string, given: WrittenText) {
  const { scope, centre, actor, now } = desk
  mustHave(actor, 'report.prepare', 'заполнять отчёты')
  const row = (await findReport(scope, centre.id, id, { hold: true })) ?? noReport()
  const rule = ruleOf(centre, row.code)
  const slot = slotsOf(centre, rule, await selectParts(scope, centre.id, id)).find(
    ({ part, block }) => part.code === given.part && block === given.block,
  )
  if (!slot) return refuse('not-found', 'no-part', 'Такой части в этом отчёте нет: обновите страницу.')
  if (!mayWrite(actor, rule, slot))
    refuse('forbidden', 'not-yours', `Часть «${nameOfSlot(slot)}» заполняет: ${slot.who}.`)
  if (isFrozen(row.state))
    refuse('conflict', 'report-frozen', 'Отчёт утверждён и не меняется: начните исправленную версию.')
  if (row.state === 'review')
    refuse('conflict', 'in-review', 'Отчёт на утверждении: дождитесь решения или возврата.')
  if (slot.revision !== given.revision)
    refuse(
      'conflict',
      'part-changed',
      `Эту часть тем временем изменил другой человек${slot.author ? ` (${slot.author})` : ''}: обновите страницу и сверьте тексты.`,
    )
  const text = given.text.trim() === '' ? '' : given.text
  const kept = {
    body: text,
    author_id: actor.staffId,
    author: actor.name,
    written_at: now,
    revision: slot.revision + 1,
  }
  await scope
    .insertInto('report_parts')
    .values({ centre_id: centre.id, report_id: id, part: given.part, block: given.block, ...kept })
    .onConflict((conflict) => conflict.columns(['centre_id', 'report_id', 'part', 'block']).doUpdateSet(kept))
    .execute()
  const wasEmpty = slot.text === ''
  const data = { ...journalOf(row), part: given.part, block: given.block }
  if (text === '' && !wasEmpty) await record(desk, { action: 'report-part-emptied', data })
  else if (text !== '' && (wasEmpty || slot.author !== actor.name))
    await record(desk, { action: 'report-part-written', data })
  return { revision: kept.revision, writtenAt: now.toString(), author: actor.name }
}
