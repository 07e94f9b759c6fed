import * as L from 'leaflet'
import { type BaseFeature, boundsOf, type FeatureKind } from '../../../../src/basemap/feature.ts'
import { named } from './base-style.ts'
import styles from './drawing.module.css'

/** Most names on the screen at once. */
const mostShown = 60
const letterWidth = 6.6
const lineHeight = 16

type Name = {
  text: string
  lat: number
  lon: number
  style: (typeof named)[number]['style']
  from: number
  to: number
}

/** Writes names of the base map where they do not cover each other, anew whenever the map comes to rest. */
export function drawNames(map: L.Map, features: readonly BaseFeature[]): () => void {
  const names = named.flatMap(({ kind, from, to = 99, style }) =>
    namesOf(features, kind).map((one) => ({ ...one, from, to, style })),
  )
  const layer = L.layerGroup().addTo(map)
  const settle = () => {
    layer.clearLayers()
    for (const name of chosen(map, names)) layer.addLayer(markerOf(name))
  }
  settle()
  map.on('moveend', settle)
  return () => {
    map.off('moveend', settle)
    layer.remove()
  }
}

/** One name for features of one kind that share it, at the middle of the largest of them. */
function namesOf(features: readonly BaseFeature[], kind: FeatureKind) {
  const largest = new Map<string, BaseFeature>()
  for (const one of features) {
    const { kind: own, name } = one.properties
    if (own !== kind || name === undefined) continue
    const before = largest.get(name)
    if (before === undefined || sizeOf(one) > sizeOf(before)) largest.set(name, one)
  }
  return [...largest].map(([text, one]) => ({ text, ...middleOf(one) }))
}

function sizeOf(one: BaseFeature): number {
  const { south, west, north, east } = boundsOf([one])
  return north - south + east - west
}

function middleOf({ geometry }: BaseFeature): { lat: number; lon: number } {
  if (geometry.type === 'Point' || geometry.type === 'LineString') {
    const line = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
    const [lon, lat] = line[Math.floor(line.length / 2)]!
    return { lat, lon }
  }
  const { south, west, north, east } = boundsOf([{ type: 'Feature', properties: { kind: 'park' }, geometry }])
  return { lat: (south + north) / 2, lon: (west + east) / 2 }
}

function chosen(map: L.Map, names: readonly Name[]): Name[] {
  const zoom = map.getZoom()
  const view = map.getBounds()
  const taken: L.Bounds[] = []
  const found: Name[] = []
  for (const name of names) {
    if (found.length >= mostShown) break
    if (zoom < name.from || zoom >= name.to || !view.contains([name.lat, name.lon])) continue
    const at = map.latLngToContainerPoint([name.lat, name.lon])
    const half = L.point((name.text.length * letterWidth) / 2 + 6, lineHeight / 2 + 3)
    const box = L.bounds(at.subtract(half), at.add(half))
    if (taken.some((other) => other.overlaps(box))) continue
    taken.push(box)
    found.push(name)
  }
  return found
}

function markerOf({ text, lat, lon, style }: Name): L.Marker {
  const label = document.createElement('span')
  label.textContent = text
  const icon = L.divIcon({ html: label, className: `${styles.name} ${styles[style]}`, iconSize: [0, 0] })
  return L.marker([lat, lon], { icon, interactive: false, keyboard: false, pane: 'names' })
}
