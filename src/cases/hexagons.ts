/** A cell of the map by its place in the grid; `width` is metres between its flat sides, `latitude` the whole degree the grid is true at. */
export interface Hexagon {
  width: number
  latitude: number
  /** Twice the distance from the prime meridian in widths, twice that from the equator in pairs of rows: both even or both odd. */
  column: number
  row: number
}

export interface Point {
  lat: number
  lon: number
}

/** A grid of hexagons: how many widths, and pairs of rows, a degree of longitude and of latitude are long. */
export interface Grid {
  width: number
  latitude: number
  acrossPerDegree: number
  upPerDegree: number
}

/** Metres of a degree along a meridian. */
const metresPerDegree = 111_195
const shape = /^(\d{2,5})_(-?\d{1,2})_(-?\d{1,7})_(-?\d{1,7})$/

/** The grid of hexagons of a width in metres, true at a whole degree of latitude. */
export function gridOf(width: number, latitude: number): Grid {
  const acrossPerDegree = (metresPerDegree * Math.cos((latitude * Math.PI) / 180)) / width
  return { width, latitude, acrossPerDegree, upPerDegree: metresPerDegree / (Math.sqrt(3) * width) }
}

/**
 * The hexagon that a point lies in. Middles of hexagons are two rectangular lattices, one amid the other; a point belongs to
 * the nearer of the two nearest, and on a border to the first: a² + 3b² ≤ (½ − a)² + 3(½ − b)² is a + 3b ≤ 1 for its distances
 * a and b from the first. `hexagon-sql.ts` says the same to the database.
 */
export function hexagonAt(grid: Grid, { lat, lon }: Point): Hexagon {
  const across = lon * grid.acrossPerDegree
  const up = lat * grid.upPerDegree
  const aside = (one: number) => Math.abs(one - Math.floor(one + 0.5))
  const isFirst = aside(across) + 3 * aside(up) <= 1
  const doubled = (one: number) => (isFirst ? 2 * Math.floor(one + 0.5) : 2 * Math.floor(one) + 1)
  return { width: grid.width, latitude: grid.latitude, column: doubled(across), row: doubled(up) }
}

/** The hexagon as addresses hold it: `300_64_13012_24840`. */
export function writeHexagon({ width, latitude, column, row }: Hexagon): string {
  return `${width}_${latitude}_${column}_${row}`
}

/** Reads a hexagon of an address; null where it is none. */
export function parseHexagon(text: string): Hexagon | null {
  const found = shape.exec(text)?.slice(1).map(Number)
  if (!found) return null
  const [width = 0, latitude = 0, column = 0, row = 0] = found
  // Within these no product of the database's arithmetic underflows.
  const isWhole = width >= 20 && width <= 20_000 && Math.abs(latitude) <= 80 && (column - row) % 2 === 0
  return isWhole ? { width, latitude, column, row } : null
}

/** The middle of a hexagon. */
export function middleOf(hexagon: Hexagon): Point {
  return pointAt(hexagon, 0, 0)
}

/** The six corners of a hexagon, from the uppermost round. */
export function cornersOf(hexagon: Hexagon): Point[] {
  return corners.map(([across, up]) => pointAt(hexagon, across, up))
}

const corners = [
  [0, 1 / 3],
  [1 / 2, 1 / 6],
  [1 / 2, -1 / 6],
  [0, -1 / 3],
  [-1 / 2, -1 / 6],
  [-1 / 2, 1 / 6],
] as const

function pointAt(hexagon: Hexagon, across: number, up: number): Point {
  const { acrossPerDegree, upPerDegree } = gridOf(hexagon.width, hexagon.latitude)
  return {
    lat: (hexagon.row / 2 + up) / upPerDegree,
    lon: (hexagon.column / 2 + across) / acrossPerDegree,
  }
}
