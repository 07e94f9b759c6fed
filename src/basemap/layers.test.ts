import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { chooseMunicipality } from './choose-municipality.ts'
import { type BaseFeature, boundsOf, type Position, positionsOf } from './feature.ts'
import { readGeoJson } from './read-geojson.ts'
import { thinned } from './thin.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const square = (lon: number, lat: number, size = 0.1): Position[] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]
const district = (name: string, lon: number) => ({
  type: 'Feature',
  properties: { district: name, population: 7 },
  geometry: { type: 'Polygon', coordinates: [square(lon, 60)] },
})
const region = {
  type: 'FeatureCollection',
  features: [district('Ёлкинский район', 30), district('Сосновый', 31)],
}
const wanted = { given: null, own: [] as string[], isRegion: false }
const namesOf = (features: readonly BaseFeature[]) => features.map(({ properties }) => properties.name)

test('shapes, kinds and names are kept of a file, and nothing else of what it says', () => {
  const { features, attribution } = readGeoJson(
    bytes({
      type: 'FeatureCollection',
      attribution: '© участники OpenStreetMap',
      features: [
        district('Ёлкинский район', 30),
        {
          type: 'Feature',
          properties: { highway: 'residential', name: 'Садовая улица', phone: '+7 900 000-00-00' },
          geometry: {
            type: 'MultiLineString',
            coordinates: [
              [
                [30, 60],
                [30.1, 60],
              ],
              [
                [30.2, 60],
                [30.3, 60],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { building: 'yes', 'addr:housenumber': '7а' },
          geometry: district('', 30).geometry,
        },
        { type: 'Feature', properties: null, geometry: null },
      ],
    }),
  )
  assert.equal(attribution, '© участники OpenStreetMap')
  assert.deepEqual(
    features.map(({ properties }) => properties),
    [
      { kind: 'boundary', name: 'Ёлкинский район' },
      { kind: 'street', name: 'Садовая улица' },
      { kind: 'street', name: 'Садовая улица' },
      { kind: 'house', name: '7а' },
    ],
  )
})

test('what is no GeoJSON in degrees is refused with a sentence that says what was expected', () => {
  const refused = (given: unknown) => {
    try {
      readGeoJson(given instanceof Uint8Array ? given : bytes(given))
    } catch (error) {
      return (error as { reason: string }).reason
    }
    return 'taken'
  }
  const point = (coordinates: unknown) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  })
  assert.equal(refused(new Uint8Array([0x50, 0x4b, 3, 4])), 'not-geojson')
  assert.equal(refused({ type: 'Topology' }), 'not-geojson')
  assert.equal(refused(point(['30', '60'])), 'not-geojson')
  assert.equal(refused(point([3_350_000, 8_400_000])), 'not-degrees')
  assert.equal(refused({ type: 'FeatureCollection', features: [] }), 'map-empty')
  assert.equal(refused(point([30, 60])), 'taken')
})

test('of a whole region the territory of the municipality is taken, however its name is written', () => {
  const { features } = readGeoJson(bytes(region))
  const road: BaseFeature = {
    type: 'Feature',
    properties: { kind: 'road' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [30.05, 60.05],
        [30.2, 60.05],
      ],
    },
  }
  const far: BaseFeature = { ...road, geometry: { type: 'Point', coordinates: [50, 50] } }
  const own = ['Елкинский муниципальный округ']
  const chosen = chooseMunicipality([...features, road, far], { ...wanted, own })
  assert.deepEqual(namesOf(chosen), ['Ёлкинский район', undefined])
  assert.deepEqual(namesOf(chooseMunicipality(features, { ...wanted, given: 'сосновый', own })), ['Сосновый'])
})

test('a municipality that a file does not have is refused with the names that it has; a region is taken whole', () => {
  const { features } = readGeoJson(bytes(region))
  assert.throws(() => chooseMunicipality(features, { ...wanted, own: ['Берёзовский район'] }), {
    reason: 'no-municipality',
    message: /Ёлкинский район, Сосновый/,
  })
  assert.equal(
    chooseMunicipality(features, { ...wanted, own: ['Берёзовская область'], isRegion: true }).length,
    2,
  )
})

test('a layer is thinned to what a map needs, and no corner departs further than said', () => {
  const wavy = fc.array(
    fc.record({ dx: fc.integer({ min: 1, max: 30 }), dy: fc.integer({ min: -3, max: 3 }) }),
    {
      minLength: 40,
      maxLength: 400,
    },
  )
  fc.assert(
    fc.property(wavy, (steps) => {
      let [lon, lat] = [30, 60]
      const coordinates = steps.map(({ dx, dy }): Position => {
        lon += dx / 100_000
        lat += dy / 100_000
        return [lon, lat]
      })
      const given: BaseFeature[] = [
        { type: 'Feature', properties: { kind: 'road' }, geometry: { type: 'LineString', coordinates } },
      ]
      const [thin] = thinned(given, 20)
      const kept = [...positionsOf(thin!.geometry)]
      assert.ok(kept.length < coordinates.length)
      for (const [x, y] of coordinates) {
        const away = Math.min(...kept.slice(1).map((to, at) => metresToStretch([x, y], kept[at]!, to)))
        assert.ok(away < 400, `${away} m`)
      }
      assert.deepEqual(
        thinned(given, 1000).map(({ geometry }) => [...positionsOf(geometry)].length),
        [coordinates.length],
      )
    }),
    { numRuns: 30, seed: 2 },
  )
})

function metresToStretch(one: Position, from: Position, to: Position): number {
  const [x, y] = [(one[0] - from[0]) * 55_600, (one[1] - from[1]) * 111_195]
  const [dx, dy] = [(to[0] - from[0]) * 55_600, (to[1] - from[1]) * 111_195]
  const along = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - along * dx, y - along * dy)
}

test('a ring too small to be thinned stays a ring', () => {
  const small: BaseFeature = {
    type: 'Feature',
    properties: { kind: 'house' },
    geometry: { type: 'Polygon', coordinates: [square(30, 60, 0.0001)] },
  }
  for (const { geometry } of thinned([small], 1)) assert.equal([...positionsOf(geometry)].length, 5)
  assert.deepEqual(boundsOf([small]), { south: 60, west: 30, north: 60.0001, east: 30.0001 })
})
