import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Outcome } from '../charter/contract.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { AnswerKind, AnswerState } from './contract.ts'

/** An answer as kept. */
export type AnswerRow = Omit<Selectable<Tables['answers']>, 'kind' | 'state' | 'outcome'> & {
  kind: AnswerKind
  state: AnswerState
  outcome: Outcome | null
}

/** Answers of a case, oldest first. */
export async function answersOf(scope: Scope, centreId: number, caseId: string): Promise<AnswerRow[]> {
  const rows = await scope
    .selectFrom('answers')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as AnswerRow[]
}

/** One answer of a case. */
export async function findAnswer(
  scope: Scope,
  centreId: number,
  caseId: string,
  id: string,
): Promise<AnswerRow | undefined> {
  const row = await scope
    .selectFrom('answers')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as AnswerRow | undefined
}

/** Adds a draft. */
export async function insertAnswer(scope: Scope, row: Insertable<Tables['answers']>): Promise<void> {
  await scope.insertInto('answers').values(row).execute()
}

/** Changes an answer; its case is held by the command, so nobody else does at the same time. */
export async function updateAnswer(
  scope: Scope,
  centreId: number,
  id: string,
  set: Updateable<Tables['answers']>,
): Promise<void> {
  await scope
    .updateTable('answers')
    .set((eb) => ({ ...set, revision: eb('revision', '+', 1) }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute()
}
