import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
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
const frozen = 'В доме холодные батареи, отопления нет второй день'

function refusalsLogged(reason: string) {
  return running.log.filter((line) => line['reason'] === reason && line.level >= 30)
}

it('the duty officer registers a call to 112, which stands in the register with its channel; answering is refused, and the refusal is logged', async () => {
  const duty = await running.browser('duty')
  const { id } = await duty.register('Прорвало трубу, вода идёт в подъезд', { channel: 'call112' })
  const { items } = (await duty.get('/cases?channel=call112')).told
  assert.deepEqual(
    items.map((one: { id: string; channel: string }) => [one.id, one.channel]),
    [[id, 'call112']],
  )
  const why = (await duty.card(id)).allowed.find(({ command }) => command === 'take')
  assert.equal(why?.allowed, false)
  const refused = await duty.tryCommand(id, 'take')
  assert.equal(refused.status, 403)
  assert.equal(refused.told.error.message, why?.why)
  const logged = refusalsLogged('no-permission').at(-1)!
  assert.equal(logged['requestId'], refused.told.error.requestId)
  assert.equal(logged['accountId'], duty.session!.account!.id)
})

it('a sector block sees the cases of its themes and no others, in the list and by address', async () => {
  const roadsCase = await specialist.register(pit)
  const housingCase = await specialist.register(frozen)
  const [roads, housing] = [await running.browser('roads'), await running.browser('housing')]
  const seen = async (who: Browser) =>
    (await who.get('/cases')).told.items.map((one: { id: string }) => one.id) as string[]
  assert.ok((await seen(roads)).includes(roadsCase.id))
  assert.ok(!(await seen(roads)).includes(housingCase.id))
  assert.ok((await seen(housing)).includes(housingCase.id))
  for (const path of ['', '/journal']) {
    const refused = await roads.get(`/cases/${housingCase.id}${path}`)
    assert.equal(refused.status, 404)
    assert.equal(refused.told.error.message, 'Такого дела нет, или оно вам не открыто.')
  }
  const counted = (await roads.get('/cases/counts')).told
  assert.equal(counted.all, (await roads.get('/cases?open=true')).told.total)
})

it('the curator sees every block and reassigns a case between them, which the journal tells; registering is refused by screen and server, and logged [E-073]', async () => {
  const curator = await running.browser('curator')
  const { id } = await specialist.register(pit)
  await curator.command(id, 'assign', {
    organisation: 'waterworks',
    sectorBlock: 'housing',
    reason: 'яма от порыва водовода',
  })
  const card = await curator.card(id)
  assert.deepEqual([card.organisation?.code, card.sectorBlock?.code], ['waterworks', 'housing'])
  const { entries } = (await curator.get(`/cases/${id}/journal`)).told
  const entry = entries.at(-1)
  assert.deepEqual(
    [entry.action, entry.actor, entry.reason],
    ['case-assigned', 'Игнат Лебяжнинский', 'яма от порыва водовода'],
  )
  assert.deepEqual([entry.data.was.sector_block, entry.data.set.sector_block], ['roads', 'housing'])
  assert.ok(!curator.session!.centres[0]!.permissions.includes('case.register'))
  const refused = await curator.post('/cases', { channel: 'phone', text: 'Звонок' })
  assert.equal(refused.status, 403)
  assert.equal(refusalsLogged('no-permission').at(-1)!['requestId'], refused.told.error.requestId)
})

it('the analyst reads every case and changes none', async () => {
  const analyst = await running.browser('analyst')
  const { id } = await specialist.register(pit)
  const card = await analyst.card(id)
  assert.ok(card.allowed.every(({ allowed }) => !allowed))
  const other = await specialist.register(pit)
  const tries = { take: {}, close: {}, join: { into: other.id }, note: { text: 'заметка' } }
  for (const [command, body] of Object.entries(tries)) {
    const told = await analyst.tryCommand(id, command, body)
    assert.equal(told.status, 403, command)
  }
  assert.equal(
    (await analyst.post(`/cases/${id}/reveal`, { fields: ['words'], purpose: 'подготовка' })).status,
    403,
  )
  assert.equal((await analyst.get('/read-log')).status, 403)
})

it('the administrator of the centre keeps accounts and sees no case', async () => {
  const admin = await running.browser('admin')
  const { id } = await specialist.register(pit)
  assert.equal((await admin.get('/people')).status, 200)
  assert.equal((await admin.get('/cases')).told.items.length, 0)
  assert.equal((await admin.get(`/cases/${id}`)).status, 404)
  assert.equal(
    (await admin.post(`/cases/${id}/reveal`, { fields: ['words'], purpose: 'подготовка' })).status,
    403,
  )
})

it('the journal of the centre names who did what with old and new values, and nothing can be changed in it [E-085]', async () => {
  const head = await running.browser('head')
  const { id } = await specialist.register(pit)
  await specialist.command(id, 'set-topic', { topicGroup: '07', topic: null })
  const { entries } = (await head.get(`/journal?caseId=${id}`)).told
  const entry = entries[0]
  assert.deepEqual(
    [entry.action, entry.actor, entry.caseId, entry.at],
    ['case-topic-set', 'Таисия Троеручейная', id, '2026-11-20T06:00:00Z'],
  )
  assert.deepEqual([entry.data.was.topic_group, entry.data.set.topic_group], ['04', '07'])
  const paths = running.app.routes.filter(({ method, path }) => method !== 'GET' && path.includes('journal'))
  assert.deepEqual(paths, [])
  for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const)
    assert.equal((await head.send(method, `/api/centres/example/journal/${entry.id}`)).status, 404)
  assert.equal((await specialist.get('/journal')).status, 403)
})

it('the head of a block manages the cases of the own block only; the rest is out of sight, and what the role lacks is refused and logged [O-068]', async () => {
  const roadsHead = await running.browser('roads-head')
  const own = await specialist.register(pit)
  const foreign = await specialist.register(frozen)
  const staffId = (await running.browser('roads')).session!.centres[0]!.staffId
  await roadsHead.command(own.id, 'assign', { assigneeId: staffId })
  assert.equal((await roadsHead.card(own.id)).assignee?.id, staffId)
  const { items } = (await roadsHead.get('/cases')).told
  assert.ok(items.length > 0)
  for (const one of items) assert.equal(one.sectorBlock.code, 'roads')
  const tried = await roadsHead.post(`/cases/${foreign.id}/assign`, { revision: 1, assigneeId: staffId })
  assert.equal(tried.status, 404)
  assert.ok(!(await roadsHead.card(own.id)).allowed.find(({ command }) => command === 'forward')!.allowed)
  const refused = await roadsHead.tryCommand(own.id, 'forward', { body: 'Соседи', reason: 'не наше' })
  assert.equal(refused.status, 403)
  assert.equal(refusalsLogged('no-permission').at(-1)!['requestId'], refused.told.error.requestId)
})
