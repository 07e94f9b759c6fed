/** A point in metres east and north of the town's middle. */
export type Metres = readonly [east: number, north: number]
/** A point as GeoJSON writes it: longitude, latitude. */
export type Position = readonly [lon: number, lat: number]

// The town is invented: its middle lies where no town stands.
const middle = { lat: 64.31, lon: 58.52 }
const metresPerDegree = 111_320

const rounded = (value: number) => Math.round(value * 100_000) / 100_000

/** Degrees of a point, rounded to about a metre. */
export function degrees([east, north]: Metres): Position {
  const lat = middle.lat + north / metresPerDegree
  const lon = middle.lon + east / (metresPerDegree * Math.cos((middle.lat * Math.PI) / 180))
  return [rounded(lon), rounded(lat)]
}

/** Metres between two points. */
export function distance([ax, ay]: Metres, [bx, by]: Metres): number {
  return Math.hypot(ax - bx, ay - by)
}

/** Bends the drawing-board grid a little, as a river bank bends the streets along it. */
export function bent([east, north]: Metres): Metres {
  return [
    east + 70 * Math.sin(north / 640) + 22 * Math.sin((east + north) / 390),
    north + 95 * Math.sin(east / 820) + 18 * Math.sin(east / 260 + north / 500),
  ]
}

/** Points along a broken line, `step` metres apart, with the direction of the line at each. */
export function along(line: readonly Metres[], step: number, from = 0): { at: Metres; heading: Metres }[] {
  const found: { at: Metres; heading: Metres }[] = []
  let left = from
  for (const [i, end] of line.entries()) {
    const start = line[i - 1]
    if (!start) continue
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
    const length = Math.hypot(dx, dy)
    for (; left <= length; left += step) {
      const part = left / length
      found.push({
        at: [start[0] + dx * part, start[1] + dy * part],
        heading: [dx / length, dy / length],
      })
    }
    left -= length
  }
  return found
}

/** A bent line of a street drawn straight between its corners. */
export function bentLine(corners: readonly Metres[]): Metres[] {
  const last = corners.at(-1)
  const points = along(corners, 60).map(({ at }) => at)
  return [...points, ...(last ? [last] : [])].map(bent)
}

/** A ring whose last point is its first. */
export function closed(ring: readonly Metres[]): Metres[] {
  return [...ring, ...ring.slice(0, 1)]
}

/** A small rectangle beside a street: the outline of a house. */
export function footprint(middleOf: Metres, heading: Metres, length: number, depth: number): Metres[] {
  const [hx, hy] = [(heading[0] * length) / 2, (heading[1] * length) / 2]
  const [sx, sy] = [(-heading[1] * depth) / 2, (heading[0] * depth) / 2]
  const [x, y] = middleOf
  const ring: Metres[] = [
    [x - hx - sx, y - hy - sy],
    [x + hx - sx, y + hy - sy],
    [x + hx + sx, y + hy + sy],
    [x - hx + sx, y - hy + sy],
  ]
  return closed(ring)
}
