import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import type { Vault } from '../../platform/vault.ts'
import { insertBands, type KeptCase, keptColumns, keptJoins } from './band-store.ts'

/** Cases in one transaction: some tens of milliseconds. */
const batch = 500
const leastId = '00000000-0000-0000-0000-000000000000'

/**
 * Gives bands to the next cases of a centre that were registered before there were bands; what has them already is passed by.
 * Gives the number of cases walked over, 0 when all are done.
 */
export async function fillBands(
  scope: Scope,
  centreId: number,
  vault: Vault,
  now: Temporal.Instant,
): Promise<number> {
  const progress = await progressOf(scope, centreId)
  if (progress?.filled_at) return 0
  const { rows } = await sql<KeptCase & { banded: boolean; erased: boolean }>`
    with next as materialized (
      select * from cases where centre_id = ${centreId} and id > ${progress?.filled_to ?? leastId}::uuid
      order by id limit ${batch}
    )
    select ${keptColumns}, s.erased_at is not null as erased, exists (
      select from repeat_bands b where b.centre_id = ${centreId} and b.case_id = c.id) as banded
    from next c ${keptJoins(centreId)} order by c.id
  `.execute(scope)
  await insertBands(
    { scope, centreId, vault },
    rows.filter(({ banded, erased }) => !banded && !erased),
  )
  const last = rows.at(-1)?.id ?? progress?.filled_to ?? null
  const filledAt = rows.length < batch ? now : null
  await sql`
    insert into repeat_progress (centre_id, filled_to, filled_at) values (${centreId}, ${last}, ${filledAt})
    on conflict (centre_id) do update set filled_to = excluded.filled_to, filled_at = excluded.filled_at
  `.execute(scope)
  return rows.length
}

/** How far the work beside registration has come; undefined before it began. */
export function progressOf(scope: Scope, centreId: number) {
  return scope.selectFrom('repeat_progress').selectAll().where('centre_id', '=', centreId).executeTakeFirst()
}
