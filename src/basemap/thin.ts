import { type BaseFeature, type Position, positionsOf, type Shape } from './feature.ts'

/** Corners of a layer above which it is drawn coarser: so many a browser draws without a hitch. */
const mostPositions = 60_000
/** Metres that a line may depart from the given one, tried in turn. */
const tolerances = [0, 3, 10, 25, 50, 100, 200, 400] as const
const metresPerDegree = 111_195

/** Features with no more corners than a map needs: rounded to a metre, thinned as little as the limit asks. */
export function thinned(features: readonly BaseFeature[], most = mostPositions): BaseFeature[] {
  let found: BaseFeature[] = []
  for (const tolerance of tolerances) {
    found = features.map((one) => ({ ...one, geometry: thinShape(one.geometry, tolerance) }))
    if (countOf(found) <= most) break
  }
  return found
}

function countOf(features: readonly BaseFeature[]): number {
  let count = 0
  for (const { geometry } of features) for (const _ of positionsOf(geometry)) count += 1
  return count
}

function thinShape(shape: Shape, tolerance: number): Shape {
  switch (shape.type) {
    case 'Point':
      return { ...shape, coordinates: rounded(shape.coordinates) }
    case 'LineString':
      return { ...shape, coordinates: thinLine(shape.coordinates, tolerance) }
    case 'Polygon':
      return { ...shape, coordinates: shape.coordinates.map((ring) => thinRing(ring, tolerance)) }
    case 'MultiPolygon':
      return {
        ...shape,
        coordinates: shape.coordinates.map((polygon) => polygon.map((ring) => thinRing(ring, tolerance))),
      }
  }
}

/** Five decimals of a degree: a metre. */
const rounded = ([lon, lat]: Position): Position => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]

// A ring of fewer than four positions is none: then it stays as it was.
function thinRing(ring: readonly Position[], tolerance: number): readonly Position[] {
  const thin = thinLine(ring, tolerance)
  return thin.length < 4 ? ring.map(rounded) : thin
}

/** Douglas and Peucker: the corners without which the line would depart more than the tolerance, metres. */
function thinLine(line: readonly Position[], tolerance: number): readonly Position[] {
  if (tolerance === 0 || line.length < 3) return withoutRepeats(line.map(rounded))
  const kept = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    let [farthest, most] = [-1, tolerance]
    for (let at = from + 1; at < to; at += 1) {
      const away = distance(line[at]!, line[from]!, line[to]!)
      if (away > most) [farthest, most] = [at, away]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return withoutRepeats(line.filter((_, at) => kept.has(at)).map(rounded))
}

function withoutRepeats(line: readonly Position[]): readonly Position[] {
  return line.filter(([lon, lat], at) => at === 0 || lon !== line[at - 1]![0] || lat !== line[at - 1]![1])
}

/** Metres from a position to the stretch between two others; to the first where they are one place, as in a ring. */
function distance(one: Position, from: Position, to: Position): number {
  const across = metresPerDegree * Math.cos((from[1] * Math.PI) / 180)
  const [x, y] = [(one[0] - from[0]) * across, (one[1] - from[1]) * metresPerDegree]
  const [dx, dy] = [(to[0] - from[0]) * across, (to[1] - from[1]) * metresPerDegree]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length))
  return Math.hypot(x - along * dx, y - along * dy)
}
