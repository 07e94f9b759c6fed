import { sql } from 'kysely'
import { type Entry, recordMany } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { insertRows } from '../platform/db/insert-rows.ts'
import { maskPersonal } from '../triage/index.ts'
import { announce } from './news.ts'
import { sealedRows } from './registration-rows.ts'
import type { Inbound } from './registration.ts'

/** A submission that says what a case says already. */
export interface Repeat {
  caseId: string
  submission: Inbound
}

/** Adds exact repeats to cases in the desk's transaction: each is kept as it came and adds its voice. The caller chose open cases. */
export async function attachRepeats(desk: Desk, repeats: readonly Repeat[]): Promise<void> {
  if (repeats.length === 0) return
  const { scope, centre, now } = desk
  const made = repeats.map(({ caseId, submission }) => {
    const masked = submission.masked ?? maskPersonal(submission.words).masked
    return { caseId, ...sealedRows(desk, { submission }, masked) }
  })
  await insertRows(
    scope,
    'submissions',
    made.map(({ columns }) => columns),
  )
  await insertRows(
    scope,
    'blind_indexes',
    made.flatMap(({ blindIndexes }) => blindIndexes),
  )
  await insertRows(
    scope,
    'case_submissions',
    made.map(({ caseId, columns }) => ({
      centre_id: centre.id,
      case_id: caseId,
      submission_id: columns.id,
      kind: 'repeat',
      at: now,
    })),
  )
  const byCase = Map.groupBy(made, ({ caseId }) => caseId)
  await addVoices(
    desk,
    'case-repeated',
    new Map([...byCase].map(([id, list]) => [id, list.map(({ columns }) => columns.id)])),
    1,
  )
}

/** Adds (1) or takes back (-1) the voice of each submission, with one journal entry a case. */
export async function addVoices(
  desk: Desk,
  action: 'case-repeated' | 'case-repeat-withdrawn',
  byCase: ReadonlyMap<string, string[]>,
  sign: 1 | -1,
): Promise<void> {
  if (byCase.size === 0) return
  const { scope, centre, now } = desk
  const changes = [...byCase].map(([id, submissions]) => ({ id, by: sign * submissions.length }))
  const { rows } = await sql<{ id: string; voices: number; revision: number; by: number }>`
    update cases c set voices = c.voices + d.by, revision = c.revision + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(changes)}::json) as d (id uuid, by integer)
    where c.centre_id = ${centre.id} and c.id = d.id
    returning c.id, c.voices, c.revision, d.by
  `.execute(scope)
  const entries = rows.map(({ id, voices, revision, by }): Entry => ({
    action,
    caseId: id,
    data: { set: { voices, revision }, was: { voices: voices - by }, submissionIds: byCase.get(id) ?? [] },
  }))
  const ids = await recordMany(desk, entries)
  const last = ids.at(-1)
  const caseId = rows.length === 1 ? rows[0]!.id : null
  if (last) await announce(scope, { centreId: centre.id, journalId: last, caseId })
}
