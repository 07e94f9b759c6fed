import * as L from 'leaflet'
import type { HotSpot } from '../../../../src/insight/contract.ts'
import styles from './drawing.module.css'

/** Most hot spots marked on the map; the list beside it holds them all. */
const mostMarked = 15

/** Marks hot spots with their place in the list; gives what takes the marks away again. */
export function drawSpots(
  map: L.Map,
  spots: readonly HotSpot[],
  { chosen, onChoose }: { chosen: string | null; onChoose: (key: string) => void },
): () => void {
  const marked = spots.flatMap((spot, at) =>
    spot.lat === null || spot.lon === null || (at >= mostMarked && spot.key !== chosen)
      ? []
      : [markOf(spot, L.latLng(spot.lat, spot.lon), at + 1, spot.key === chosen)],
  )
  for (const { mark, key } of marked) mark.on('click', () => onChoose(key))
  const group = L.layerGroup(marked.map(({ mark }) => mark)).addTo(map)
  return () => void group.remove()
}

function markOf({ key }: HotSpot, at: L.LatLng, rank: number, isChosen: boolean) {
  const label = document.createElement('span')
  label.textContent = String(rank)
  const className = `${styles.spot} ${isChosen ? styles.chosen : ''}`
  const icon = L.divIcon({ html: label, className, iconSize: [0, 0] })
  // The list holds every spot for the keyboard; a tab stop per mark would be a second, poorer one.
  const mark = L.marker(at, { icon, keyboard: false, pane: 'spots', zIndexOffset: -rank * 10 })
  return { mark, key }
}
