import * as L from 'leaflet'
import { foldedName } from '../../../../src/basemap/tell-feature.ts'
import type { BaseFeature } from '../../../../src/basemap/feature.ts'
import { cornersOf, parseHexagon } from '../../../../src/cases/hexagons.ts'
import type { MapLayer, MapRow } from '../../../../src/insight/contract-map-routes.ts'
import { inkOn, shadeOf, shadeOpacity, shades, type ValueClass } from '../value-classes.ts'
import styles from './drawing.module.css'

/** Most numbers written on the map at once. */
const mostNumbers = 400
/** Pixels that a number needs. */
const roomForNumber = 21

/** What is drawn: the rows of a layer with their classes, and how their values are told. */
export interface Drawn {
  layer: MapLayer
  rows: readonly MapRow[]
  classes: readonly ValueClass[]
  chosen: string | null
  /** The value in words, and as short as a number on the map must be. */
  tell: (row: MapRow) => string
  number: (row: MapRow) => string
  onChoose: (key: string) => void
}

/** A place on the map: its shape, and where its number stands. */
interface Shape {
  row: MapRow
  path: L.Path
  middle: L.LatLng
  shade: number
}

/** Draws the figures' places; gives what takes them away again. */
export function drawPlaces(map: L.Map, drawn: Drawn, base: readonly BaseFeature[]): () => void {
  const renderer = L.canvas({ pane: 'figures', padding: 0.2, tolerance: 2 })
  const borders = drawn.layer === 'settlements' ? bordersByName(base) : new Map<string, L.LatLngTuple[][][]>()
  // Darker places come last and so lie above.
  const shapes = drawn.rows
    .flatMap((row) => shapeOf(row, drawn, borders, renderer))
    .toSorted((one, other) => one.shade - other.shade)
  const group = L.featureGroup(shapes.map(({ path }) => path)).addTo(map)
  for (const { row, path } of shapes) {
    path.bindTooltip(() => tipOf(row, drawn.tell(row)), {
      sticky: true,
      className: styles.tip ?? '',
      direction: 'top',
    })
    path.on('click', () => drawn.onChoose(row.key))
  }
  const forgetNumbers = writeNumbers(map, drawn, shapes)
  const chosen = shapes.find(({ row }) => row.key === drawn.chosen)
  const frame = chosen && frameOf(chosen, renderer)?.addTo(map)
  return () => {
    forgetNumbers()
    frame?.remove()
    group.remove()
    renderer.remove()
  }
}

function shapeOf(
  row: MapRow,
  { layer, classes }: Drawn,
  borders: ReadonlyMap<string, L.LatLngTuple[][][]>,
  renderer: L.Renderer,
): Shape[] {
  if (row.value === null) return []
  const shade = shadeOf(classes, row.value)
  const look: L.PathOptions = {
    renderer,
    pane: 'figures',
    color: '#ffffff',
    weight: 1,
    fillColor: shades[shade]!,
    fillOpacity: shadeOpacity,
  }
  if (layer === 'hexagons') {
    const hexagon = parseHexagon(row.key)
    if (hexagon === null) return []
    const path = L.polygon(
      cornersOf(hexagon).map(({ lat, lon }): L.LatLngTuple => [lat, lon]),
      look,
    )
    return [{ row, path, middle: L.latLng(row.lat ?? 0, row.lon ?? 0), shade }]
  }
  const outline = borders.get(foldedName(row.name))
  if (outline) {
    const path = L.polygon(outline, { ...look, fillOpacity: 0.7 })
    return [{ row, path, middle: path.getBounds().getCenter(), shade }]
  }
  if (row.lat === null || row.lon === null) return []
  const middle = L.latLng(row.lat, row.lon)
  const circle = { color: '#44808f', weight: 0.8, fillOpacity: 0.92 }
  const path = L.circleMarker(middle, { ...look, ...circle, radius: radiusOf(row.count, layer) })
  return [{ row, path, middle, shade }]
}

function radiusOf(count: number, layer: MapLayer): number {
  return layer === 'points'
    ? Math.min(4 + Math.sqrt(count) * 1.6, 16)
    : Math.min(11 + Math.sqrt(count) * 1.2, 30)
}

/** Outlines of territories by their folded names. */
function bordersByName(base: readonly BaseFeature[]): Map<string, L.LatLngTuple[][][]> {
  const found = new Map<string, L.LatLngTuple[][][]>()
  for (const { properties, geometry } of base) {
    const { kind, name } = properties
    if (name === undefined || (kind !== 'boundary' && kind !== 'settlement')) continue
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const turned = polygons.map((rings) =>
      rings.map((ring) => ring.map(([lon, lat]): L.LatLngTuple => [lat, lon])),
    )
    found.set(foldedName(name), [...(found.get(foldedName(name)) ?? []), ...turned])
  }
  return found
}

/** Numbers beside the colour, wherever a place is large enough on the screen. */
function writeNumbers(map: L.Map, { layer, number }: Drawn, shapes: readonly Shape[]): () => void {
  const group = L.layerGroup().addTo(map)
  const settle = () => {
    group.clearLayers()
    const view = map.getBounds()
    const seen = shapes.filter(({ middle, path }) => view.contains(middle) && isRoomy(map, path, layer))
    for (const { row, path, middle, shade } of seen.toReversed().slice(0, mostNumbers)) {
      const label = document.createElement('span')
      label.textContent = number(row)
      label.style.color = inkOn[shade]!
      if (layer === 'settlements') label.append(nameUnder(row, path))
      const icon = L.divIcon({ html: label, className: styles.number ?? '', iconSize: [0, 0] })
      group.addLayer(L.marker(middle, { icon, interactive: false, keyboard: false, pane: 'numbers' }))
    }
  }
  settle()
  map.on('moveend', settle)
  return () => {
    map.off('moveend', settle)
    group.remove()
  }
}

/** A settlement's name below its circle or number. */
function nameUnder({ name }: MapRow, path: L.Path): HTMLElement {
  const below = document.createElement('span')
  below.className = styles.below ?? ''
  below.textContent = name
  below.style.top = `${path instanceof L.CircleMarker ? path.getRadius() + 10 : 16}px`
  return below
}

function isRoomy(map: L.Map, path: L.Path, layer: MapLayer): boolean {
  if (path instanceof L.CircleMarker) return layer === 'settlements' || path.getRadius() * 2 >= 22
  const bounds = (path as L.Polygon).getBounds()
  const west = map.latLngToContainerPoint(bounds.getSouthWest())
  const east = map.latLngToContainerPoint(bounds.getNorthEast())
  return east.x - west.x >= roomForNumber
}

function frameOf({ path }: Shape, renderer: L.Renderer): L.Path | null {
  const look = { renderer, pane: 'figures', color: '#1c2228', weight: 2.5, fill: false, interactive: false }
  if (path instanceof L.CircleMarker)
    return L.circleMarker(path.getLatLng(), { ...look, radius: path.getRadius() + 2 })
  return path instanceof L.Polygon ? L.polygon(path.getLatLngs() as L.LatLng[][], look) : null
}

/** What is told beside the pointer, as elements: names are never read as markup. */
function tipOf(row: MapRow, told: string): HTMLElement {
  const box = document.createElement('div')
  const value = document.createElement('strong')
  value.textContent = told
  box.append(row.name === '' ? '' : `${row.name}: `, value)
  return box
}
