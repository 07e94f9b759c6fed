import { refuse } from '../platform/refusal.ts'
import type { BaseFeature, Position, Shape } from './feature.ts'
import { kindOf, nameOf, type Properties } from './tell-feature.ts'

/** Most features and most corners that a file may have. */
const mostFeatures = 200_000
const mostPositions = 3_000_000

/** What a file of GeoJSON holds. */
export interface GivenMap {
  features: BaseFeature[]
  /** Whose data it is, where the file says so. */
  attribution: string | null
}

type Unknown = Record<string, unknown>

/** Reads GeoJSON in degrees (WGS 84); refuses what is something else, in a sentence that says what was expected. */
export function readGeoJson(bytes: Uint8Array): GivenMap {
  const root = parse(bytes)
  const given =
    root['type'] === 'FeatureCollection' && Array.isArray(root['features'])
      ? (root['features'] as unknown[])
      : root['type'] === 'Feature'
        ? [root]
        : notGeoJson()
  if (given.length > mostFeatures)
    refuse(
      'too-large',
      'map-too-large',
      'В файле больше 200 000 объектов: оставьте в нём только свою территорию.',
    )
  const reader = { left: mostPositions }
  const features = given.flatMap((one) => (isRecord(one) ? readFeature(one, reader) : []))
  if (features.length === 0)
    refuse('invalid', 'map-empty', 'В файле нет ни одной границы, линии или точки: выберите другой файл.')
  const told = [root['attribution'], root['copyright'], root['license']].find(
    (one) => typeof one === 'string',
  )
  return { features, attribution: told?.trim() || null }
}

function parse(bytes: Uint8Array): Unknown {
  try {
    const root: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(root) ? root : notGeoJson()
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return notGeoJson()
    throw error
  }
}

function notGeoJson(): never {
  return refuse(
    'invalid',
    'not-geojson',
    'Это не GeoJSON: нужен файл с «FeatureCollection» в кодировке UTF-8, например выгрузка из OpenStreetMap или QGIS.',
  )
}

interface Reader {
  left: number
}

function readFeature(one: Unknown, reader: Reader): BaseFeature[] {
  const properties: Properties = isRecord(one['properties']) ? one['properties'] : {}
  return shapesOf(one['geometry'], reader).map((geometry) => {
    const kind = kindOf(properties, geometry)
    const name = nameOf(properties, kind)
    const { code } = properties
    return {
      type: 'Feature',
      properties: { kind, ...(name ? { name } : {}), ...(typeof code === 'string' ? { code } : {}) },
      geometry,
    }
  })
}

/** The shapes of a geometry; lines and points of several are taken apart, what is no shape is left out. */
function shapesOf(given: unknown, reader: Reader): Shape[] {
  if (!isRecord(given)) return []
  const { type, coordinates, geometries } = given
  const list = Array.isArray(coordinates) ? (coordinates as unknown[]) : []
  switch (type) {
    case 'Point':
      return [{ type, coordinates: position(coordinates, reader) }]
    case 'MultiPoint':
      return list.map((one) => ({ type: 'Point', coordinates: position(one, reader) }))
    case 'LineString':
      return line(list, reader)
    case 'MultiLineString':
      return list.flatMap((one) => line(one, reader))
    case 'Polygon':
      return list.length > 0 ? [{ type, coordinates: rings(list, reader) }] : []
    case 'MultiPolygon':
      return list.length > 0 ? [{ type, coordinates: list.map((one) => rings(one, reader)) }] : []
    case 'GeometryCollection':
      return Array.isArray(geometries) ? geometries.flatMap((one) => shapesOf(one, reader)) : []
    default:
      return []
  }
}

function line(given: unknown, reader: Reader): Shape[] {
  const coordinates = positions(given, reader)
  return coordinates.length > 1 ? [{ type: 'LineString', coordinates }] : []
}

const rings = (given: unknown, reader: Reader) =>
  (Array.isArray(given) ? given : []).map((one) => positions(one, reader))
const positions = (given: unknown, reader: Reader) =>
  (Array.isArray(given) ? given : []).map((one) => position(one, reader))

function position(given: unknown, reader: Reader): Position {
  const [lon, lat] = Array.isArray(given) ? (given as unknown[]) : []
  if (typeof lon !== 'number' || typeof lat !== 'number') return notGeoJson()
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    refuse(
      'invalid',
      'not-degrees',
      'Координаты в файле не в градусах: сохраните его в системе WGS 84 (EPSG:4326).',
    )
  reader.left -= 1
  if (reader.left < 0)
    refuse('too-large', 'map-too-large', 'В файле больше трёх миллионов точек: упростите его или разделите.')
  return [lon, lat]
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
