import type { Permission } from '../charter/contract.ts'
import { type Database, inReach, type Scope } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import {
  actionShapes,
  type InstallationEntry,
  type InstallationFilter,
  installationActionShapes,
  type JournalEntry,
  type JournalFilter,
  type ReadLogEntry,
  type ReadLogFilter,
} from './contract.ts'
import type { Recorder } from './record.ts'
import { selectInstallationJournal, selectJournal, selectOfAccount, selectReadLog } from './store.ts'

/** A desk as far as reading the journal needs one. */
export interface Reader extends Recorder {
  actor: Recorder['actor'] & { permissions: ReadonlySet<Permission> }
}

/** Numbers of cases by id, given by the module that knows cases. */
export type NumbersOf<D extends Reader = Reader> = (
  desk: D,
  caseIds: string[],
) => Promise<ReadonlyMap<string, string>>

type Page<One> = { entries: One[]; nextCursor: string | null }

/** A page of the journal of actions; refuses without `journal.read`. */
export async function readJournal<D extends Reader>(
  desk: D,
  filter: JournalFilter,
  numbersOf: NumbersOf<D>,
): Promise<Page<JournalEntry>> {
  if (!desk.actor.permissions.has('journal.read')) forbid('journal.read', 'смотреть журнал действий')
  const page = pageOf(await selectJournal(desk.scope, desk.centre.id, filter), filter.limit)
  const numbers = await numbersOf(desk, caseIdsOf(page.rows))
  const entries = page.rows.map((row) => ({
    id: row.id,
    at: row.at.toString(),
    actorId: row.actor_id,
    actor: row.actor,
    action: row.action,
    actionName: nameOf(actionShapes, row.action),
    caseId: row.case_id,
    caseNumber: row.case_id ? (numbers.get(row.case_id) ?? null) : null,
    partId: row.part_id,
    data: row.data as Record<string, unknown>,
    reason: row.reason,
  }))
  return { entries, nextCursor: page.nextCursor }
}

/** A page of the read log; refuses without `read-log.read`. */
export async function readReadLog<D extends Reader>(
  desk: D,
  filter: ReadLogFilter,
  numbersOf: NumbersOf<D>,
): Promise<Page<ReadLogEntry>> {
  if (!desk.actor.permissions.has('read-log.read')) {
    forbid('read-log.read', 'смотреть журнал обращений к персональным данным')
  }
  const page = pageOf(await selectReadLog(desk.scope, desk.centre.id, filter), filter.limit)
  const numbers = await numbersOf(desk, caseIdsOf(page.rows))
  const entries = page.rows.map((row) => ({
    id: row.id,
    at: row.at.toString(),
    actorId: row.actor_id,
    actor: row.actor,
    caseId: row.case_id,
    caseNumber: row.case_id ? (numbers.get(row.case_id) ?? null) : null,
    submissionId: row.submission_id,
    fields: row.fields,
    purpose: row.purpose,
  }))
  return { entries, nextCursor: page.nextCursor }
}

/** A page of what was done above the centres. */
export async function readInstallationJournal(
  db: Database,
  filter: InstallationFilter,
): Promise<Page<InstallationEntry>> {
  const rows = await inReach(db, 'installation', (scope) => selectInstallationJournal(scope, filter))
  const page = pageOf(rows, filter.limit)
  return { entries: page.rows.map(toldAbove), nextCursor: page.nextCursor }
}

/** What happened last to one account, newest first; the transaction must be in reach `identity`. */
export async function lastOfAccount(
  scope: Scope,
  accountId: string,
  limit: number,
): Promise<InstallationEntry[]> {
  return (await selectOfAccount(scope, accountId, limit)).map(toldAbove)
}

function toldAbove(row: {
  id: string
  at: Temporal.Instant
  actor: string
  action: string
  data: unknown
}): InstallationEntry {
  return {
    id: row.id,
    at: row.at.toString(),
    actor: row.actor,
    action: row.action,
    actionName: nameOf(installationActionShapes, row.action),
    data: row.data as Record<string, unknown>,
  }
}

function pageOf<Row extends { id: string }>(
  rows: Row[],
  limit: number,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  return { rows: shown, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

function caseIdsOf(rows: { case_id: string | null }[]): string[] {
  return [...new Set(rows.flatMap((row) => row.case_id ?? []))]
}

function nameOf(shapes: Readonly<Record<string, { name: string }>>, action: string): string {
  return shapes[action]?.name ?? action
}

function forbid(permission: Permission, what: string): never {
  return refuse(
    'forbidden',
    'no-permission',
    `Ваша роль не позволяет ${what}. Обратитесь к руководителю центра.`,
    {
      permission,
    },
  )
}
