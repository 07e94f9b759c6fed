import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { entryId, record } from '../audit/index.ts'
import type { Centre } from '../charter/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { chooseMunicipality } from './choose-municipality.ts'
import type { BaseLayer } from './contract.ts'
import { boundsOf } from './feature.ts'
import { readGeoJson } from './read-geojson.ts'
import { deleteLayer, type LayerRow, listLayers, putLayer } from './store.ts'
import { thinned } from './thin.ts'

/** Largest file that is read, bytes. */
export const largestFile = 60 * 1024 * 1024
/** Most layers of a centre: each is sent whole to whoever opens the map. */
const mostLayers = 12
const longest = 200

/** A file for the base map, and what a person says of it. */
export interface GivenLayer {
  bytes: Uint8Array
  /** What the layer is called in the list; replaces the layer of that title. */
  title: string
  /** Which municipality to take of a file of many; else the charter's own. */
  municipality: string | null
  /** Whose data it is, where the file does not say. */
  attribution: string | null
}

/** A layer read, thinned and packed: ready to be put under the map. */
export interface PreparedLayer extends Omit<LayerRow, 'id' | 'added_by' | 'added_at'> {
  body: Buffer
  digest: string
}

const packed = promisify(gzip)

/** Reads a file and makes a layer of it. Takes a second or two for a large one, so it is done outside of transactions. */
export async function prepareLayer({ charter }: Centre, given: GivenLayer): Promise<PreparedLayer> {
  if (given.bytes.length > largestFile)
    refuse('too-large', 'map-too-large', 'Файл больше 60 МБ: оставьте в нём только свою территорию.')
  const map = readGeoJson(given.bytes)
  const attribution = (given.attribution?.trim() || map.attribution) ?? refuseUnknownOwner()
  const title = given.title.trim().slice(0, longest)
  if (title === '') refuse('invalid', 'no-title', 'Назовите слой: так он будет стоять в списке.')
  const { municipality, municipalityAliases, kind } = charter.centre
  const chosen = chooseMunicipality(map.features, {
    given: given.municipality?.trim() || null,
    own: [municipality, ...municipalityAliases],
    isRegion: kind === 'regional',
  })
  const features = thinned(chosen)
  const body = await packed(JSON.stringify({ type: 'FeatureCollection', features }))
  return {
    title,
    attribution: attribution.slice(0, longest),
    features: features.length,
    ...boundsOf(features),
    size: body.length,
    body,
    digest: createHash('sha256').update(body).digest('hex'),
  }
}

/** Puts a prepared layer under the map of a centre. */
export async function addLayer(desk: Desk, { size, ...prepared }: PreparedLayer): Promise<BaseLayer> {
  const { scope, centre, actor, now } = desk
  mustChange(desk)
  const layers = await listLayers(scope, centre.id)
  if (layers.length >= mostLayers && !layers.some(({ title }) => title === prepared.title))
    refuse('conflict', 'too-many-layers', `В подложке уже ${mostLayers} слоёв: уберите лишний и повторите.`)
  const row = { ...prepared, id: entryId(now), added_by: actor.name, added_at: now }
  await putLayer(scope, { ...row, centre_id: centre.id })
  await record(desk, { action: 'base-map-added', data: { layerId: row.id, features: row.features } })
  return layerOf({ ...row, size })
}

/** Removes a layer of the base map. */
export async function removeLayer(desk: Desk, id: string): Promise<void> {
  mustChange(desk)
  const removed = await deleteLayer(desk.scope, desk.centre.id, id)
  if (!removed) refuse('not-found', 'no-layer', 'Такого слоя уже нет: обновите список.')
  await record(desk, { action: 'base-map-removed', data: { layerId: id } })
}

/** Refuses whom the charter does not let change the base map. */
export function mustChange({ actor }: Desk): void {
  mustHave(actor, 'charter.apply', 'менять подложку карты')
}

function refuseUnknownOwner(): never {
  return refuse(
    'invalid',
    'no-attribution',
    'Укажите, чьи это данные: их лицензия просит писать это на карте, например «© участники OpenStreetMap, ODbL».',
  )
}

/** A layer as it is listed. */
export function layerOf(row: LayerRow): BaseLayer {
  const { id, title, attribution, features, south, west, north, east, size } = row
  const bounds = { south, west, north, east }
  const added = { addedBy: row.added_by, addedAt: row.added_at.toString() }
  return { id, title, attribution, features, bounds, size, ...added }
}
