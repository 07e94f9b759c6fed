import type { Centre } from '../charter/index.ts'
import { inCentre, inReach } from '../platform/db/centre-scope.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { atReportDesk, type ReportContext } from './context.ts'
import { countReport } from './counting/count-report.ts'
import { inOneMoment } from './counting/one-moment.ts'
import { countReportJob } from './jobs.ts'
import { keptPeriod } from './periods/period.ts'
import { ruleOf } from './rules.ts'
import { isFrozen } from './states.ts'
import { findReport, keepCases, type ReportRow, updateReport } from './store.ts'

/** Counts a draft and keeps its figures; does nothing where it was approved, removed or asked to be counted otherwise meanwhile. */
export async function countDraft(context: ReportContext, centre: Centre, reportId: string): Promise<void> {
  const begun = await begin(context, centre, reportId)
  if (!begun) return
  try {
    const counted = await atReportDesk(context, centre, async (desk) => {
      await inOneMoment(desk.scope)
      const rule = ruleOf(centre, begun.code)
      const counting = {
        rule,
        period: keptPeriod(begun),
        asOf: begun.as_of!,
        leftOut: begun.left_out,
        onStep: (done: number, all: number) => tellProgress(context, centre, begun, done / all),
      }
      return countReport(desk, counting, context.sorting)
    })
    await atReportDesk(context, centre, async ({ scope }) => {
      const row = await findReport(scope, centre.id, reportId, { hold: true })
      if (!row || !isStill(row, begun)) return
      await keepCases(scope, centre.id, reportId, counted.cases)
      const content = JSON.stringify(counted.content) as unknown as { [key: string]: unknown }
      await updateReport(scope, centre.id, reportId, { content, counting: 'done', progress: 100 })
    })
  } catch (error) {
    const known = error instanceof Refusal
    const problem = known ? error.message : 'Счёт прервала ошибка программы: запустите его ещё раз.'
    await atReportDesk(context, centre, async ({ scope }) => {
      const row = await findReport(scope, centre.id, reportId, { hold: true })
      if (row && isStill(row, begun))
        await updateReport(scope, centre.id, reportId, { counting: 'failed', problem })
    })
    if (!known) throw error
  }
}

function begin(context: ReportContext, centre: Centre, reportId: string): Promise<ReportRow | null> {
  return atReportDesk(context, centre, async ({ scope }) => {
    const row = await findReport(scope, centre.id, reportId, { hold: true })
    if (!row || isFrozen(row.state) || row.counting === 'done') return null
    await updateReport(scope, centre.id, reportId, { counting: 'running', progress: 0, problem: null })
    return { ...row, counting: 'running' }
  })
}

// A recount asked for meanwhile has put the report back to waiting, or sees it from another moment.
function isStill(row: ReportRow, begun: ReportRow): boolean {
  return (
    row.counting === 'running' &&
    !isFrozen(row.state) &&
    row.as_of?.equals(begun.as_of!) === true &&
    row.left_out.join() === begun.left_out.join()
  )
}

async function tellProgress(
  { db }: ReportContext,
  centre: Centre,
  { id }: ReportRow,
  share: number,
): Promise<void> {
  await inCentre(db, centre.id, (scope) =>
    scope
      .updateTable('reports')
      .set({ progress: Math.min(99, Math.round(share * 100)) })
      .where('centre_id', '=', centre.id)
      .where('id', '=', id)
      .where('counting', '=', 'running')
      .execute(),
  )
}

/** Puts reports whose counting a stop of the server broke off back to work: called once after the jobs started. */
export async function resumeReports({ db }: Pick<ReportContext, 'db'>, enqueue: Enqueue): Promise<number> {
  const centres = await inReach(db, 'installation', (scope) =>
    scope.selectFrom('centres').select('id').execute(),
  )
  let resumed = 0
  for (const { id: centreId } of centres) {
    await inCentre(db, centreId, async (scope) => {
      const broken = await scope
        .selectFrom('reports')
        .select('id')
        .where('centre_id', '=', centreId)
        .where('counting', '=', 'running')
        .execute()
      for (const { id: reportId } of broken) await enqueue(scope, countReportJob, { centreId, reportId })
      resumed += broken.length
    })
  }
  return resumed
}
