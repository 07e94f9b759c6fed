import { sql, type Selectable, type Updateable } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { Detection, ImportState, MappingKind, RejectReason, RowOutcome } from '../contract.ts'
import type { OwnTable } from '../tables/own-table.ts'
import type { SourceField } from '../sources/source.ts'

/** What a person chose about the table itself. */
export type ChosenTable = {
  source?: string
  columns?: Partial<Record<SourceField, string>>
  own?: OwnTable
  headerRow?: number
}

/** An import as kept. */
export type RunRow = Omit<Selectable<Tables['import_runs']>, 'state' | 'detection' | 'mapping'> & {
  state: ImportState
  detection: Detection
  mapping: ChosenTable
}

/** How many rows came to each end. */
export type Counts = Record<RowOutcome, number>
export const noCounts: Counts = { created: 0, joined: 0, unchanged: 0, updated: 0, counted: 0, rejected: 0 }

export async function insertRun(
  scope: Scope,
  row: Omit<RunRow, 'done_rows' | keyof Counts | 'error' | 'started_at' | 'finished_at'>,
): Promise<void> {
  const { detection, mapping, ...columns } = row
  await scope
    .insertInto('import_runs')
    .values({ ...columns, detection: JSON.stringify(detection), mapping: JSON.stringify(mapping) })
    .execute()
}

/** One import; `hold` keeps its row locked until the transaction ends. */
export async function findRun(
  scope: Scope,
  centreId: number,
  id: string,
  { hold = false } = {},
): Promise<RunRow | undefined> {
  const query = scope
    .selectFrom('import_runs')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as RunRow | undefined
}

