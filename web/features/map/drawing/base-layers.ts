import * as L from 'leaflet'
import type { BaseFeature, FeatureKind } from '../../../../src/basemap/feature.ts'
import { inOrder, shownFrom, styles } from './base-style.ts'
import { drawNames } from './names.ts'

/**
 * Draws the centre's own layers under the figures, only the borders where tiles lie below; without `withPlaces` the names of
 * settlements are left to the figures. Gives what takes them away again.
 */
export function drawBaseLayers(
  map: L.Map,
  features: readonly BaseFeature[],
  { overTiles, withPlaces }: { overTiles: boolean; withPlaces: boolean },
): () => void {
  const renderer = L.canvas({ pane: 'base', padding: 0.2 })
  const groups = inOrder.flatMap((kind) => {
    const given = features.filter(({ properties }) => properties.kind === kind)
    if (given.length === 0 || (overTiles && kind !== 'boundary')) return []
    return [{ kind, layer: groupOf(kind, given, renderer, overTiles) }]
  })
  const settle = () => {
    for (const { kind, layer } of groups) {
      const isShown = map.getZoom() >= shownFrom[kind]
      if (isShown && !map.hasLayer(layer)) layer.addTo(map)
      else if (!isShown && map.hasLayer(layer)) layer.remove()
    }
    // Layers that came back would lie over those that stayed.
    for (const { layer } of groups) if (map.hasLayer(layer)) layer.bringToFront()
  }
  settle()
  map.on('zoomend', settle)
  const forgetNames = overTiles
    ? () => {}
    : drawNames(
        map,
        withPlaces ? features : features.filter(({ properties }) => properties.kind !== 'settlement'),
      )
  return () => {
    forgetNames()
    map.off('zoomend', settle)
    for (const { layer } of groups) layer.remove()
    renderer.remove()
  }
}

function groupOf(
  kind: (typeof inOrder)[number],
  features: readonly BaseFeature[],
  renderer: L.Renderer,
  overTiles: boolean,
): L.FeatureGroup {
  const options = {
    ...styles[kind],
    ...(overTiles ? { fill: false } : {}),
    renderer,
    pane: 'base',
    interactive: false,
  }
  return L.featureGroup(features.flatMap(({ geometry }) => pathOf(geometry, kind, options)))
}

type Flat = readonly (readonly [number, number])[]
const turned = (line: Flat): L.LatLngTuple[] => line.map(([lon, lat]) => [lat, lon])

function pathOf(geometry: BaseFeature['geometry'], kind: FeatureKind, options: L.PathOptions): L.Path[] {
  switch (geometry.type) {
    case 'Point':
      return []
    case 'LineString':
      return [L.polyline(turned(geometry.coordinates), { ...options, fill: false, smoothFactor: 1.2 })]
    case 'Polygon':
      return [
        L.polygon(geometry.coordinates.map(turned), { ...options, smoothFactor: kind === 'house' ? 0 : 1.2 }),
      ]
    case 'MultiPolygon':
      return [
        L.polygon(
          geometry.coordinates.map((rings) => rings.map(turned)),
          options,
        ),
      ]
  }
}
