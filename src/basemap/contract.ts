import * as z from 'zod'
import { centreParams, defineRoute, done } from '../platform/http/route.ts'

const moment = z.iso.datetime({ offset: true })
/** Degrees. */
export const mapBounds = z.strictObject({
  south: z.number(),
  west: z.number(),
  north: z.number(),
  east: z.number(),
})

/** A layer of the base map as it is listed; `readBaseLayer` gives its features. */
export const baseLayer = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  /** Whose data it is: stands on the map, as licences ask. */
  attribution: z.string(),
  features: z.int(),
  bounds: mapBounds,
  /** Bytes as they are sent, packed. */
  size: z.int(),
  addedBy: z.string(),
  addedAt: moment,
})
export type BaseLayer = z.infer<typeof baseLayer>

/** What the map of a centre is drawn on, from the bottom: tiles of an outside address, a file of tiles, the centre's layers. */
export const baseMap = z.strictObject({
  tiles: z.strictObject({ url: z.string(), attribution: z.string() }).nullable(),
  /** True where the installation has a file of tiles for this centre. */
  tilesFile: z.boolean(),
  layers: z.array(baseLayer),
})
export type BaseMap = z.infer<typeof baseMap>

const base = '/api/centres/:centre/base-map'
const layerParams = centreParams.extend({ id: z.uuid() })

export const readBaseMap = defineRoute({
  method: 'GET',
  path: base,
  summary: 'Подложка карты: слои центра, файл тайлов, адрес тайлов',
  params: centreParams,
  response: baseMap,
})

/** Answers with GeoJSON; knows `If-None-Match`. */
export const readBaseLayer = defineRoute({
  method: 'GET',
  path: `${base}/layers/:id`,
  summary: 'Слой подложки: GeoJSON',
  params: layerParams,
  response: z.unknown(),
})

/** Answers with the bytes of a range of the PMTiles file; without a range it refuses. */
export const readTilesFile = defineRoute({
  method: 'GET',
  path: `${base}/tiles.pmtiles`,
  summary: 'Часть файла тайлов (PMTiles) по заголовку Range',
  params: centreParams,
  response: z.unknown(),
})

/**
 * Multipart form with one field `file` (GeoJSON); before it may stand `title`, `municipality` and `attribution`. A layer of the
 * same title is replaced.
 */
export const addBaseLayer = defineRoute({
  method: 'POST',
  path: `${base}/layers`,
  summary: 'Добавить слой подложки из GeoJSON',
  params: centreParams,
  response: baseLayer,
})

export const removeBaseLayer = defineRoute({
  method: 'DELETE',
  path: `${base}/layers/:id`,
  summary: 'Убрать слой подложки',
  params: layerParams,
  response: done,
})
