import type * as L from 'leaflet'
import type { FeatureKind } from '../../../../src/basemap/feature.ts'

/** From which scale on a kind of feature is drawn: houses over a whole district would be a grey haze. */
export const shownFrom: Record<FeatureKind, number> = {
  boundary: 0,
  district: 0,
  water: 0,
  park: 0,
  railway: 9,
  road: 9,
  street: 12,
  house: 15,
  settlement: 0,
  landmark: 15,
}

/** Kinds in the order in which they lie over each other. */
export const inOrder = [
  'boundary',
  'district',
  'park',
  'water',
  'street',
  'road',
  'railway',
  'house',
] as const

/** Quiet land under the figures: nothing here is darker than the lightest of them but the border. */
export const styles: Record<(typeof inOrder)[number], L.PathOptions> = {
  boundary: { color: '#98a4ac', weight: 1.4, dashArray: '6 4', fillColor: '#fdfdfc', fillOpacity: 1 },
  district: { color: '#dfe4e7', weight: 1, fillColor: '#f7f6f2', fillOpacity: 1 },
  park: { stroke: false, fillColor: '#e4efdf', fillOpacity: 1 },
  water: { color: '#cfe0ea', weight: 1, fillColor: '#d9e8f0', fillOpacity: 1 },
  street: { color: '#e1e3e2', weight: 3, lineCap: 'round' },
  road: { color: '#d9d5c8', weight: 4, lineCap: 'round' },
  railway: { color: '#b9c0c6', weight: 1.6, dashArray: '7 4' },
  house: { color: '#d9dcdc', weight: 0.8, fillColor: '#ebebe8', fillOpacity: 1 },
}

/** What is named on the map and from which scale on, the more important first. */
export const named: readonly {
  kind: FeatureKind
  from: number
  /** From here on one stands within what is named. */
  to?: number
  style: 'place' | 'water' | 'street' | 'landmark'
}[] = [
  { kind: 'settlement', from: 0, to: 13, style: 'place' },
  { kind: 'landmark', from: 15, style: 'landmark' },
  { kind: 'park', from: 14, style: 'landmark' },
  { kind: 'water', from: 12, style: 'water' },
  { kind: 'road', from: 13, style: 'street' },
  { kind: 'street', from: 15, style: 'street' },
]
