import type { Scope } from '../platform/db/centre-scope.ts'
import type { Step } from './learning/learn-model.ts'

export type TrainingState = 'waiting' | 'running' | 'done' | 'refused' | 'failed'
export type TrainingCause = 'person' | 'corrections'

/** The last training of a centre, or the one in hand. */
export async function lastTraining(scope: Scope, centreId: number) {
  const row = await scope
    .selectFrom('sorter_trainings')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
export type TrainingRow = NonNullable<Awaited<ReturnType<typeof lastTraining>>>

/** A training that waits or runs, held until the transaction ends; with an id only that one. */
export async function holdUnfinished(
  scope: Scope,
  centreId: number,
  id?: string,
): Promise<TrainingRow | null> {
  let query = scope
    .selectFrom('sorter_trainings')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['waiting', 'running'])
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.forUpdate().executeTakeFirst()) ?? null
}

/** Adds a training that waits for its hour; false where one waits or runs already. */
export async function insertTraining(
  scope: Scope,
  centreId: number,
  row: {
    id: string
    cause: TrainingCause
    asked_at: Temporal.Instant
    asked_by: string
    begins_at: Temporal.Instant
  },
): Promise<boolean> {
  const made = await scope
    .insertInto('sorter_trainings')
    .values({ centre_id: centreId, state: 'waiting', ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What a training changes of itself on its way. */
export interface TrainingChange {
  state?: TrainingState
  begins_at?: Temporal.Instant
  started_at?: Temporal.Instant
  ended_at?: Temporal.Instant
  step?: Step | null
  why?: string
  model_id?: string
}

export async function updateTraining(
  scope: Scope,
  centreId: number,
  id: string,
  change: TrainingChange,
): Promise<void> {
  await scope
    .updateTable('sorter_trainings')
    .set(change)
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute()
}

/** Topics that people corrected since a moment, counted up to `most`. */
export async function countCorrections(
  scope: Scope,
  centreId: number,
  since: Temporal.Instant | null,
  most: number,
): Promise<number> {
  const { count } = await scope
    .selectFrom((from) => {
      let found = from
        .selectFrom('corrections')
        .select('id')
        .where('centre_id', '=', centreId)
        .where('field', '=', 'topic')
      if (since !== null) found = found.where('at', '>', since)
      return found.limit(most).as('found')
    })
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
