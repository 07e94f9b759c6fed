import { type RawBuilder, sql } from 'kysely'
import { type Condition, type Grid, hexagonKey, isLocated } from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import { type Measure, type MeasureCode, measures } from '../contract.ts'
import type { Box, MapLayer } from '../contract-map-routes.ts'
import type { Reading } from '../reading.ts'
import { all, conditionOf, momentOf, within } from '../asked-of-a-case.ts'
import type { Numbers } from '../tally.ts'

/** A place of the map as the database counts it: a hexagon by its number, a settlement by its code, a point by its degrees. */
export interface CountedPlace extends Numbers {
  hexagon: number | null
  settlement: string | null
  lat: number | null
  lon: number | null
  /** The settlement and street of its cases (of most of them in a hexagon), and a point's house. */
  near: string | null
  street: string | null
  house: string | null
}

/** What is counted on the map. */
export interface MapTally {
  reading: Reading
  measure: MeasureCode
  layer: MapLayer
  grid: Grid
  /** Only what lies within; the total does not heed it. */
  box: Box | undefined
}

interface CountedMap {
  /** Most cases first, at most as many as were asked for. */
  places: CountedPlace[]
  /** How many places there are. */
  found: number
}

const keys: Record<MapLayer, RawBuilder<unknown>> = {
  hexagons: sql`hexagon`,
  points: sql`lat, lon`,
  settlements: sql`settlement`,
}

/** Places of a layer with a measure's numbers. */
export async function countPlaces(desk: Desk, tally: MapTally, most: number): Promise<CountedMap> {
  const { measure, layer } = tally
  const { aggregation }: Measure = measures[measure]
  const counted = aggregation === 'median' ? waitsOf(desk, tally) : countsOf(desk, tally)
  const { rows } = await sql<CountedPlace & { found: number }>`
    select *, count(*) over () as found from (${counted}) counted
    ${aggregation === 'share' ? sql`` : sql`where count > 0`}
    order by count desc, ${keys[layer]} limit ${most}
  `.execute(desk.scope)
  return { places: rows, found: rows[0]?.found ?? 0 }
}

/** Numbers that add up: counted by place, settlement and street first, so that the street of most cases needs no sorting of all. */
function countsOf(desk: Desk, tally: MapTally): RawBuilder<unknown> {
  const named = {
    hexagons: sql`hexagon, null as settlement, null::float8 as lat, null::float8 as lon,
      (array_agg(near order by of desc, near))[1] as near, (array_agg(street order by of desc, street))[1] as street,
      null as house`,
    points: sql`null as hexagon, null as settlement, lat, lon, min(near) as near, min(street) as street, min(house) as house`,
    settlements: sql`null as hexagon, settlement, max(lat) as lat, max(lon) as lon,
      null as near, null as street, null as house`,
  }[tally.layer]
  const first = {
    hexagons: sql`hexagon, near, street`,
    points: sql`lat, lon, near, street, house`,
    settlements: sql`settlement`,
  }[tally.layer]
  const middle = tally.layer === 'settlements' ? sql`, avg(lat) as lat, avg(lon) as lon` : sql``
  return sql`
    select ${named}, sum(count)::int as count, sum(of)::int as of, sum(sum)::int as sum, null::float8 as median from (
      select ${first} ${middle}, count(*) filter (where asked) as count, count(*) filter (where whole) as of,
        coalesce(sum(mark) filter (where asked), 0) as sum
      from (${casesOf(desk, tally)}) picked group by ${first}
    ) finest group by ${keys[tally.layer]}`
}

