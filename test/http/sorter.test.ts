import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, it } from 'node:test'
import { loadCentre } from '../../src/charter/index.ts'
import { caseSorting } from '../../src/intake/index.ts'
import { openDatabase } from '../../src/platform/db/connect.ts'
import { sorterState, type SorterState } from '../../src/sorter/contract.ts'
import { withLiveModel } from '../../src/sorter/index.ts'
import type { Browser } from '../browser.ts'
import { labelledHistory, saidOf } from '../labelled-history.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser
const spring = Temporal.Instant.from('2026-10-01T06:00:00Z')
const waste = saidOf('06', 4002)

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
})
after(() => running.close())

const state = async (): Promise<SorterState> => {
  const { status, told } = await head.get('/sorter')
  assert.equal(status, 200, JSON.stringify(told))
  return sorterState.parse(told)
}

async function trained(): Promise<SorterState> {
  for (let tries = 0; tries < 300; tries += 1) {
    const now = await state()
    if (now.training?.state !== 'waiting' && now.training?.state !== 'running') return now
    await pause(100)
  }
  return assert.fail('the training does not end')
}

it('a new centre is sorted by keywords; asking to learn from too little is refused with both numbers', async () => {
  const { live, candidate, models, training, rules, history } = await state()
  assert.deepEqual([live, candidate, models, training, history.labelled], [null, null, [], null, 0])
  assert.deepEqual([rules.leastCases, rules.precision, rules.goesLiveAlone], [300, 0.95, false])
  const { status, told } = await head.post('/sorter/trainings')
  assert.deepEqual([status, told.error.reason], [409, 'too-few-cases'])
  assert.match(told.error.message, /не меньше 300 дел с темой от людей, есть 0/)
})

it('learning, going live and going back over HTTP: new cases and rows of exports follow at once, in every process', async () => {
  const centre = await loadCentre(running.database.db, 'example')
  const place = { db: running.database.db, centre, vault: running.vault }
  await labelledHistory(place, { count: 320, since: spring })
  assert.equal((await head.post('/sorter/trainings')).status, 200)
  const learned = await trained()
  assert.equal(learned.training?.state, 'done', learned.training?.why ?? '')
  const { id } = learned.candidate!
  assert.equal((await head.card((await head.register(waste)).id)).proposal?.sorter, 'catalogue')

  assert.equal((await head.post(`/sorter/models/${id}/live`)).status, 200)
  const card = await head.card((await head.register(waste)).id)
  assert.deepEqual(
    [card.proposal?.sorter, card.proposal?.decided, card.topicGroup?.code, card.topic?.code],
    ['model', true, '06', '06.01'],
  )
  const [best] = card.proposal!.data.topics
  assert.ok(best!.probability! > 0.5 && best!.words.length > 0)

  const header = 'ID;Дата создания;Текст инцидента;Муниципалитет'
  const row = `77;02.11.2026 10:15;${saidOf('02', 4001)};Светлобережский округ`
  const { told: uploaded } = await head.upload('/imports', 'выгрузка.csv', Buffer.from(`${header}\r\n${row}`))
  const [previewed] = uploaded.preview
  assert.deepEqual([previewed.kind, previewed.topicGroup?.code], ['case', '02'], JSON.stringify(previewed))

  const other = openDatabase(running.database.url, { max: 2 })
  const seen = await withLiveModel(other.db, await loadCentre(other.db, 'example'))
  assert.equal(caseSorting.sort(seen, waste, { channel: 'phone' }).sorter, 'model')
  assert.equal((await head.post('/sorter/back', { to: 'keywords' })).status, 200)
  const next = await withLiveModel(other.db, await loadCentre(other.db, 'example'))
  assert.equal(caseSorting.sort(next, waste, { channel: 'phone' }).sorter, 'catalogue')
  await other.close()
  assert.equal((await head.card((await head.register(waste)).id)).proposal?.sorter, 'catalogue')

  assert.equal((await head.post('/sorter/back', { to: 'former' })).status, 200)
  assert.equal((await state()).live?.id, id)
  const { entries } = (await head.get('/journal')).told
  const told = entries
    .filter(({ action }: { action: string }) => action.startsWith('sorter-'))
    .map(({ action, actor }: { action: string; actor: string }) => [action, actor])
  const who = 'Вера Светлобережская'
  assert.deepEqual(told, [
    ['sorter-returned', who],
    ['sorter-returned', who],
    ['sorter-live', who],
    ['sorter-learned', 'сортировка'],
    ['sorter-training-asked', who],
  ])
})

it('each group of the figures opens its cases of the days held back', async () => {
  const { groups, heldBack } = (await state()).live!.figures
  assert.equal(
    groups.reduce((sum, { rows }) => sum + rows, 0),
    heldBack.rows,
  )
  for (const { open, rows, group } of groups) {
    const { told } = await head.get(`/cases?${open}`)
    assert.ok(told.total >= rows, `${group}: ${told.total} of ${rows}`)
    assert.ok(told.items.every((one: { topicGroup: { code: string } }) => one.topicGroup.code === group))
  }
})

it('who reads figures sees sorting and changes nothing; without that right it stays closed; refusals are logged', async () => {
  const specialist = await running.browser('specialist')
  assert.equal((await specialist.get('/sorter')).status, 200)
  const { id } = (await state()).live!
  for (const [path, body] of [
    ['/sorter/trainings', undefined],
    [`/sorter/models/${id}/live`, undefined],
    ['/sorter/back', { to: 'keywords' }],
  ] as const) {
    const { status, told } = await specialist.post(path, body)
    assert.deepEqual([status, told.error.reason], [403, 'no-permission'], path)
  }
  const worker = await running.browser('roads')
  assert.equal((await worker.get('/sorter')).status, 403)
  assert.ok(running.log.some((line) => line['reason'] === 'no-permission' && line.level >= 30))
  assert.equal((await state()).live?.id, id)
})

it('another centre of the installation has nothing of it', async () => {
  await running.centre('neighbour')
  const neighbour = await running.browser('head', 'neighbour')
  const { told } = await neighbour.get('/sorter')
  assert.deepEqual([told.live, told.models, told.history.labelled], [null, [], 0])
  const { id } = (await state()).live!
  assert.equal((await neighbour.post(`/sorter/models/${id}/live`)).status, 404)
  assert.equal((await neighbour.card((await neighbour.register(waste)).id)).proposal?.sorter, 'catalogue')
})

it('after the corrections that the charter names it plans to learn by night', async () => {
  const { rules } = await state()
  const { items } = (await head.get('/cases?limit=60')).told
  // Since the last training was asked for.
  running.clock.pass({ minutes: 5 })
  for (const { id } of items.slice(0, rules.afterCorrections)) {
    assert.equal((await state()).training?.state, 'done')
    await head.command(id, 'set-topic', { topicGroup: '07', topic: '07.02' })
  }
  const { training } = await state()
  assert.deepEqual([training?.state, training?.cause], ['waiting', 'corrections'])
  // Two in the morning in Moscow.
  assert.equal(training?.beginsAt, '2026-11-20T23:00:00Z')
})
