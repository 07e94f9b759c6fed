import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testVault } from '../../test/small-centre.ts'
import { loadCentre } from '../charter/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { charterApply } from './charter-apply.ts'
import type { Call, Command } from './command.ts'
import { mapImport } from './map-import.ts'

let database: TestDatabase
let folder: string

const root = join(import.meta.dirname, '../..')
const ring = [
  [74.3, 62.2],
  [74.6, 62.2],
  [74.6, 62.3],
  [74.3, 62.2],
]
const district = (name: string) => ({
  type: 'Feature',
  properties: { district: name },
  geometry: { type: 'Polygon', coordinates: [ring] },
})

function run(command: Command, positionals: string[], values: Call['values']) {
  const call = {
    positionals,
    values,
    progress: () => {},
    path: (given: string) => resolve(folder, given),
    open: async () => ({ db: database.db, vault: testVault }),
  }
  return command.run(call as unknown as Call)
}

async function layersOf(slug: string) {
  const { id } = await loadCentre(database.db, slug)
  return inCentre(database.db, id, (scope) =>
    scope
      .selectFrom('base_map_layers')
      .select(['title', 'attribution', 'features', 'added_by'])
      .where('centre_id', '=', id)
      .execute(),
  )
}

before(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'otklik-map-'))
  await run(charterApply, [join(root, 'charters/kogalym')], {})
  const features = [district('Сургутский район'), district('Когалым')]
  writeFileSync(join(folder, 'hmao.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

const osm = { attribution: '© участники OpenStreetMap, ODbL' }

test('of a region’s file the borders of the centre are kept, under the file’s name and with whose data they are', async () => {
  const { json, lines } = await run(mapImport, ['hmao.geojson'], { centre: 'kogalym', ...osm })
  assert.equal((json as { features: number }).features, 1)
  assert.match(
    lines[0]!,
    /^kogalym: слой «hmao», объектов 1, 1 КБ\. На карте: © участники OpenStreetMap, ODbL\.$/,
  )
  const [layer, ...more] = await layersOf('kogalym')
  assert.deepEqual(
    [layer?.title, layer?.attribution, layer?.features, more],
    ['hmao', osm.attribution, 1, []],
  )
  assert.match(layer!.added_by, /^командная строка/)
})

test('the command says what it needs: a file, a centre, whose data it is, a territory that the file has', async () => {
  const given = (positionals: string[], values: Call['values']) => run(mapImport, positionals, values)
  await assert.rejects(given([], { centre: 'kogalym' }), /Укажите файл/)
  await assert.rejects(given(['hmao.geojson'], {}), /Укажите центр/)
  await assert.rejects(given(['none.geojson'], { centre: 'kogalym' }), /none\.geojson нет/)
  await assert.rejects(given(['hmao.geojson'], { centre: 'kogalym' }), /чьи это данные/)
  const asked = { centre: 'kogalym', ...osm, municipality: 'Мегион' }
  await assert.rejects(given(['hmao.geojson'], asked), /нет территории «Мегион».*Когалым, Сургутский район/)
})

test('a charter whose folder holds a map lays it under its centre; applied again it does not lie there twice', async () => {
  for (const isNew of [true, false]) {
    const { lines } = await run(charterApply, [join(root, 'charters/example')], {})
    assert.equal(
      lines.some((line) => line.includes('карта из папки устава')),
      isNew,
    )
    const layers = await layersOf('example')
    assert.deepEqual(
      layers.map(({ attribution }) => attribution),
      ['Вымышленная местность'],
    )
  }
  assert.deepEqual(
    (await layersOf('kogalym')).map(({ title }) => title),
    ['hmao'],
  )
})
