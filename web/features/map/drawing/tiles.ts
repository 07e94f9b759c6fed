import * as L from 'leaflet'
import { readTilesFile } from '../../../../src/basemap/contract.ts'
import { addressOf } from '../../../api.ts'

/** A layer of tiles with whose data it is, in plain words. */
export interface Tiles {
  layer: L.GridLayer
  attribution: string
}

/** Raster tiles of an outside address. */
export function outsideTiles({ url, attribution }: { url: string; attribution: string }): Tiles {
  // Hosts of tiles ask to be told which site uses them; the address within it is kept from them.
  return { layer: L.tileLayer(url, { pane: 'tiles', maxZoom: 19, referrerPolicy: 'origin' }), attribution }
}

/** The installation's own file of tiles: of pictures, or of shapes that are drawn here. */
export async function tilesOfFile(centre: string): Promise<Tiles> {
  const { PMTiles, TileType, leafletRasterLayer } = await import('pmtiles')
  const url = addressOf(readTilesFile, { centre })
  const file = new PMTiles(url)
  const { tileType, maxZoom } = await file.getHeader()
  const metadata = (await file.getMetadata()) as { attribution?: unknown }
  const attribution = plain(metadata.attribution)
  // Both libraries look for Leaflet in the window.
  Object.assign(window, { L })
  if (tileType !== TileType.Mvt) {
    const layer = leafletRasterLayer(file, { pane: 'tiles', maxNativeZoom: maxZoom, maxZoom: 19 })
    return { layer: layer as L.GridLayer, attribution }
  }
  const { leafletLayer } = await import('protomaps-leaflet')
  const options = { url, flavor: 'light', lang: 'ru', pane: 'tiles', attribution: '', maxDataZoom: maxZoom }
  return { layer: leafletLayer(options) as unknown as L.GridLayer, attribution }
}

/** Words of a file's attribution, which is often written as HTML. */
function plain(given: unknown): string {
  if (typeof given !== 'string') return ''
  return new DOMParser().parseFromString(given, 'text/html').body.textContent.trim()
}
