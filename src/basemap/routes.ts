import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Centre } from '../charter/index.ts'
import { atDesk, type Desk, mustBeSignedIn, type ServeAtDesk } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { AnyRoute } from '../platform/http/route.ts'
import type { Call, Serve } from '../platform/http/serve.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import { addLayer, type GivenLayer, layerOf, mustChange, prepareLayer, removeLayer } from './add-layer.ts'
import * as routes from './contract.ts'
import { findBody, findDigest, listLayers } from './store.ts'
import { findTilesFile, readTilesPart } from './tiles-file.ts'

/** Tiles of an outside address, as the settings name them. */
export interface OutsideTiles {
  url: string
  attribution: string
}

/** What an upload stands on between its two transactions. */
interface BaseMapContext {
  db: Database
  vault: Vault
  clock: Clock
  loadCentre: (slugOrId: string | number) => Promise<Centre>
}

const unpacked = promisify(gunzip)

/** Serves the base map to everybody of the centre; who may apply its charter may change it. */
export function baseMapRoutes(
  serve: Serve,
  serveAtDesk: ServeAtDesk,
  { home, tiles, ...context }: BaseMapContext & { home: string; tiles: OutsideTiles | null },
): void {
  serveAtDesk(routes.readBaseMap, async ({ scope, centre }) => ({
    tiles,
    tilesFile: (await findTilesFile(home, centre.slug)) !== null,
    layers: (await listLayers(scope, centre.id)).map(layerOf),
  }))
  serveAtDesk(routes.readBaseLayer, async ({ scope, centre }, { params, request, reply }) => {
    const known = await findDigest(scope, centre.id, params.id)
    if (!known) refuse('not-found', 'no-layer', 'Такого слоя подложки нет: обновите страницу.')
    const etag = `"${known.digest}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const { body } = (await findBody(scope, centre.id, params.id))!
    reply.type('application/geo+json; charset=utf-8')
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(await unpacked(body))
    return reply.header('content-encoding', 'gzip').send(body)
  })
  // The file is received and read between two transactions: a slow upload holds no connection.
  serve(routes.addBaseLayer, async (call) => {
    const signedIn = mustBeSignedIn(call.request)
    const { db, vault, clock, loadCentre } = context
    const desk = <T>(work: (desk: Desk) => Promise<T>) =>
      atDesk(db, { centreSlug: call.params.centre, signedIn, now: clock(), vault, loadCentre }, work)
    const centre = await desk(async (one) => {
      mustChange(one)
      return one.centre
    })
    const prepared = await prepareLayer(centre, await receiveLayer(call))
    return desk((one) => addLayer(one, prepared))
  })
  serveAtDesk(routes.removeBaseLayer, async (desk, { params }) => {
    await removeLayer(desk, params.id)
    return { ok: true as const }
  })
  // No desk: a map asks for dozens of tiles at once, and none needs the database.
  serve(routes.readTilesFile, async ({ params, request, reply }) => {
    if (!mustBeSignedIn(request).places.some(({ slug }) => slug === params.centre))
      refuse('forbidden', 'no-place', 'У вас нет места в этом центре: выберите свой.')
    const path = await findTilesFile(home, params.centre)
    if (path === null) return refuse('not-found', 'no-tiles', 'Файла тайлов у этой установки нет.')
    const part = await readTilesPart(path, request.headers.range)
    return reply
      .code(206)
      .header('cache-control', 'private, max-age=3600')
      .header('etag', part.etag)
      .header('accept-ranges', 'bytes')
      .header('content-range', `bytes ${part.from}-${part.to}/${part.whole}`)
      .type('application/vnd.pmtiles')
      .send(part.bytes)
  })
}

async function receiveLayer<R extends AnyRoute>({ request }: Call<R>): Promise<GivenLayer> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (!part) return refuse('invalid', 'no-file', 'Выберите файл GeoJSON.')
  const text = (name: string) => {
    const field = part.fields[name]
    return field && 'value' in field && typeof field.value === 'string' ? field.value : null
  }
  const bytes = await part.toBuffer()
  const name = (part.filename || 'Подложка').replace(/\.(geo)?json$/i, '')
  return {
    bytes,
    title: text('title')?.trim() || name,
    municipality: text('municipality'),
    attribution: text('attribution'),
  }
}
