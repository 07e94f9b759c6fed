import { type RawBuilder, sql } from 'kysely'
import type { CaseFilters } from './contract-list.ts'
import { inHexagon } from './hexagon-sql.ts'
import { parseHexagon } from './hexagons.ts'

type Asked = Partial<Pick<CaseFilters, 'street' | 'located' | 'hexagon' | 'point'>>

/** What filters ask of where a case is, beside its settlement. */
export function placeConditions({ street, located, hexagon, point }: Asked): (RawBuilder<unknown> | null)[] {
  const cell = hexagon === undefined ? null : parseHexagon(hexagon)
  const [lat, lon] = point?.split(',') ?? []
  return [
    street === undefined ? null : street === 'none' ? sql`c.street is null` : sql`c.street = ${street}`,
    located === undefined ? null : located ? isLocated : sql`(c.lat is null or c.lon is null)`,
    cell ? inHexagon(cell) : null,
    point === undefined ? null : sql`c.lat = ${lat}::float8 and c.lon = ${lon}::float8`,
  ]
}

/** The case has a point on the map. */
export const isLocated = sql`(c.lat is not null and c.lon is not null)`