/** Imports of the centre, newest first. */
export async function listRuns(
  scope: Scope,
  centreId: number,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<RunRow[]> {
  let query = scope.selectFrom('import_runs').selectAll().where('centre_id', '=', centreId)
  if (cursor) query = query.where('id', '<', cursor)
  return (await query.orderBy('id', 'desc').limit(limit).execute()) as unknown as RunRow[]
}

/** An import of the very same file that was begun and not ended. */
export async function findRunning(
  scope: Scope,
  centreId: number,
  digest: Buffer,
): Promise<RunRow | undefined> {
  const row = await scope
    .selectFrom('import_runs')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('file_digest', '=', digest)
    .where('state', '=', 'running')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row as RunRow | undefined
}

/** The newest import of the very same file by this hand that waits or goes on. */
export async function findWaiting(
  scope: Scope,
  centreId: number,
  digest: Buffer,
  startedBy: string,
): Promise<RunRow | undefined> {
  const row = await scope
    .selectFrom('import_runs')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('file_digest', '=', digest)
    .where('started_by', '=', startedBy)
    .where('state', 'in', ['uploaded', 'running'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row as RunRow | undefined
}

/** Uploads made before a moment that nobody started. */
export async function findExpired(
  scope: Scope,
  centreId: number,
  before: Temporal.Instant,
): Promise<string[]> {
  const rows = await scope
    .selectFrom('import_runs')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'uploaded')
    .where('created_at', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

export async function updateRun(
  scope: Scope,
  centreId: number,
  id: string,
  set: Updateable<Tables['import_runs']>,
): Promise<void> {
  await scope
    .updateTable('import_runs')
    .set(set)
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute()
}

/** Adds what a batch came to; `doneRows` is the number of its last row in the file. */
export async function addCounts(
  scope: Scope,
  centreId: number,
  id: string,
  { doneRows, counts }: { doneRows: number; counts: Counts },
): Promise<void> {
  const { created, joined, unchanged, updated, counted, rejected } = counts
  await sql`
    update import_runs set done_rows = ${doneRows}, created = created + ${created}, joined = joined + ${joined},
      unchanged = unchanged + ${unchanged}, updated = updated + ${updated}, counted = counted + ${counted}, rejected = rejected + ${rejected}
    where centre_id = ${centreId} and id = ${id}
  `.execute(scope)
}

/** A submission that an earlier import brought, and the case it belongs to. */
export type KnownSubmission = {
  externalId: string
  submissionId: string
  digest: Buffer
  caseId: string | null
  kind: string | null
}

/** Which of the external ids are here already. */
export async function findKnown(
  scope: Scope,
  centreId: number,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownSubmission>> {
  const { rows } = await sql<KnownSubmission>`
    select s.external_id as "externalId", s.id as "submissionId", s.content_digest as digest,
      l.case_id as "caseId", l.kind
    from submissions s
    left join lateral (
      select c.case_id, c.kind from case_submissions c
      where c.centre_id = s.centre_id and c.submission_id = s.id order by c.kind = 'first' desc limit 1
    ) l on true
    where s.centre_id = ${centreId} and s.source = ${source} and s.external_id = any(${[...externalIds]}::text[])
  `.execute(scope)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** Remembers how a known item looks in the newest export. */
export async function updateDigests(
  scope: Scope,
  centreId: number,
  changed: readonly { submissionId: string; digest: Buffer }[],
): Promise<void> {
  if (changed.length === 0) return
  await sql`
    update submissions s set content_digest = d.digest
    from unnest(${changed.map((one) => one.submissionId)}::uuid[], ${changed.map((one) => one.digest)}::bytea[]) as d (id, digest)
    where s.centre_id = ${centreId} and s.id = d.id
  `.execute(scope)
}

/** Open messages in which the same was said of the same place: digest in hex → case. `hold` keeps them open until the end. */
export async function findOpenRepeats(
  scope: Scope,
  centreId: number,
  digests: readonly Buffer[],
  { hold = false } = {},
): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ digest: Buffer; id: string }>`
    select s.repeat_digest as digest, c.id
    from submissions s join cases c on c.centre_id = s.centre_id and c.submission_id = s.id
    where s.centre_id = ${centreId} and s.repeat_digest = any(${[...digests]}::bytea[])
      and c.regime = 'message' and c.state not in ('answered', 'forwarded', 'closed', 'joined')
    order by c.registered_at desc, c.id desc
    ${hold ? sql`for update of c` : sql``}
  `.execute(scope)
  return new Map(rows.map(({ digest, id }) => [digest.toString('hex'), id]))
}

export type RejectRow = {
  row_number: number
  reason: RejectReason
  message: string
  wrapped_key: Buffer
  sealed_row: Buffer
}

export async function insertRejects(
  scope: Scope,
  centreId: number,
  runId: string,
  rows: readonly RejectRow[],
): Promise<void> {
  await insertRows(
    scope,
    'import_rejects',
    rows.map((row) => ({ centre_id: centreId, run_id: runId, ...row })),
  )
}

/** Rejected rows after a row of the file, in its order. */
export async function selectRejects(
  scope: Scope,
  centreId: number,
  runId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RejectRow[]> {
  const rows = await scope
    .selectFrom('import_rejects')
    .select(['row_number', 'reason', 'message', 'wrapped_key', 'sealed_row'])
    .where('centre_id', '=', centreId)
    .where('run_id', '=', runId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()
  return rows as RejectRow[]
}

export async function removeRejects(scope: Scope, centreId: number, runId: string): Promise<void> {
  await scope
    .deleteFrom('import_rejects')
    .where('centre_id', '=', centreId)
    .where('run_id', '=', runId)
    .execute()
}

/** What people chose for values of a source. */
export async function selectMappings(scope: Scope, centreId: number, source: string) {
  const rows = await scope
    .selectFrom('import_mappings')
    .select(['kind', 'value', 'code'])
    .where('centre_id', '=', centreId)
    .where('source', '=', source)
    .execute()
  return rows as { kind: MappingKind; value: string; code: string | null }[]
}

/** Keeps choices for the next export; the newest choice counts. */
export async function keepMappings(
  scope: Scope,
  centreId: number,
  source: string,
  chosen: readonly { kind: MappingKind; value: string; code: string | null }[],
): Promise<void> {
  for (const { kind, value, code } of chosen) {
    await scope
      .insertInto('import_mappings')
      .values({ centre_id: centreId, source, kind, value, code })
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'source', 'kind', 'value']).doUpdateSet({ code }),
      )
      .execute()
  }
}
