import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { OfficialDocument } from '../platform/documents/document.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { ReportContent } from './contract-content.ts'
import type { WrittenPart } from './parts/slots.ts'
import type { CountingState, ReportState } from './states.ts'

type Columns = Selectable<Tables['reports']>

/** A version of a report as kept. */
export type ReportRow = Omit<Columns, 'state' | 'counting' | 'content' | 'document'> & {
  state: ReportState
  counting: CountingState
  content: ReportContent | null
  document: OfficialDocument | null
}

/** A report without what it counted: a line of lists and the calendar. */
export type ReportHead = Omit<ReportRow, 'content' | 'document' | 'left_out'>

const heads = [
  'centre_id',
  'id',
  'code',
  'period',
  'name',
  'version',
  'corrects',
  'correction_reason',
  'state',
  'revision',
  'since',
  'until',
  'due_at',
  'charter_edition',
  'counting',
  'progress',
  'problem',
  'as_of',
  'number',
  'approved_on',
  'created_at',
  'created_by',
  'sent_for_review_at',
  'sent_for_review_by',
  'sent_for_review_by_id',
  'returned_with',
  'approved_at',
  'approved_by',
  'approved_by_id',
  'overruled',
  'submitted_at',
] as const

/** One report; `hold` keeps its row locked until the transaction ends. */
export async function findReport(
  scope: Scope,
  centreId: number,
  id: string,
  { hold = false } = {},
): Promise<ReportRow | undefined> {
  const query = scope.selectFrom('reports').selectAll().where('centre_id', '=', centreId).where('id', '=', id)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row as unknown as ReportRow | undefined
}

/** The newest version of a report of a period. */
export async function findNewest(
  scope: Scope,
  centreId: number,
  { code, period }: { code: string; period: string },
): Promise<ReportRow | undefined> {
  const row = await scope
    .selectFrom('reports')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as unknown as ReportRow | undefined
}

/** Reports whose period ends within the days, newest first; of the given code where one is given. */
export async function listHeads(
  scope: Scope,
  centreId: number,
  asked: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<ReportHead[]> {
  const rows = await scope
    .selectFrom('reports')
    .select(heads)
    .where('centre_id', '=', centreId)
    .where('until', '>=', asked.from)
    .where('until', '<=', asked.to)
    .orderBy('until', 'desc')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rows as unknown as ReportHead[]
}

/** Every version of the same report, newest first. */
export async function listVersions(
  scope: Scope,
  centreId: number,
  { code, period }: { code: string; period: string },
): Promise<ReportHead[]> {
  const rows = await scope
    .selectFrom('reports')
    .select(heads)
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute()
  return rows as unknown as ReportHead[]
}

/** Drafts that people may still write into, nearest due first. */
export async function selectDrafts(scope: Scope, centreId: number): Promise<ReportHead[]> {
  const rows = await scope
    .selectFrom('reports')
    .select(heads)
    .where('centre_id', '=', centreId)
    .where('state', '=', 'draft')
    .orderBy(sql`due_at nulls last`)
    .orderBy('id')
    .limit(50)
    .execute()
  return rows as unknown as ReportHead[]
}

/** Adds a draft; false where the same version of the same report is there already. */
export async function insertReport(scope: Scope, row: Insertable<Tables['reports']>): Promise<boolean> {
  const done = await scope
    .insertInto('reports')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre_id', 'code', 'period', 'version']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function updateReport(
  scope: Scope,
  centreId: number,
  id: string,
  set: Updateable<Tables['reports']>,
): Promise<void> {
  await scope.updateTable('reports').set(set).where('centre_id', '=', centreId).where('id', '=', id).execute()
}

/** Removes a draft with everything that hangs on it. */
export async function removeReport(scope: Scope, centreId: number, id: string): Promise<void> {
  for (const table of ['report_parts', 'report_figures', 'report_readings'] as const) {
    await scope.deleteFrom(table).where('centre_id', '=', centreId).where('report_id', '=', id).execute()
  }
  await scope.deleteFrom('reports').where('centre_id', '=', centreId).where('id', '=', id).execute()
}

/** The cases behind the figures of a report, in place of those kept before. */
export async function keepCases(
  scope: Scope,
  centreId: number,
  reportId: string,
  cases: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await scope
    .deleteFrom('report_figures')
    .where('centre_id', '=', centreId)
    .where('report_id', '=', reportId)
    .execute()
  const rows = [...cases].map(([figure, ids]) => ({ figure, ids: [...ids] }))
  await sql`
    insert into report_figures (centre_id, report_id, figure, case_ids)
    select ${centreId}::int, ${reportId}::uuid, f.figure, array(select jsonb_array_elements_text(f.ids)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (figure text, ids jsonb)
  `.execute(scope)
}

const partColumns = ['part', 'block', 'body', 'author', 'written_at', 'revision'] as const

/** The written texts of a report. */
export async function selectParts(scope: Scope, centreId: number, reportId: string): Promise<WrittenPart[]> {
  return scope
    .selectFrom('report_parts')
    .select(partColumns)
    .where('centre_id', '=', centreId)
    .where('report_id', '=', reportId)
    .execute()
}

/** The written texts of several reports, by report. */
export async function selectPartsOf(
  scope: Scope,
  centreId: number,
  reportIds: readonly string[],
): Promise<Map<string, WrittenPart[]>> {
  if (reportIds.length === 0) return new Map()
  const rows = await scope
    .selectFrom('report_parts')
    .select(['report_id', ...partColumns])
    .where('centre_id', '=', centreId)
    .where('report_id', 'in', [...reportIds])
    .execute()
  return Map.groupBy(rows, ({ report_id: id }) => id)
}
