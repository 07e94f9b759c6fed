import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { NearCaseLine } from '../../src/cases/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
})
after(() => running.close())

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'
const wheel = 'Набережная, 4: пробил колесо в яме, асфальта нет, засыпьте'

async function nearOf(browser: Browser, text: string, changes: object = {}): Promise<NearCaseLine[]> {
  const { status, told } = await browser.post('/cases/near', { channel: 'phone', text, ...changes })
  assert.equal(status, 200, JSON.stringify(told))
  return told.cases
}

it('what is being typed is told to be like a case that another person’s call made, with the reasons and no personal data', async () => {
  const contacts = { name: 'Плёсова Мария', phone: '+7 900 555-12-34' }
  const { id, number } = await specialist.register(`${pit}, звоните 8 900 555 12 34`, { contacts })
  const [line] = await nearOf(specialist, wheel)
  assert.deepEqual([line?.case.id, line?.case.number, line?.joins], [id, number, 'this'])
  assert.equal(line?.likeness.place, 'house')
  assert.ok(['topic', 'group', 'alike'].includes(line.likeness.topic))
  assert.ok(line!.likeness.sharedWords > 0 && line!.likeness.ofWords >= line!.likeness.sharedWords)
  assert.match(line!.case.gist, /\[телефон\]/)
  assert.doesNotMatch(JSON.stringify(line), /555|Плёсов/)
})

it('a repeat told by telephone gets a number of its own and is joined to the open case in one step', async () => {
  const first = await specialist.register('На улице Рыбацкой у дома 3 не горят фонари, темно')
  const voices = (await specialist.card(first.id)).voices
  const made = await specialist.register('Рыбацкая 3, фонари не горят, темно вечером', { into: first.id })
  assert.equal(made.state, 'joined')
  const card = await specialist.card(first.id)
  assert.equal(card.voices, voices + 1)
  assert.deepEqual(
    card.submissions.map(({ kind }) => kind),
    ['first', 'repeat'],
  )
  const { entries } = (await specialist.get(`/cases/${made.id}/journal`)).told
  assert.deepEqual(
    entries.map(({ action }: { action: string }) => action),
    ['case-registered', 'case-joined'],
  )
})

it('what cannot be joined is not registered either, and the sentence says why', async () => {
  const closed = await specialist.register('Спасибо дворнику с Набережной', { nature: 'gratitude' })
  await specialist.command(closed.id, 'close')
  const appeal = await specialist.register('На улице Парковой у дома 2 упало дерево', {
    channel: 'paper',
    subtype: 'complaint',
  })
  const before = (await specialist.get('/cases?state=any')).told.total
  const tries = [
    { into: closed.id, reason: 'target-closed' },
    { into: appeal.id, reason: 'other-regime' },
    { into: '019a0000-0000-7000-8000-000000000000', reason: 'no-case' },
  ]
  for (const { into, reason } of tries) {
    const { status, told } = await specialist.post('/cases', { channel: 'phone', text: pit, into })
    assert.ok(status === 409 || status === 404)
    assert.equal(told.error.reason, reason)
  }
  assert.equal((await specialist.get('/cases?state=any')).told.total, before)
  const [line] = await nearOf(specialist, 'Парковая 2, дерево упало на дорогу')
  assert.deepEqual([line?.case.id, line?.joins], [appeal.id, null])
})

it('who may register but not join sees near cases and cannot join to them', async () => {
  const duty = await running.browser('duty')
  const { id } = await duty.register('На улице Кузнечной у дома 2 прорвало трубу, вода на дороге', {
    channel: 'call112',
  })
  const text = 'Кузнечная 2, прорвало трубу, всё залито'
  const [line] = await nearOf(duty, text)
  assert.deepEqual([line?.case.id, line?.joins], [id, null])
  const { status } = await duty.post('/cases', { channel: 'phone', text, into: id })
  assert.equal(status, 403)
  const denied = await duty.post(`/cases/${id}/not-repeat`, { other: id })
  assert.equal(denied.status, 403)
})

it('a person of another block or another centre, and who sees no case, is never offered one', async () => {
  const { id } = await specialist.register('На улице Мостовой у дома 3 яма на дороге, пробил колесо')
  const text = 'Мостовая 3, яма на дороге, ещё одно колесо'
  const again = await specialist.register(text)
  assert.ok((await nearOf(specialist, text)).some((line) => line.case.id === id))
  const housing = await running.browser('housing')
  assert.equal((await housing.get(`/cases/${again.id}/near`)).status, 404)
  const roads = await running.browser('roads')
  const seen: NearCaseLine[] = (await roads.get(`/cases/${again.id}/near`)).told.cases
  assert.ok(seen.length > 0 && seen.every((line) => line.case.sectorBlock?.code === 'roads'))
  for (const who of ['admin', 'analyst', 'curator'])
    assert.equal(
      (await (await running.browser(who)).post('/cases/near', { channel: 'phone', text })).status,
      403,
    )
  await running.centre('neighbour')
  const stranger = await running.browser('specialist', 'neighbour')
  assert.deepEqual(await nearOf(stranger, text), [])
  const foreign = await stranger.register(text)
  const reached = await stranger.post(`/cases/${foreign.id}/not-repeat`, { other: id })
  assert.equal(reached.status, 404)
})

it('«не повтор» is remembered for both cases and stands in the journal with who said it', async () => {
  const text = 'На улице Гончарной у дома 5 не вывозят мусор, контейнеры полны'
  const [first, second] = [await specialist.register(text), await specialist.register(`${text} доверху`)]
  const near = async (id: string) =>
    (await specialist.get(`/cases/${id}/near`)).told.cases.map((line: NearCaseLine) => line.case.id)
  assert.deepEqual(await near(second.id), [first.id])
  assert.equal((await specialist.post(`/cases/${second.id}/not-repeat`, { other: first.id })).status, 200)
  assert.deepEqual([await near(second.id), await near(first.id)], [[], []])
  const head = await running.browser('head')
  const { entries } = (await head.get(`/journal?caseId=${first.id}&action=repeat-denied`)).told
  assert.deepEqual(
    entries.map((one: { actor: string; data: { number: string } }) => [one.actor, one.data.number]),
    [['Таисия Троеручейная', second.number]],
  )
})
