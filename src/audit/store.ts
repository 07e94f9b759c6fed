import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'
import { insertRows } from '../platform/db/insert-rows.ts'
import type { JsonInput } from '../platform/db/tables.ts'
import type { InstallationFilter, JournalFilter, ReadLogFilter } from './contract.ts'
import { leastEntryId } from './entry-id.ts'

interface JournalRow {
  id: string
  at: Temporal.Instant
  actorId: string | null
  actor: string
  action: string
  caseId: string | null
  partId: string | null
  data: object
  reason: string | null
}

/** Adds entries in one statement, whatever their number. */
export async function insertJournal(
  scope: Scope,
  centreId: number,
  rows: readonly JournalRow[],
): Promise<void> {
  await insertRows(
    scope,
    'journal',
    rows.map((row) => ({
      centre_id: centreId,
      id: row.id,
      at: row.at,
      actor_id: row.actorId,
      actor: row.actor,
      action: row.action,
      case_id: row.caseId,
      part_id: row.partId,
      data: row.data as JsonInput,
      reason: row.reason,
    })),
  )
}

export async function insertReadLog(
  scope: Scope,
  centreId: number,
  row: {
    id: string
    at: Temporal.Instant
    actorId: string
    actor: string
    caseId: string | null
    submissionId: string | null
    fields: readonly string[]
    purpose: string
  },
): Promise<void> {
  await scope
    .insertInto('read_log')
    .values({
      centre_id: centreId,
      id: row.id,
      at: row.at,
      actor_id: row.actorId,
      actor: row.actor,
      case_id: row.caseId,
      submission_id: row.submissionId,
      fields: [...row.fields],
      purpose: row.purpose,
    })
    .execute()
}

export async function insertInstallationEntry(
  scope: Scope,
  row: { id: string; at: Temporal.Instant; actor: string; action: string; data: object },
): Promise<void> {
  await scope
    .insertInto('installation_journal')
    .values({ id: row.id, at: row.at, actor: row.actor, action: row.action, data: JSON.stringify(row.data) })
    .execute()
}

// Ids are ordered by time, so a period is a range of ids and needs no index of its own.
function idRange(filter: { from?: string | undefined; to?: string | undefined }) {
  return {
    from: filter.from === undefined ? undefined : leastEntryId(Temporal.Instant.from(filter.from)),
    to: filter.to === undefined ? undefined : leastEntryId(Temporal.Instant.from(filter.to)),
  }
}

/** A page of a centre's journal, newest first, one row more than asked to tell whether there are older ones. */
export async function selectJournal(scope: Scope, centreId: number, filter: JournalFilter) {
  const { from, to } = idRange(filter)
  return scope
    .selectFrom('journal')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(filter.cursor !== undefined, (query) => query.where('id', '<', filter.cursor as string))
    .$if(from !== undefined, (query) => query.where('id', '>=', from as string))
    .$if(to !== undefined, (query) => query.where('id', '<', to as string))
    .$if(filter.actorId !== undefined, (query) => query.where('actor_id', '=', filter.actorId as string))
    .$if(filter.action !== undefined, (query) => query.where('action', '=', filter.action as string))
    .$if(filter.caseId !== undefined, (query) => query.where('case_id', '=', filter.caseId as string))
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

/** A page of the read log, newest first, with one row more than asked. */
export async function selectReadLog(scope: Scope, centreId: number, filter: ReadLogFilter) {
  const { from, to } = idRange(filter)
  return scope
    .selectFrom('read_log')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(filter.cursor !== undefined, (query) => query.where('id', '<', filter.cursor as string))
    .$if(from !== undefined, (query) => query.where('id', '>=', from as string))
    .$if(to !== undefined, (query) => query.where('id', '<', to as string))
    .$if(filter.actorId !== undefined, (query) => query.where('actor_id', '=', filter.actorId as string))
    .$if(filter.caseId !== undefined, (query) => query.where('case_id', '=', filter.caseId as string))
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}

/** The last entries about one account, newest first. */
export async function selectOfAccount(scope: Scope, accountId: string, limit: number) {
  return scope
    .selectFrom('installation_journal')
    .selectAll()
    .where(sql<string>`data ->> 'accountId'`, '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** A page of the installation's journal, newest first, with one row more than asked. */
export async function selectInstallationJournal(scope: Scope, filter: InstallationFilter) {
  const { from, to } = idRange(filter)
  return scope
    .selectFrom('installation_journal')
    .selectAll()
    .$if(filter.cursor !== undefined, (query) => query.where('id', '<', filter.cursor as string))
    .$if(from !== undefined, (query) => query.where('id', '>=', from as string))
    .$if(to !== undefined, (query) => query.where('id', '<', to as string))
    .$if(filter.action !== undefined, (query) => query.where('action', '=', filter.action as string))
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}
