import type { Scope } from '../platform/db/centre-scope.ts'
import {
  type Action,
  type ActionData,
  actionShapes,
  type InstallationAction,
  type InstallationActionData,
  installationActionShapes,
} from './contract.ts'
import { entryId } from './entry-id.ts'
import { withoutContacts } from './reasons.ts'
import { insertInstallationEntry, insertJournal, insertReadLog } from './store.ts'

/** Who records, where and when: any desk is one. */
export interface Recorder {
  scope: Scope
  centre: { readonly id: number }
  actor: { staffId: string | null; name: string }
  now: Temporal.Instant
}

/** One act as a command tells it; `at` and `actor` only where the act was another's at another time (import, demo). */
export type Entry<A extends Action = Action> = {
  [One in A]: {
    action: One
    data: ActionData<One>
    caseId?: string | null
    partId?: string | null
    reason?: string | null
    at?: Temporal.Instant
    actor?: { staffId: string | null; name: string }
  }
}[A]

/** Writes one act into the centre's journal, in the transaction of the change it tells of; returns the entry's id. */
export async function record(recorder: Recorder, entry: Entry): Promise<string> {
  const [id = ''] = await recordMany(recorder, [entry])
  return id
}

/** Writes many acts in one statement; ids come back in the same order. */
export async function recordMany(recorder: Recorder, entries: readonly Entry[]): Promise<string[]> {
  if (entries.length === 0) return []
  const rows = entries.map((entry) => {
    const at = entry.at ?? recorder.now
    const actor = entry.actor ?? recorder.actor
    return {
      id: entryId(at),
      at,
      actorId: actor.staffId,
      actor: actor.name,
      action: entry.action,
      caseId: entry.caseId ?? null,
      partId: entry.partId ?? null,
      data: actionShapes[entry.action].data.parse(entry.data),
      reason: entry.reason ? withoutContacts(entry.reason) : null,
    }
  })
  await insertJournal(recorder.scope, recorder.centre.id, rows)
  return rows.map((row) => row.id)
}

/** Writes into the read log that personal data was looked at; `fields` are names of fields, never their values. */
export async function recordReading(
  recorder: Recorder & { actor: { staffId: string; name: string } },
  reading: { caseId: string | null; submissionId: string | null; fields: readonly string[]; purpose: string },
): Promise<void> {
  await insertReadLog(recorder.scope, recorder.centre.id, {
    id: entryId(recorder.now),
    at: recorder.now,
    actorId: recorder.actor.staffId,
    actor: recorder.actor.name,
    ...reading,
    purpose: withoutContacts(reading.purpose),
  })
}

/** Writes an act above the centres; the transaction must be in reach `identity` or `installation`. */
export async function recordAbove<A extends InstallationAction>(
  scope: Scope,
  entry: { at: Temporal.Instant; actor: string; action: A; data: InstallationActionData<A> },
): Promise<void> {
  const data = installationActionShapes[entry.action].data.parse(entry.data)
  await insertInstallationEntry(scope, { ...entry, id: entryId(entry.at), data })
}
