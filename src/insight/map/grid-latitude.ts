import { sql } from 'kysely'
import type { Desk } from '../../people/index.ts'

/** So many of the latest points tell where a centre is. */
const latest = 500

/** The whole degree of latitude at which a centre's grid of hexagons is true: where its settlements are, else its latest cases. */
export async function gridLatitude({ scope, centre }: Desk): Promise<number> {
  const known = centre.charter.settlements.flatMap(({ lat }) => (lat === undefined ? [] : [lat]))
  const middle = known.length > 0 ? mean(known) : await latitudeOfCases(scope, centre.id)
  return Math.max(-80, Math.min(80, Math.floor(middle + 0.5)))
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

// The median: one wrong point far away does not count.
async function latitudeOfCases(scope: Desk['scope'], centreId: number): Promise<number> {
  const { rows } = await sql<{ lat: number | null }>`
    select percentile_disc(0.5) within group (order by lat) as lat from (
      select lat from cases where centre_id = ${centreId} and lat is not null
      order by registered_at desc, id desc limit ${latest}
    ) points
  `.execute(scope)
  return rows[0]?.lat ?? 0
}
