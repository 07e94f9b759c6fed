import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { CaseJournalEntry } from '../../src/cases/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser
let head: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
  head = await running.browser('head')
})
after(() => running.close())

const vague = 'Доброе утро, прошу разобраться и сообщить мне о результате'
const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'

it('without a theme a case leaves triage by no command, and a change of theme is in the history with both values, person and time [K-012] [K-044]', async () => {
  const { id, state } = await specialist.register(vague)
  assert.equal(state, 'registered')
  const waysOut = {
    take: {},
    assign: { organisation: 'roads' },
    forward: { organisation: 'roads', reason: 'не наше' },
  }
  for (const [command, body] of Object.entries(waysOut)) {
    const refused = await head.tryCommand(id, command, body)
    assert.equal(refused.status, 409, command)
    assert.match(refused.told.error.message, /Тема не определена: сначала выберите тему/)
  }
  await specialist.command(id, 'qualify', { nature: 'opinion' })
  assert.match((await head.tryCommand(id, 'close')).told.error.message, /Тема не определена/)
  assert.equal((await specialist.card(id)).state, 'registered')
  assert.equal((await specialist.tryCommand(id, 'set-gist', { gist: ' ' })).status, 422)
  assert.ok((await specialist.card(id)).gist.length > 3)

  await specialist.command(id, 'set-topic', { topicGroup: '04', topic: '04.07' })
  running.clock.pass({ minutes: 5 })
  await head.command(id, 'set-topic', { topicGroup: '05', topic: null })
  const { entries } = (await head.get(`/cases/${id}/journal`)).told as { entries: CaseJournalEntry[] }
  const changes = entries.filter(({ action }) => action === 'case-topic-set')
  assert.deepEqual(
    changes.map(({ actor }) => actor),
    ['Таисия Троеручейная', 'Вера Светлобережская'],
  )
  const group = (await head.card(id)).topicGroup!.name
  assert.ok(changes[1]!.details.some((line) => line.includes('→') && line.includes(group)))
  assert.equal(changes[1]!.at, running.clock.now().toString())
  assert.equal((await specialist.command(id, 'take')).state, 'in_work')
})

it('spam is closed without a theme', async () => {
  const { id } = await specialist.register(vague)
  await specialist.command(id, 'qualify', { nature: 'spam' })
  assert.equal((await head.command(id, 'close')).state, 'closed')
})

it('the gist is a line of its own of up to 300 characters that lists show, with personal data masked [O-004]', async () => {
  const { id } = await specialist.register(pit)
  const long = await specialist.tryCommand(id, 'set-gist', { gist: 'я'.repeat(301) })
  assert.equal(long.status, 422)
  assert.match(long.told.error.message, /Суть не длиннее 300 знаков/)
  await specialist.command(id, 'set-gist', { gist: 'Яма у дома 4, просит позвонить 8 912 345-67-89' })
  const card = await specialist.card(id)
  assert.equal(card.gist, 'Яма у дома 4, просит позвонить [телефон]')
  assert.match(card.submissions[0]!.maskedText, /огромная яма/)
  const { items } = (await specialist.get('/cases')).told
  assert.equal(items.find((one: { id: string }) => one.id === id).gist, card.gist)
  const told = JSON.stringify((await head.get(`/cases/${id}/journal`)).told)
  assert.ok(told.includes('case-gist-set') && !told.includes('просит позвонить'))
  const refused = await head.tryCommand((await specialist.register(vague)).id, 'take')
  assert.match(refused.told.error.message, /Тема не определена/)
})

it('each card tells theme, place and how many questions the case has [D-010]', async () => {
  const { id } = await specialist.register(pit)
  const { topic, settlement, street, house, parts } = await specialist.card(id)
  assert.ok(topic && settlement && street && house)
  assert.equal(parts.length, 1)
  const { id: other } = await specialist.register(vague)
  assert.match((await head.tryCommand(other, 'take')).told.error.message, /Тема не определена/)
})

it('a message has no timeline of the law; an appeal is not saved without its subtype, and the register filters by it [E-018] [N-006] [N-014]', async () => {
  const message = await specialist.register(pit)
  const { deadlines } = await specialist.card(message.id)
  assert.ok(deadlines.length > 0 && deadlines.every(({ basis }) => !basis?.includes('59-ФЗ')))
  const nameless = await specialist.post('/cases', { channel: 'paper', text: vague })
  assert.equal(nameless.status, 422)
  assert.match(nameless.told.error.message, /предложение, заявление или жалоба/)
  const reason = 'просит ответ по закону'
  const turned = await specialist.tryCommand(message.id, 'qualify', { regime: 'appeal', reason })
  assert.equal(turned.status, 422)
  for (const subtype of ['proposal', 'statement', 'complaint']) {
    const { id } = await specialist.register(vague, { channel: 'paper', subtype })
    const { items } = (await specialist.get(`/cases?subtype=${subtype}`)).told
    assert.deepEqual(
      items.map((one: { id: string }) => one.id),
      [id],
    )
    assert.match((await head.tryCommand(id, 'take')).told.error.message, /Тема не определена/)
  }
  await specialist.command(message.id, 'qualify', { regime: 'appeal', subtype: 'complaint', reason })
  assert.equal((await specialist.get('/cases?subtype=complaint')).told.total, 2)
  await specialist.command(message.id, 'set-topic', { topicGroup: '05', topic: null })
  const { entries } = (await head.get(`/cases/${message.id}/journal`)).told as { entries: CaseJournalEntry[] }
  const moved = entries.find(({ action }) => action === 'case-topic-set')!
  assert.ok(moved.details.some((line) => line.includes('→')) && moved.actor && moved.at)
})
