import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { dashboardAnswer, measuresAnswer } from '../../src/insight/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  const texts = [
    'На улице Набережной огромная яма на дороге',
    'Холодные батареи, отопления нет',
    'Не вывозят мусор',
  ]
  for (let i = 0; i < 9; i += 1) {
    await head.register(`${texts[i % 3]} ${i}`, { channel: i % 2 ? 'phone' : 'vk' })
    running.clock.pass({ hours: 1 })
  }
})
after(() => running.close())

it('the dashboard comes in one answer of its shape, and every figure of it opens as many cases in the list', async () => {
  const { status, told } = await head.get('/dashboard?preset=week')
  assert.equal(status, 200, JSON.stringify(told))
  const { measures, flow, topicGroups, sectorBlocks, overdue } = dashboardAnswer.parse(told)
  assert.equal(measures.find(({ code }) => code === 'received')?.total.value, 9)
  const cells = flow.rows
    .flatMap((row) => [row, ...row.channels])
    .map(({ value, open }) => ({ count: value, open }))
  const figures = [
    ...measures.map(({ total }) => total),
    ...topicGroups,
    ...sectorBlocks,
    ...overdue,
    ...cells,
  ]
  for (const { count, open } of figures) {
    const list = await head.get(`/cases?${open}`)
    assert.equal(list.told.total, count, open)
  }
})

it('measures are laid out over HTTP by the address alone', async () => {
  const { told } = await head.get('/measures?measure=received&measure=open&by=channel&preset=today')
  const { measures } = measuresAnswer.parse(told)
  assert.deepEqual(
    measures.map(({ code }) => code),
    ['received', 'open'],
  )
  assert.deepEqual(
    measures[0]!.rows.map(({ key, name, value }) => [key, name, value]),
    [
      ['vk', 'ВКонтакте', 5],
      ['phone', 'телефон', 4],
    ],
  )
})

it('an unknown measure and a period that ends before it begins are answered with a sentence, not with figures', async () => {
  const unknown = await head.get('/measures?measure=happiness')
  assert.equal(unknown.status, 422)
  const reversed = await head.get('/dashboard?from=2026-11-20&to=2026-11-10')
  assert.equal(reversed.told.error.reason, 'ends-before-begin')
})

it('a role without the permission is refused the figures', async () => {
  const worker = await running.browser('roads')
  assert.equal((await worker.get('/dashboard')).status, 403)
})
