import { entryId, record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { holdReport, journalOf, noReport } from './hold-report.ts'
import { findReport, updateReport } from './store.ts'

/** Notes that a report went to somebody. The program sends nothing: a person did, and says how and when. */
export async function deliverReport(
  desk: Desk,
  id: string,
  given: { revision: number; recipient: string; way: string; deliveredAt: string; note?: string | undefined },
): Promise<void> {
  const { scope, centre, actor, now } = desk
  const { row } = await holdReport(desk, id, 'deliver', given)
  const deliveredAt = Temporal.Instant.from(given.deliveredAt)
  if (Temporal.Instant.compare(deliveredAt, now) > 0)
    refuse('invalid', 'not-yet', 'Время передачи ещё не наступило: укажите, когда отчёт передан.')
  if (Temporal.Instant.compare(deliveredAt, row.approved_at!) < 0)
    refuse('invalid', 'before-approval', 'Отчёт утверждён позже этого времени: передать его раньше нельзя.')
  await scope
    .insertInto('report_deliveries')
    .values({
      centre_id: centre.id,
      id: entryId(now),
      report_id: id,
      recipient: given.recipient,
      way: given.way,
      delivered_at: deliveredAt,
      note: given.note ?? null,
      noted_by: actor.name,
      noted_at: now,
    })
    .execute()
  const isFirst = row.submitted_at === null || Temporal.Instant.compare(deliveredAt, row.submitted_at) < 0
  await updateReport(scope, centre.id, id, {
    revision: row.revision + 1,
    ...(isFirst ? { submitted_at: deliveredAt } : {}),
    ...(row.state === 'approved' ? { state: 'submitted' } : {}),
  })
  const { recipient, way } = given
  await record(desk, {
    action: 'report-submitted',
    data: { ...journalOf(row), recipient, way, deliveredAt: deliveredAt.toString() },
  })
}

/** Notes that the recipient confirmed the receipt. */
export async function acknowledgeDelivery(
  desk: Desk,
  { id, delivery }: { id: string; delivery: string },
  { at, note }: { at: string; note?: string | undefined },
): Promise<void> {
  const { scope, centre, actor, now } = desk
  const { row } = await holdReport(desk, id, 'deliver')
  const acknowledgedAt = Temporal.Instant.from(at)
  if (Temporal.Instant.compare(acknowledgedAt, now) > 0)
    refuse('invalid', 'not-yet', 'Это время ещё не наступило: укажите, когда получение подтвердили.')
  const done = await scope
    .updateTable('report_deliveries')
    .set({
      acknowledged_at: acknowledgedAt,
      acknowledged_note: note ?? null,
      acknowledged_by: actor.name,
    })
    .where('centre_id', '=', centre.id)
    .where('report_id', '=', id)
    .where('id', '=', delivery)
    .where('acknowledged_at', 'is', null)
    .where('delivered_at', '<=', acknowledgedAt)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    refuse(
      'conflict',
      'not-acknowledged',
      'Получение уже отмечено, или время раньше передачи: обновите страницу и проверьте время.',
    )
  await updateReport(scope, centre.id, id, {
    revision: row.revision + 1,
    ...(row.state === 'submitted' ? { state: 'acknowledged' } : {}),
  })
  await record(desk, { action: 'report-acknowledged', data: { ...journalOf(row), deliveryId: delivery } })
}

/** Marks that the person has read the report; a second time changes nothing. */
export async function markRead(desk: Desk, id: string): Promise<void> {
  const { scope, centre, actor, now } = desk
  mustHave(actor, 'insight.read', 'видеть отчёты')
  if (!(await findReport(scope, centre.id, id))) noReport()
  if (actor.staffId === null) return
  await scope
    .insertInto('report_readings')
    .values({ centre_id: centre.id, report_id: id, staff_id: actor.staffId, name: actor.name, at: now })
    .onConflict((conflict) => conflict.columns(['centre_id', 'report_id', 'staff_id']).doNothing())
    .execute()
}
