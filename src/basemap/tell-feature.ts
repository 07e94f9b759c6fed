import { type FeatureKind, featureKinds, type Shape } from './feature.ts'

export type Properties = Readonly<Record<string, unknown>>

const roads = /^(motorway|trunk|primary|secondary|tertiary)/
/** Keys of OpenStreetMap that decide what a feature is, in the order in which they are asked. */
const told: readonly [key: string, kind: (value: string) => FeatureKind | null][] = [
  ['building', () => 'house'],
  ['railway', () => 'railway'],
  ['highway', (value) => (roads.test(value) ? 'road' : 'street')],
  ['waterway', () => 'water'],
  ['natural', (value) => (value === 'water' ? 'water' : value === 'wood' ? 'park' : null)],
  ['landuse', (value) => (['forest', 'grass', 'recreation_ground'].includes(value) ? 'park' : null)],
  ['leisure', (value) => (['park', 'garden', 'nature_reserve'].includes(value) ? 'park' : null)],
  ['place', () => 'settlement'],
  ['boundary', () => 'boundary'],
]

/** What a feature is: as it says itself, by its keys of OpenStreetMap, else by its shape. */
export function kindOf(properties: Properties, shape: Shape): FeatureKind {
  const own = featureKinds.find((kind) => kind === properties['kind'])
  if (own) return own
  for (const [key, kind] of told) {
    const value = properties[key]
    const found = typeof value === 'string' ? kind(value) : null
    if (found) return found
  }
  if (shape.type === 'Point') return 'landmark'
  return shape.type === 'LineString' ? 'road' : 'boundary'
}

const names = ['name:ru', 'name', 'NAME', 'Name', 'district', 'municipality', 'title', 'ref'] as const

/** The name of a feature; a house is named by its number. */
export function nameOf(properties: Properties, kind: FeatureKind): string | null {
  const asked = kind === 'house' ? (['number', 'addr:housenumber'] as const) : names
  for (const key of asked) {
    const value = properties[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200)
  }
  return null
}

/** A name for comparing: lower case, ё as е, without the words for a kind of municipality. */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(kindWords, ' ')
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
}

const kindWords =
  /(?<![\p{L}\p{N}-])(город|городской|городское|г|муниципальный|муниципальное|округ|район|р-н|образование|сельское|поселение|мо|го|мр)(?![\p{L}\p{N}-])/gu
