import { type RawBuilder, sql } from 'kysely'
import { cornersOf, type Grid, gridOf, type Hexagon } from './hexagons.ts'

/** Rows of a grid lie below this, doubled as they are. */
const rows = 4_194_304

const across = (grid: Grid) => sql`(c.lon * ${grid.acrossPerDegree}::float8)`
const up = (grid: Grid) => sql`(c.lat * ${grid.upPerDegree}::float8)`

// The very arithmetic of `hexagonAt`, so that both give the same to the last bit.
function isFirst(grid: Grid): RawBuilder<unknown> {
  const aside = (one: RawBuilder<unknown>) => sql`abs(${one} - floor(${one} + 0.5))`
  return sql`(${aside(across(grid))} + 3 * ${aside(up(grid))} <= 1)`
}

/** The hexagon of a case `c` as one whole number, null without a point; `hexagonOfKey` reads it. */
export function hexagonKey(grid: Grid): RawBuilder<unknown> {
  const [x, y] = [across(grid), up(grid)]
  return sql`(case when ${isFirst(grid)}
    then (2 * floor(${x} + 0.5)) * ${rows} + 2 * floor(${y} + 0.5)
    else (2 * floor(${x}) + 1) * ${rows} + 2 * floor(${y}) + 1 end)::bigint`
}

/** Reads a number of `hexagonKey`. */
export function hexagonOfKey({ width, latitude }: Grid, key: number): Hexagon {
  const column = Math.floor(key / rows + 0.5)
  return { width, latitude, column, row: key - column * rows }
}

/** Cases whose point lies in a hexagon; its box comes first, for the index of points. */
export function inHexagon(hexagon: Hexagon): RawBuilder<unknown> {
  const grid = gridOf(hexagon.width, hexagon.latitude)
  const corners = cornersOf(hexagon)
  const lats = corners.map(({ lat }) => lat)
  const lons = corners.map(({ lon }) => lon)
  // A hair wider than the hexagon: rounding must not lose its border.
  const hair = 1e-7
  return sql`(c.lat between ${Math.min(...lats) - hair}::float8 and ${Math.max(...lats) + hair}::float8
    and c.lon between ${Math.min(...lons) - hair}::float8 and ${Math.max(...lons) + hair}::float8
    and ${hexagonKey(grid)} = ${hexagon.column * rows + hexagon.row}::bigint)`
}
