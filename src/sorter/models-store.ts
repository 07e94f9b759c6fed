import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'

export type ModelState = 'candidate' | 'live' | 'retired' | 'declined'

const lines = [
  'id',
  'state',
  'learned_at',
  'cases',
  'from_day',
  'to_day',
  'figures',
  'size',
  'live_at',
  'live_by',
  'retired_at',
] as const

/** Models of a centre, newest first, without their bytes; `kept` says whether the bytes are still there. */
export function selectModels(scope: Scope, centreId: number, most: number) {
  return scope
    .selectFrom('sorter_models')
    .select(lines)
    .select(sql<boolean>`model is not null`.as('kept'))
    .where('centre_id', '=', centreId)
    .orderBy('learned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
export type ModelRow = Awaited<ReturnType<typeof selectModels>>[number]

/** One model of a centre, held until the transaction ends. */
export async function holdModel(scope: Scope, centreId: number, id: string) {
  const row = await scope
    .selectFrom('sorter_models')
    .select([...lines, sql<boolean>`model is not null`.as('kept')])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** The model that worked last before the one at work, as long as its bytes are kept. */
export async function findFormer(scope: Scope, centreId: number) {
  const row = await scope
    .selectFrom('sorter_models')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'retired')
    .where('model', 'is not', null)
    .orderBy('retired_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Bytes and figures of a model. */
export async function selectBytes(scope: Scope, centreId: number, id: string) {
  const row = await scope
    .selectFrom('sorter_models')
    .select(['model', 'twin', 'figures'])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Puts a model where candidates wait; the one that waited before is declined and its bytes go. */
export async function insertCandidate(
  scope: Scope,
  centreId: number,
  row: {
    id: string
    learned_at: Temporal.Instant
    cases: number
    from_day: Temporal.PlainDate
    to_day: Temporal.PlainDate
    figures: string
    size: number
    digest: Buffer
    model: Buffer
    twin: Buffer
  },
): Promise<void> {
  await scope
    .updateTable('sorter_models')
    .set({ state: 'declined', model: null, twin: null })
    .where('centre_id', '=', centreId)
    .where('state', '=', 'candidate')
    .execute()
  await scope
    .insertInto('sorter_models')
    .values({ centre_id: centreId, state: 'candidate', ...row })
    .execute()
}

/** Retires the model at work, puts another to work (null: keywords alone), and tells the centre's row. */
export async function changeLive(
  scope: Scope,
  centreId: number,
  id: string | null,
  { at, by }: { at: Temporal.Instant; by: string },
): Promise<void> {
  await scope
    .updateTable('sorter_models')
    .set({ state: 'retired', retired_at: at })
    .where('centre_id', '=', centreId)
    .where('state', '=', 'live')
    .execute()
  if (id !== null) {
    await scope
      .updateTable('sorter_models')
      .set({ state: 'live', live_at: at, live_by: by, retired_at: null })
      .where('centre_id', '=', centreId)
      .where('id', '=', id)
      .execute()
  }
  await scope.updateTable('centres').set({ sorter_model: id }).where('id', '=', centreId).execute()
}

/** Empties retired models but for the newest few. */
export async function forgetOld(scope: Scope, centreId: number, keep: number): Promise<void> {
  await scope
    .updateTable('sorter_models')
    .set({ model: null, twin: null })
    .where('centre_id', '=', centreId)
    .where('state', '=', 'retired')
    .where('id', 'not in', (all) =>
      all
        .selectFrom('sorter_models')
        .select('id')
        .where('centre_id', '=', centreId)
        .where('state', '=', 'retired')
        .orderBy('retired_at', 'desc')
        .limit(keep),
    )
    .execute()
}
