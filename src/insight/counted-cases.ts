import { sql } from 'kysely'
import { caseFilters } from '../cases/contract.ts'
import { conditionsOf } from '../cases/index.ts'
import { type Desk, mustHave } from '../people/index.ts'

/** Ids of the cases that a figure opens, in their order: what a report freezes beside the figure. Takes the figure's `open`. */
export async function countedCases(desk: Desk, open: string): Promise<string[]> {
  mustHave(desk.actor, 'insight.read', 'видеть показатели')
  const where = await conditionsOf(desk, filtersOfQuery(open))
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c where ${sql.join(where, sql` and `)} order by c.id
  `.execute(desk.scope)
  return rows.map(({ id }) => id)
}

/** Filters of an address after `?`, read as the worklist reads them. */
export function filtersOfQuery(open: string) {
  const query = new URLSearchParams(open)
  const given = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name)
    return [name, values.length === 1 ? values[0] : values] as const
  })
  return caseFilters.parse(Object.fromEntries(given))
}
