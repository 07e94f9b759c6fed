/** What a feature of the base map is drawn as. */
export const featureKinds = [
  'boundary',
  'district',
  'park',
  'water',
  'railway',
  'road',
  'street',
  'house',
  'settlement',
  'landmark',
] as const
export type FeatureKind = (typeof featureKinds)[number]

/** Degrees: longitude first, as GeoJSON has it. */
export type Position = readonly [lon: number, lat: number]

/** The shapes that a base map is drawn of; collections are taken apart. */
export type Shape =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] }

/** A feature as it is kept: its kind and name, nothing else of what the file said. */
export interface BaseFeature {
  type: 'Feature'
  properties: { kind: FeatureKind; name?: string; code?: string }
  geometry: Shape
}

/** Degrees. */
export interface Bounds {
  south: number
  west: number
  north: number
  east: number
}

/** Every position of a shape, in order. */
export function* positionsOf(shape: Shape): Generator<Position> {
  if (shape.type === 'Point') yield shape.coordinates
  else if (shape.type === 'LineString') yield* shape.coordinates
  else for (const ring of ringsOf(shape)) yield* ring
}

function ringsOf(shape: Extract<Shape, { type: 'Polygon' | 'MultiPolygon' }>) {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
}

/** The box around features. */
export function boundsOf(features: readonly BaseFeature[]): Bounds {
  const bounds = { south: 90, west: 180, north: -90, east: -180 }
  for (const { geometry } of features) {
    for (const [lon, lat] of positionsOf(geometry)) {
      bounds.south = Math.min(bounds.south, lat)
      bounds.north = Math.max(bounds.north, lat)
      bounds.west = Math.min(bounds.west, lon)
      bounds.east = Math.max(bounds.east, lon)
    }
  }
  return bounds
}

/** True where two boxes meet. */
export function meets(one: Bounds, other: Bounds): boolean {
  return (
    one.south <= other.north && one.north >= other.south && one.west <= other.east && one.east >= other.west
  )
}
