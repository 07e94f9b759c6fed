import type { Desk } from '../../people/index.ts'
import type { ResponseOf } from '../../platform/http/route.ts'
import type { readReportCalendar } from '../contract-routes.ts'
import { writersOf } from '../parts/people-of-slot.ts'
import { nameOfSlot, slotsOf } from '../parts/slots.ts'
import { keptPeriod } from '../periods/period.ts'
import { selectDrafts, selectPartsOf } from '../store.ts'

/** Texts of drafts that are waited for from this very person, nearest due first. */
export async function owedBy(desk: Desk): Promise<ResponseOf<typeof readReportCalendar>['owed']> {
  const { scope, centre, actor } = desk
  if (!actor.permissions.has('report.prepare')) return []
  const me = { name: actor.name, role: actor.role, sectorBlock: actor.sectorBlock }
  const owed: ResponseOf<typeof readReportCalendar>['owed'] = []
  const drafts = await selectDrafts(scope, centre.id)
  const written = await selectPartsOf(
    scope,
    centre.id,
    drafts.map(({ id }) => id),
  )
  for (const row of drafts) {
    const rule = centre.charter.reports.find(({ code }) => code === row.code)
    if (!rule || rule.parts.length === 0) continue
    const slots = slotsOf(centre, rule, written.get(row.id) ?? [])
    for (const slot of slots) {
      if (slot.text !== '' || writersOf(slot, [me]).length === 0) continue
      owed.push({
        reportId: row.id,
        reportName: row.name,
        periodWords: keptPeriod(row).words,
        slot: nameOfSlot(slot),
        required: slot.part.required,
        dueAt: row.due_at?.toString() ?? null,
      })
    }
  }
  return owed
}
