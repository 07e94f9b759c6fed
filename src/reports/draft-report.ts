import { entryId, record } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Enqueue } from '../platform/jobs/index.ts'
import { countReportJob } from './jobs.ts'
import { holdReport, journalOf } from './hold-report.ts'
import { periodOf } from './periods/period.ts'
import { mayPrepare } from './reports-policy.ts'
import { dueIn, ruleOf } from './rules.ts'
import { findNewest, findReport, insertReport, type ReportRow, updateReport } from './store.ts'

/** Begins the report of a period; counting goes on in the background. Refuses where it was begun before, with its id. */
export async function draftReport(
  desk: Desk,
  asked: { code: string; period: string; asOf?: string | undefined },
  enqueue: Enqueue,
): Promise<string> {
  const { centre, actor, scope, now } = desk
  const rule = ruleOf(centre, asked.code)
  if (!mayPrepare(actor, rule))
    refuse(
      'forbidden',
      'not-yours',
      'Ваша роль не позволяет готовить этот отчёт: так сказано в уставе центра.',
    )
  const period = periodOf(rule, asked.period)
  if (Temporal.Instant.compare(period.from.toZonedDateTime(centre.zone).toInstant(), now) > 0)
    refuse('invalid', 'period-ahead', 'Этот период ещё не начался: выберите прошедший или нынешний.')
  const asOf = momentOf(asked.asOf, now)
  const id = entryId(now)
  const begun = await insertReport(scope, {
    centre_id: centre.id,
    id,
    code: rule.code,
    period: period.name,
    name: rule.name,
    version: 1,
    state: 'draft',
    since: period.from,
    until: period.to,
    due_at: dueIn(centre, rule, period, now)?.at.toInstant() ?? null,
    charter_edition: centre.edition,
    counting: 'waiting',
    as_of: asOf,
    created_at: now,
    created_by: actor.name,
  })
  if (!begun) {
    const known = await findNewest(scope, centre.id, { code: rule.code, period: period.name })
    refuse('conflict', 'report-begun', 'Отчёт за этот период уже есть: откройте его.', { id: known?.id })
  }
  const row = (await findReport(scope, centre.id, id))!
  await record(desk, { action: 'report-drafted', data: journalOf(row) })
  await enqueue(scope, countReportJob, { centreId: centre.id, reportId: id })
  return id
}

/** The moment asked for, else the present one; refuses one that has not come. */
function momentOf(asOf: string | undefined, now: Temporal.Instant): Temporal.Instant {
  const moment = asOf ? Temporal.Instant.from(asOf) : now
  if (Temporal.Instant.compare(moment, now) > 0)
    refuse('invalid', 'not-yet', 'Этот момент ещё не наступил: считать можно на прошедший или на нынешний.')
  return moment
}

/** Counts a draft anew, as of the moment given or of now; texts and chosen examples stay. */
export async function recountReport(
  desk: Desk,
  id: string,
  body: { revision: number; asOf?: string | undefined },
  enqueue: Enqueue,
): Promise<void> {
  const { scope, centre, now } = desk
  const { row } = await holdReport(desk, id, 'recount', body)
  const asOf = momentOf(body.asOf, now)
  await updateReport(scope, centre.id, id, {
    counting: 'waiting',
    progress: 0,
    problem: null,
    as_of: asOf,
    revision: row.revision + 1,
  })
  await record(desk, { action: 'report-recounted', data: { ...journalOf(row), asOf: asOf.toString() } })
  await enqueue(scope, countReportJob, { centreId: centre.id, reportId: id })
}

/** Strikes cases out of the examples, or takes them all back; others step in when the report is counted next. */
export async function chooseExamples(
  desk: Desk,
  id: string,
  body: { revision: number; leftOut: readonly string[] },
  enqueue: Enqueue,
): Promise<void> {
  const { scope, centre } = desk
  const { row } = await holdReport(desk, id, 'choose-examples', body)
  const leftOut = [...new Set(body.leftOut)]
  await updateReport(scope, centre.id, id, {
    left_out: leftOut,
    counting: 'waiting',
    progress: 0,
    revision: row.revision + 1,
  })
  await record(desk, { action: 'report-examples-chosen', data: { ...journalOf(row), leftOut } })
  await enqueue(scope, countReportJob, { centreId: centre.id, reportId: id })
}

/** Begins the corrected version of an approved report with its texts and examples; the former stays as it is. Gives its id. */
export async function correctReport(
  desk: Desk,
  id: string,
  { reason }: { reason: string },
  enqueue: Enqueue,
): Promise<string> {
  const { scope, centre, actor, now } = desk
  const { row: former, rule } = await holdReport(desk, id, 'correct')
  const next = entryId(now)
  const row: ReportRow = { ...former, id: next, version: former.version + 1 }
  await insertReport(scope, {
    centre_id: centre.id,
    id: next,
    code: former.code,
    period: former.period,
    name: rule.name,
    version: row.version,
    corrects: former.id,
    correction_reason: reason,
    state: 'draft',
    since: former.since,
    until: former.until,
    due_at: former.due_at,
    charter_edition: centre.edition,
    counting: 'waiting',
    as_of: now,
    left_out: former.left_out,
    created_at: now,
    created_by: actor.name,
  })
  await copyParts(desk, former.id, next)
  await record(desk, { action: 'report-corrected', data: { ...journalOf(row), former: former.id }, reason })
  await enqueue(scope, countReportJob, { centreId: centre.id, reportId: next })
  return next
}

async function copyParts({ scope, centre }: Desk, from: string, to: string): Promise<void> {
  const columns = ['part', 'block', 'body', 'author_id', 'author', 'written_at'] as const
  const parts = await scope
    .selectFrom('report_parts')
    .select(columns)
    .where('centre_id', '=', centre.id)
    .where('report_id', '=', from)
    .execute()
  if (parts.length === 0) return
  const rows = parts.map((part) => ({ ...part, centre_id: centre.id, report_id: to }))
  await scope.insertInto('report_parts').values(rows).execute()
}
