import { bent, bentLine, closed, degrees } from './geometry.ts'
import type { Metres, Position } from './geometry.ts'
import { districts, lakes, landmarks, parks, railway, river, roads } from './land.ts'
import type { SurveyedStreet } from './survey.ts'
import { settlements } from './town.ts'

type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }
interface Feature {
  type: 'Feature'
  properties: Record<string, string>
  geometry: Geometry
}

const point = (properties: Record<string, string>, at: Position): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: at },
})
const line = (properties: Record<string, string>, coordinates: Position[]): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
})
const polygon = (properties: Record<string, string>, ring: Position[]): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})

const outline = (ring: readonly Metres[]): Position[] => bentLine(closed(ring)).map(degrees)

function riverBanks(): Position[] {
  const middle = bentLine(river.line)
  const banks = (side: number): Metres[] =>
    middle.map(([x, y], i): Metres => [x, y + side * river.half * (1 + 0.35 * Math.sin(i / 9))])
  return closed([...banks(1), ...banks(-1).toReversed()]).map(degrees)
}

function shore(middle: Metres, radius: number): Position[] {
  const around = Array.from({ length: 36 }, (_, i): Metres => {
    const angle = (i / 36) * 2 * Math.PI
    const far = radius * (1 + 0.18 * Math.sin(angle * 3) + 0.08 * Math.cos(angle * 5))
    return [middle[0] + far * Math.cos(angle) * 1.3, middle[1] + far * Math.sin(angle)]
  })
  return closed(around).map(degrees)
}

/** The town's own map: `kind` of a feature is boundary, district, park, water, railway, road, street, house, settlement or landmark. */
export function drawMap(streets: readonly SurveyedStreet[]): {
  type: 'FeatureCollection'
  attribution: string
  features: Feature[]
} {
  const boundary: Metres[] = [
    [-9400, -6400],
    [9600, -6400],
    [9600, 9600],
    [-9400, 9600],
  ]
  return {
    type: 'FeatureCollection',
    attribution: 'Вымышленная местность',
    features: [
      polygon({ kind: 'boundary', name: 'Светлобережский муниципальный округ' }, outline(boundary)),
      ...districts.map(({ code, name, ring }) => polygon({ kind: 'district', code, name }, outline(ring))),
      ...parks.map(({ name, ring }) => polygon({ kind: 'park', name }, outline(ring))),
      polygon({ kind: 'water', name: river.name }, riverBanks()),
      ...lakes.map(({ name, middle, radius }) => polygon({ kind: 'water', name }, shore(middle, radius))),
      line({ kind: 'railway', name: 'железная дорога' }, bentLine(railway).map(degrees)),
      ...roads.map(({ name, line: corners }) => line({ kind: 'road', name }, bentLine(corners).map(degrees))),
      ...streets.map(({ settlement, kind, name, line: points }) =>
        line({ kind: 'street', settlement, name: `${kind} ${name}` }, points),
      ),
      ...streets.flatMap(({ settlement, name, houses }) =>
        houses.map((house) =>
          polygon({ kind: 'house', settlement, street: name, number: house.number }, house.outline),
        ),
      ),
      ...settlements.map(({ code, name, at }) =>
        point({ kind: 'settlement', code, name }, degrees(bent(at))),
      ),
      ...landmarks.map(({ name, at }) => point({ kind: 'landmark', name }, degrees(bent(at)))),
    ],
  }
}
