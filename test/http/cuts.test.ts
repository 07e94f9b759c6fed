import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  for (let i = 0; i < 4; i += 1)
    await head.register(`На улице Набережной огромная яма на дороге ${i}`, {
      channel: i % 2 ? 'phone' : 'vk',
    })
})
after(() => running.close())

it('a table stands kept for its maker, or for everybody where the role prepares reports [O-007]', async () => {
  const analyst = await running.browser('analyst')
  const curator = await running.browser('curator')
  const query = 'rows=topic&columns=organisation&measure=received&channel=vk'
  const own = await analyst.post('/cuts', { name: 'Моя', query })
  const shared = await analyst.post('/cuts', { name: 'Общая', query, shared: true })
  assert.deepEqual([own.status, shared.status], [200, 200])
  const names = async (one: Browser) =>
    (await one.get('/cuts')).told.cuts.map(({ name }: { name: string }) => name)
  assert.deepEqual(await names(analyst), ['Моя', 'Общая'])
  assert.deepEqual(await names(curator), ['Общая'])
  assert.equal((await curator.get(`/cross-table?${query}`)).told.columns.by, 'organisation')
  assert.equal((await curator.post('/cuts', { name: 'И моя', query, shared: true })).status, 403)
  const path = `/api/centres/example/cuts/${shared.told.id}`
  assert.equal((await curator.send('DELETE', path)).status, 403)
  assert.equal((await curator.send('DELETE', `/api/centres/example/cuts/${own.told.id}`)).status, 404)
  assert.equal((await analyst.send('DELETE', path)).status, 200)
  assert.deepEqual(await names(curator), [])
})

it('who may not export gets no file, and an export stands in the journal', async () => {
  const specialist = await running.browser('roads')
  assert.equal((await specialist.bytes('/cross-table/export.csv?rows=topic')).status, 403)
  const csv = await head.bytes(`/cross-table/export.csv?rows=channel&measure=received&measure=in-time`)
  const text = new TextDecoder().decode(csv.bytes)
  assert.match(text, /По каналам;Поступило;"?Ответ дан в срок, %/)
  // The file may reach the browser a moment before the transaction that wrote the entry ends.
  const read = async () => (await head.get('/journal?action=figures-exported')).told.entries
  let entries = await read()
  for (let tries = 0; entries.length === 0 && tries < 50; tries++) {
    await setTimeout(100)
    entries = await read()
  }
  assert.equal(entries[0].data.table, 'cross-table')
})

it('a table that would say the same twice, or fill too many cells, is refused with a sentence', async () => {
  const same = await head.get('/cross-table?rows=topic&columns=topic')
  assert.equal(same.told.error.reason, 'same-dimension')
  const times = await head.get('/cross-table?rows=day&columns=week')
  assert.equal(times.told.error.reason, 'two-times')
  const none = await head.get('/cross-table?rows=day&measure=overdue')
  assert.equal(none.told.error.reason, 'no-such-layout')
})
