import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { mapAnswer, spotsAnswer } from '../../src/insight/contract-map-routes.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser

/** A house of the invented town in its main street. */
const place = (house: string) => ({
  settlement: 'svetloberezhsk',
  street: 'Набережная',
  house,
  lat: 64.31057,
  lon: 58.49,
})
const pit = { topicGroup: '04', topic: '04.01' }

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  running.clock.set(Temporal.Instant.from('2026-11-16T09:00:00+03:00'))
  for (const house of ['2', '3', '4', '6', '6']) {
    const text = `На улице Набережной у дома ${house} огромная яма на дороге`
    await head.register(text, { ...pit, place: { ...place(house), lat: 64.31057 + Number(house) / 1e5 } })
    running.clock.pass({ hours: 1 })
  }
  await head.register('На Заводской яма', {
    ...pit,
    place: { ...place('1'), street: 'Заводская', lat: 64.33 },
  })
  await head.register('Когда откроют каток?', { topicGroup: '18', topic: '18.01' })
})
after(() => running.close())

const spotsOf = async (query: string) => {
  const { status, told } = await head.get(`/hot-spots?${query}`)
  assert.equal(status, 200, JSON.stringify(told))
  return spotsAnswer.parse(told)
}

it('five records of one theme on one street form one hot spot with count 5, which opens them; a filter by period removes it', async () => {
  const { spots, found } = await spotsOf('from=2026-11-16&to=2026-11-20')
  assert.equal(found, 1)
  const [spot] = spots
  assert.deepEqual([spot!.count, spot!.topic.code, spot!.street], [5, '04.01', 'Набережная'])
  assert.ok(Math.abs(spot!.lat! - 64.31061) < 1e-4 && Math.abs(spot!.lon! - 58.49) < 1e-9)
  const list = await head.get(`/cases?${spot!.open}`)
  assert.equal(list.told.total, 5)
  assert.ok(list.told.items.every(({ street }: { street: string }) => street === 'Набережная'))
  assert.equal((await spotsOf('from=2026-11-09&to=2026-11-13')).found, 0)
  assert.equal((await spotsOf('from=2026-11-16&to=2026-11-20&settlement=kedroskat')).found, 0)
})

it('the map comes in its shape for every layer, and every place of it opens as many cases in the list as it counts', async () => {
  for (const layer of ['hexagons', 'settlements', 'points']) {
    const { told } = await head.get(`/map?layer=${layer}&preset=week&width=150`)
    const { rows, measure, unplaced } = mapAnswer.parse(told)
    assert.equal(measure.total.value, 7)
    assert.equal(rows.reduce((sum, { count }) => sum + count, 0) + unplaced.count, 7, layer)
    for (const { count, open } of [...rows, unplaced])
      assert.equal((await head.get(`/cases?${open}`)).told.total, count, `${layer}: ${open}`)
  }
})

it('a width, a layer and a box that the map does not know are refused with a sentence', async () => {
  for (const query of ['width=7', 'layer=cubes', 'box=1,2,3', 'measure=happiness']) {
    const { status, told } = await head.get(`/map?${query}`)
    assert.equal(status, 422, query)
    assert.match(told.error.message, /^Проверьте поле/)
  }
})

it('a role that may not see figures sees neither the map nor hot spots', async () => {
  const worker = await running.browser('roads')
  assert.equal((await worker.get('/map')).status, 403)
  assert.equal((await worker.get('/hot-spots')).status, 403)
})
