import type { Centre } from '../charter/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { lastEnded } from './calendar/read-calendar.ts'
import { atReportDesk, type ReportContext } from './context.ts'
import { draftReport } from './draft-report.ts'
import { findNewest } from './store.ts'

/**
 * Begins, in every centre, the reports that its charter lets the program draft by itself: of the last period that has ended,
 * unless somebody began it. Safe to run at once from two processes. Gives how many were begun.
 */
export async function draftByItself(context: ReportContext, enqueue: Enqueue): Promise<number> {
  const { db, loadCentre } = context
  const centres = await inReach(db, 'installation', (scope) =>
    scope.selectFrom('centres').select(['id', 'created_at']).where('edition', '>', 0).execute(),
  )
  let begun = 0
  const failed: unknown[] = []
  for (const { id, created_at: createdAt } of centres) {
    try {
      begun += await draftIn(context, await loadCentre(id), createdAt, enqueue)
    } catch (error) {
      // The reports of one centre do not wait for another to be mended.
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'reports were not begun in some centres')
  return begun
}

async function draftIn(
  context: ReportContext,
  centre: Centre,
  createdAt: Temporal.Instant,
  enqueue: Enqueue,
): Promise<number> {
  const dayIn = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(centre.zone).toPlainDate()
  let begun = 0
  for (const rule of centre.charter.reports.filter(({ drafted }) => drafted === 'by-itself')) {
    const period = lastEnded(rule, dayIn(context.clock()))
    if (!period || Temporal.PlainDate.compare(period.to, dayIn(createdAt)) < 0) continue
    begun += await atReportDesk(context, centre, async (desk) => {
      const asked = { code: rule.code, period: period.name }
      if (await findNewest(desk.scope, centre.id, asked)) return 0
      await draftReport(desk, asked, enqueue)
      return 1
    }).catch((error: unknown) => {
      if (error instanceof Refusal && error.reason === 'report-begun') return 0
      throw error
    })
  }
  return begun
}
