import type { Desk } from '../people/index.ts'
import type { OfficialDocument } from '../platform/documents/document.ts'
import type { ReportRule } from '../charter/contract.ts'
import { type Approval, buildDocument } from './document/build-document.ts'
import { type Slot, slotsOf } from './parts/slots.ts'
import { keptPeriod } from './periods/period.ts'
import { findReport, type ReportRow, selectParts } from './store.ts'

/** The texts of a report, written or waited for. */
export async function readSlots({ scope, centre }: Desk, row: ReportRow, rule: ReportRule): Promise<Slot[]> {
  return slotsOf(centre, rule, await selectParts(scope, centre.id, row.id))
}

/** The document of a counted report as it would be printed now; null while it is being counted for the first time. */
export async function assemble(
  desk: Desk,
  { row, rule, slots }: { row: ReportRow; rule: ReportRule; slots: readonly Slot[] },
  approval: Approval | null,
): Promise<OfficialDocument | null> {
  const { content, as_of: asOf } = row
  if (!content || !asOf) return null
  const { centre, scope } = desk
  const former = row.corrects ? await findReport(scope, centre.id, row.corrects) : null
  const corrects =
    former?.number && former.approved_on ? { number: former.number, on: former.approved_on } : null
  const period = keptPeriod(row)
  return buildDocument({ centre, rule, period, content, slots, asOf, approval, corrects })
}
