import { sql } from 'kysely'
import { conditionsOf } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { mustHave } from '../people/index.ts'
import { valueOfDimension } from './asked-of-a-case.ts'
import type { Dimension, TimeDimension } from './contract.ts'
import { filtersOfQuery } from './counted-cases.ts'

/** Ids of the cases that a figure opens, apart by the values of a dimension, each list in order; null is what has no value. */
export async function countedCasesBy(
  desk: Desk,
  open: string,
  by: Exclude<Dimension, TimeDimension>,
): Promise<Map<string | null, string[]>> {
  mustHave(desk.actor, 'insight.read', 'видеть показатели')
  const where = await conditionsOf(desk, filtersOfQuery(open))
  const column = valueOfDimension(desk, by)
  const { rows } = await sql<{ key: string | null; ids: string[] }>`
    select ${column} as key, array_agg(c.id order by c.id) as ids
    from cases c where ${sql.join(where, sql` and `)} group by 1
  `.execute(desk.scope)
  return new Map(rows.map(({ key, ids }) => [key, ids]))
}
