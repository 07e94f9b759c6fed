import { record } from '../audit/index.ts'
import { formatNumber, takeNext } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { refuse } from '../platform/refusal.ts'
import { assemble, readSlots } from './assemble.ts'
import { holdReport, journalOf } from './hold-report.ts'
import { fileReportJob } from './jobs.ts'
import { selectWriters, writersOf } from './parts/people-of-slot.ts'
import { missingOf, nameOfSlot } from './parts/slots.ts'
import { updateReport } from './store.ts'

/**
 * Approves a report: gives it the next number of the year, freezes its document and lets its files be made. Refuses while a
 * required text is empty and names who owes it, unless the approver says why not to wait.
 */
export async function approveReport(
  desk: Desk,
  id: string,
  { revision, overrule }: { revision: number; overrule?: string | undefined },
  enqueue: Enqueue,
): Promise<void> {
  const { scope, centre, actor, now } = desk
  const { row, rule } = await holdReport(desk, id, 'approve', { revision })
  const slots = await readSlots(desk, row, rule)
  const missing = missingOf(slots)
  if (missing.length > 0 && !overrule) {
    const writers = await selectWriters(desk)
    const told = missing.map((slot) => {
      const people = writersOf(slot, writers)
      return `${nameOfSlot(slot)} (${people.length > 0 ? people.join(', ') : slot.who})`
    })
    refuse(
      'conflict',
      'parts-missing',
      `Не заполнены обязательные части: ${told.join('; ')}. Дождитесь их или утвердите без них, указав причину.`,
      { missing: told },
    )
  }
  const on = now.toZonedDateTimeISO(centre.zone).toPlainDate()
  const { pattern, prefix } = centre.charter.reportNumbering
  const n = await takeNext(scope, centre.id, 'report', on.year)
  const number = formatNumber(pattern, { year: on.year, n, prefix })
  const position = centre.roles.get(actor.role)?.name ?? actor.role
  const approval = { number, on, at: now, name: actor.name, role: actor.role, position }
  const document = await assemble(desk, { row, rule, slots }, approval)
  await updateReport(scope, centre.id, id, {
    state: 'approved',
    number,
    approved_on: on,
    approved_at: now,
    approved_by: actor.name,
    approved_by_id: actor.staffId,
    overruled: missing.length > 0 ? (overrule ?? null) : null,
    document: JSON.stringify(document) as unknown as { [key: string]: unknown },
    charter_edition: centre.edition,
    name: rule.name,
    revision: row.revision + 1,
  })
  await record(desk, {
    action: 'report-approved',
    data: {
      ...journalOf(row),
      number,
      missing: missing.map(({ part, block }) => ({ part: part.code, block })),
    },
    reason: missing.length > 0 ? (overrule ?? null) : null,
  })
  await enqueue(scope, fileReportJob, { centreId: centre.id, reportId: id })
}
