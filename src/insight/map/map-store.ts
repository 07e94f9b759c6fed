import { type RawBuilder, sql } from 'kysely'
import { type Condition, type Grid, hexagonKey, isLocated } from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import { type Measure, type MeasureCode, measures } from '../contract.ts'
import type { Box, MapLayer } from '../contract-map-routes.ts'
import type { Reading } from '../reading.ts'
import { all, conditionOf, moments, type Numbers, within } from '../store.ts'

/** A place of the map as the database counts it: a hexagon by its number, a point by its degrees, a settlement by its code. */
export interface CountedPlace extends Numbers {
  hexagon: number | null
  settlement: string | null
  lat: number | null
  lon: number | null
  /** The settlement, street and house of its cases: of most of them in a hexagon. */
  near: string | null
  street: string | null
  house: string | null
}

interface Asked {
  reading: Reading
  measure: MeasureCode
  layer: MapLayer
  grid: Grid
  box: Box | undefined
}

/** Places of a layer with a measure's numbers, most cases first; at most `most` of them, and how many there are. */
export async function countPlaces(
  desk: Desk,
  asked: Asked,
  most: number,
): Promise<{ places: CountedPlace[]; found: number }> {
  const { measure, layer } = asked
  const { aggregation }: Measure = measures[measure]
  const median = aggregation === 'median'
  const keys = { hexagons: sql`hexagon`, points: sql`lat, lon`, settlements: sql`settlement` }[layer]
  const columns = {
    hexagons: sql`hexagon, null as settlement, avg(lat) as lat, avg(lon) as lon,
      mode() within group (order by settlement) as near, mode() within group (order by street) as street, null as house`,
    points: sql`null as hexagon, null as settlement, lat, lon,
      min(settlement) as near, min(street) as street, min(house) as house`,
    settlements: sql`null as hexagon, settlement, avg(lat) as lat, avg(lon) as lon,
      null as near, null as street, null as house`,
  }[layer]
  const { rows } = await sql<CountedPlace & { found: number }>`
    select ${columns}, count(*) filter (where asked) as count, count(*) as of,
      ${median ? sql`percentile_cont(0.5) within group (order by waited)` : sql`null::float8`} as median,
      count(*) over () as found
    from (${casesOf(desk, asked)}) picked
    group by ${keys}
    ${aggregation === 'share' ? sql`` : sql`having count(*) filter (where asked) > 0`}
    order by count desc, ${keys} limit ${most}
  `.execute(desk.scope)
  return { places: rows, found: rows[0]?.found ?? 0 }
}

/** The cases that a measure looks at, one line each, with their place in the layer. */
function casesOf(desk: Desk, { reading, measure, layer, grid, box }: Asked): RawBuilder<unknown> {
  const { basis }: Measure = measures[measure]
  const placed = layer === 'settlements' ? sql`c.settlement is not null` : isLocated
  const inBox =
    box &&
    sql`c.lat between ${box.south}::float8 and ${box.north}::float8
    and c.lon between ${box.west}::float8 and ${box.east}::float8`
  const moment = moments[basis]
  return sql`
    select ${conditionOf(desk, measure)} as asked, c.settlement, c.street, c.house, c.lat, c.lon,
      ${layer === 'hexagons' ? hexagonKey(grid) : sql`null`} as hexagon,
      ${moment ? sql`extract(epoch from ${sql.raw(moment)} - c.received_at)` : sql`null`} as waited
    from cases c
    where ${all(compact([...reading.where, within(desk, basis, reading.days), placed, inBox]))} offset 0`
}

/** A measure's numbers over everything, and how many of its cases have no place in the layer. */
export async function countAll(
  desk: Desk,
  { reading, measure, layer }: Pick<Asked, 'reading' | 'measure' | 'layer'>,
): Promise<{ total: Numbers; unplaced: number }> {
  const { basis, aggregation }: Measure = measures[measure]
  const moment = moments[basis]
  const placed = layer === 'settlements' ? sql`c.settlement is not null` : isLocated
  const median =
    aggregation === 'median' && moment
      ? sql`percentile_cont(0.5) within group (order by extract(epoch from ${sql.raw(moment)} - c.received_at))`
      : sql`null::float8`
  const asked = conditionOf(desk, measure)
  const { rows } = await sql<Numbers & { unplaced: number }>`
    select count(*) filter (where ${asked}) as count, count(*) as of, ${median} as median,
      count(*) filter (where ${asked} and not ${placed}) as unplaced
    from cases c where ${all([...reading.where, within(desk, basis, reading.days)])}
  `.execute(desk.scope)
  const { unplaced, ...total } = rows[0]!
  return { total, unplaced }
}

const compact = (conditions: readonly (Condition | undefined)[]): Condition[] =>
  conditions.filter((one) => one !== undefined)