/** Medians, which do not add up. */
function waitsOf(desk: Desk, tally: MapTally): RawBuilder<unknown> {
  const named = {
    hexagons: sql`hexagon, null as settlement, null::float8 as lat, null::float8 as lon,
      mode() within group (order by near) as near, mode() within group (order by street) as street, null as house`,
    points: sql`null as hexagon, null as settlement, lat, lon, min(near) as near, min(street) as street, min(house) as house`,
    settlements: sql`null as hexagon, settlement, avg(lat) as lat, avg(lon) as lon,
      null as near, null as street, null as house`,
  }[tally.layer]
  return sql`
    select ${named}, count(*) filter (where asked)::int as count, count(*)::int as of, 0 as sum,
      percentile_cont(0.5) within group (order by waited) as median
    from (${casesOf(desk, tally)}) picked group by ${keys[tally.layer]}`
}

/** The cases that a measure looks at, one line each, with their place in the layer. */
function casesOf(desk: Desk, tally: MapTally): RawBuilder<unknown> {
  const { measure, layer, grid, box } = tally
  const { only, whole = {}, aggregation }: Measure = measures[measure]
  // Marks stand in the wide row alone: they are read only where they are averaged.
  const mark = aggregation === 'average' ? sql`c.mark` : sql`null::int`
  const inBox =
    box &&
    sql`c.lat between ${box.south}::float8 and ${box.north}::float8
    and c.lon between ${box.west}::float8 and ${box.east}::float8`
  return sql`
    select ${conditionOf(desk, only)} as asked, ${conditionOf(desk, whole)} as whole, ${mark} as mark, c.settlement, c.settlement as near, c.street, c.house, c.lat, c.lon,
      ${layer === 'hexagons' ? hexagonKey(grid) : sql`null`} as hexagon, ${waited(measure)} as waited
    from cases c
    where ${all(compact([...looked(desk, tally), isPlaced(layer), inBox]))} offset 0`
}

/** A measure's numbers over everything, and how many of its cases have no place in the layer. */
export async function countAll(
  desk: Desk,
  tally: Pick<MapTally, 'reading' | 'measure' | 'layer'>,
): Promise<{ total: Numbers; unplaced: number }> {
  const { measure, layer } = tally
  const { aggregation, only, whole = {} }: Measure = measures[measure]
  const mark = aggregation === 'average' ? sql`c.mark` : sql`null::int`
  const { rows } = await sql<Numbers & { unplaced: number }>`
    select count(*) filter (where asked) as count, count(*) filter (where whole) as of,
      coalesce(sum(mark) filter (where asked), 0)::int as sum,
      ${aggregation === 'median' ? sql`percentile_cont(0.5) within group (order by waited)` : sql`null::float8`} as median,
      count(*) filter (where asked and not placed) as unplaced
    from (
      select ${conditionOf(desk, only)} as asked, ${conditionOf(desk, whole)} as whole, ${mark} as mark, ${isPlaced(layer)} as placed, ${waited(measure)} as waited
      from cases c where ${all(looked(desk, tally))} offset 0
    ) picked
  `.execute(desk.scope)
  const { unplaced, ...total } = rows[0]!
  return { total, unplaced }
}

/** What a case must meet to be looked at. What stands now has no period: there its own condition narrows. */
function looked(desk: Desk, { reading, measure }: Pick<MapTally, 'reading' | 'measure'>): Condition[] {
  const { basis, only }: Measure = measures[measure]
  const placed = basis === 'now' ? conditionOf(desk, only) : within(desk, basis, reading.days)
  return [...reading.where, placed]
}

function isPlaced(layer: MapLayer): Condition {
  return layer === 'settlements' ? sql`c.settlement is not null` : isLocated
}

/** Seconds that a case waited, where the measure is a time. */
function waited(measure: MeasureCode): RawBuilder<unknown> {
  const { aggregation, basis }: Measure = measures[measure]
  const moment = aggregation === 'median' ? momentOf[basis] : undefined
  return moment ? sql`extract(epoch from ${sql.raw(moment)} - c.received_at)` : sql`null::float8`
}

const compact = (conditions: readonly (Condition | undefined)[]): Condition[] =>
  conditions.filter((one) => one !== undefined)
