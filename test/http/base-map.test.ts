import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { baseMap } from '../../src/basemap/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

const tiles = { url: 'https://tiles.example.org:8443/{z}/{x}/{y}.png', attribution: '© Чужие тайлы' }
let running: RunningApp
let admin: Browser
let specialist: Browser

before(async () => {
  running = await runningApp({ tiles })
  admin = await running.browser('admin')
  specialist = await running.browser('specialist')
})
after(() => running.close())

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const ring = [
  [58.3, 64.2],
  [58.8, 64.2],
  [58.8, 64.4],
  [58.3, 64.4],
  [58.3, 64.2],
]
const district = (name: string) => ({
  type: 'Feature',
  properties: { district: name, secret: 'чужое' },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const region = bytes({
  type: 'FeatureCollection',
  features: [district('Светлобережский муниципальный округ'), district('Соседний район')],
})
const osm = { attribution: '© участники OpenStreetMap, ODbL' }

it('an administrator puts borders of a region under the map: the own municipality is taken, with whose data it is', async () => {
  const { status, told } = await admin.upload('/base-map/layers', 'region.geojson', region, osm)
  assert.equal(status, 200, JSON.stringify(told))
  assert.deepEqual([told.title, told.features, told.attribution], ['region', 1, osm.attribution])
  assert.deepEqual(told.bounds, { south: 64.2, west: 58.3, north: 64.4, east: 58.8 })
  const { layers } = baseMap.parse((await specialist.get('/base-map')).told)
  assert.deepEqual(
    layers.map(({ id }) => id),
    [told.id],
  )
  const layer = await specialist.get(`/base-map/layers/${told.id}`)
  assert.deepEqual(
    JSON.parse(layer.told).features.map((one: { properties: object }) => one.properties),
    [{ kind: 'boundary', name: 'Светлобережский муниципальный округ' }],
  )
  const journal = await admin.get('/journal?action=base-map-added')
  assert.equal(journal.status, 200)
})

it('a browser that has a layer is not sent it again, and one that cannot unpack gets it plain', async () => {
  const { layers } = baseMap.parse((await specialist.get('/base-map')).told)
  const path = `/api/centres/example/base-map/layers/${layers[0]!.id}`
  const first = await specialist.send('GET', path)
  const etag = first.headers.get('etag')!
  assert.equal(first.headers.get('content-encoding'), 'gzip')
  assert.equal((await specialist.send('GET', path, undefined, { 'if-none-match': etag })).status, 304)
  const plain = await specialist.send('GET', path, undefined, { 'accept-encoding': 'identity' })
  assert.equal(plain.headers.get('content-encoding'), null)
  assert.equal(plain.told, first.told)
})

it('a layer of the same title takes the place of the former, and may be removed', async () => {
  const again = await admin.upload('/base-map/layers', 'region.geojson', region, {
    ...osm,
    municipality: 'Соседний',
  })
  assert.equal(again.status, 200, JSON.stringify(again.told))
  const listed = baseMap.parse((await specialist.get('/base-map')).told)
  assert.deepEqual(
    listed.layers.map(({ id }) => id),
    [again.told.id],
  )
  const path = `/api/centres/example/base-map/layers/${again.told.id}`
  assert.equal((await specialist.send('DELETE', path)).status, 403)
  assert.equal((await admin.send('DELETE', path)).status, 200)
  assert.equal((await admin.send('DELETE', path)).status, 404)
  assert.deepEqual(baseMap.parse((await specialist.get('/base-map')).told).layers, [])
})

it('what cannot be put under the map is refused with a sentence, and nothing changes', async () => {
  const refused = async (file: Uint8Array, fields: Record<string, string>, browser = admin) => {
    const { status, told } = await browser.upload('/base-map/layers', 'map.json', file, fields)
    assert.match(told.error.message, /^[А-Я«].*[.]$/)
    return [status, told.error.reason]
  }
  assert.deepEqual(await refused(region, {}), [422, 'no-attribution'])
  assert.deepEqual(await refused(region, { ...osm, municipality: 'Дальний' }), [404, 'no-municipality'])
  assert.deepEqual(await refused(bytes('таблица'), osm), [422, 'not-geojson'])
  assert.deepEqual(await refused(region, osm, specialist), [403, 'no-permission'])
  assert.deepEqual(baseMap.parse((await specialist.get('/base-map')).told).layers, [])
})

it('a centre does not see the layers of another', async () => {
  await running.centre('second')
  const there = await running.browser('admin', 'second')
  const { told } = await there.upload('/base-map/layers', 'map.json', region, osm)
  assert.deepEqual(baseMap.parse((await admin.get('/base-map')).told).layers, [])
  assert.equal((await admin.get(`/base-map/layers/${told.id}`)).status, 404)
})

it('a file of tiles is given to the signed-in in parts: never whole, never too much at once', async () => {
  const path = '/api/centres/example/base-map/tiles.pmtiles'
  const ask = (range?: string, browser = specialist) =>
    browser.send('GET', path, undefined, range === undefined ? {} : { range })
  assert.equal((await ask('bytes=0-9')).told.error.reason, 'no-tiles')
  const folder = join(running.home, 'maps')
  mkdirSync(folder)
  writeFileSync(join(folder, 'map.pmtiles'), 'for every centre')
  writeFileSync(join(folder, 'example.pmtiles'), 'PMTiles: the own one')
  assert.equal(baseMap.parse((await specialist.get('/base-map')).told).tilesFile, true)
  const part = await ask('bytes=9-15')
  assert.deepEqual([part.status, part.told], [206, 'the own'])
  assert.equal(part.headers.get('content-range'), 'bytes 9-15/20')
  assert.equal((await ask('bytes=16-999')).headers.get('content-range'), 'bytes 16-19/20')
  assert.equal((await ask()).told.error.reason, 'no-range')
  assert.equal((await ask('bytes=0-5,7-9')).told.error.reason, 'no-range')
  assert.equal((await ask('bytes=20-30')).told.error.reason, 'range-beyond')
  rmSync(join(folder, 'example.pmtiles'))
  assert.equal((await ask('bytes=0-2')).told, 'for')
  writeFileSync(join(folder, 'map.pmtiles'), Buffer.alloc(9 * 1024 * 1024))
  assert.equal((await ask(`bytes=0-${8 * 1024 * 1024}`)).status, 413)
  const stranger = await running.browser()
  assert.equal((await ask('bytes=0-2', stranger)).status, 401)
  const other = await running.browser('head', 'second')
  assert.equal((await ask('bytes=0-2', other)).status, 403)
})

it('pages may load pictures from the host of the tiles in the settings, and from no other', async () => {
  assert.deepEqual(baseMap.parse((await specialist.get('/base-map')).told).tiles, tiles)
  const { headers } = await specialist.send('GET', '/app/')
  const pictures = /img-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]
  assert.equal(pictures, "'self' data: blob: https://tiles.example.org:8443")
})
