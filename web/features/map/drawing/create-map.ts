import * as L from 'leaflet'
import 'leaflet/dist/leaflet.css'

/** What lies over what, from the ground up; numbers are Leaflet's z-indexes. */
const panes = { tiles: 200, base: 210, figures: 400, names: 450, numbers: 460, spots: 600 } as const
/** The whole world, until it is known where the centre is. */
const anywhere: L.LatLngTuple = [60, 60]

interface MapWords {
  zoomIn: string
  zoomOut: string
  /** Short words for metres and kilometres. */
  metres: string
  kilometres: string
}

/** Leaflet's scale says `km` whatever the language. */
class WordedScale extends L.Control.Scale {
  readonly words: MapWords
  constructor(options: L.Control.ScaleOptions, words: MapWords) {
    super(options)
    this.words = words
  }
  _updateScale(scale: HTMLElement, text: string, ratio: number): void {
    const [amount = '', unit] = text.split(' ')
    scale.style.width = `${Math.round((this.options.maxWidth ?? 100) * ratio)}px`
    scale.textContent = `${amount} ${unit === 'km' ? this.words.kilometres : this.words.metres}`
  }
}

/** True where the person asked for no motion. */
export const isCalm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Makes the map: everything is drawn on a canvas, so no machine needs a graphics card for it. */
export function createMap(frame: HTMLElement, words: MapWords): L.Map {
  const map = L.map(frame, {
    preferCanvas: true,
    // Whose data it is stands below the map as plain words.
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.5,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 90,
    maxZoom: 19,
    minZoom: 3,
    zoomAnimation: !isCalm(),
    fadeAnimation: false,
    markerZoomAnimation: !isCalm(),
    inertia: !isCalm(),
  })
  map.setView(anywhere, 4)
  L.control.zoom({ position: 'topright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  new WordedScale({ imperial: false, position: 'bottomright' }, words).addTo(map)
  for (const [name, zIndex] of Object.entries(panes)) {
    const pane = map.createPane(name)
    pane.style.zIndex = String(zIndex)
    if (name === 'base' || name === 'names' || name === 'numbers') pane.style.pointerEvents = 'none'
  }
  return map
}

/** The box around weighted points without their outermost `share` on each side; null where there are none. */
export function boundsOfMost(
  points: readonly { lat: number; lon: number; weight: number }[],
  share: number,
): L.LatLngBounds | null {
  if (points.length === 0) return null
  const between = (coordinate: 'lat' | 'lon'): [number, number] => {
    const sorted = points.toSorted((one, other) => one[coordinate] - other[coordinate])
    const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
    const at = (part: number) => {
      let passed = 0
      return (sorted.find(({ weight }) => (passed += weight) >= part * whole) ?? sorted.at(-1)!)[coordinate]
    }
    return [at(share), at(1 - share)]
  }
  const [south, north] = between('lat')
  const [west, east] = between('lon')
  return L.latLngBounds([south, west], [north, east])
}
