import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { CaseJournalEntry } from '../../src/cases/contract.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser
let head: Browser
let roads: Browser
let roadsHead: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
  head = await running.browser('head')
  roads = await running.browser('roads')
  roadsHead = await running.browser('roads-head')
})
after(() => running.close())

const pit = 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя'
const staffIdOf = (browser: Browser) => browser.session!.centres[0]!.staffId

async function journalOf(browser: Browser, id: string): Promise<CaseJournalEntry[]> {
  return (await browser.get(`/cases/${id}/journal`)).told.entries
}

/** A case with a draft of an answer by the specialist; the id of the answer beside it. */
async function drafted(text: string, changes: object = {}): Promise<{ id: string; answerId: string }> {
  const { id } = await specialist.register(text, changes)
  await specialist.command(id, 'take')
  const words = 'Яму закрыли 20 ноября холодной смесью, на участке был мастер.'
  const made = await specialist.command(id, 'draft-answer', { text: words, outcome: 'solved' })
  return { id, answerId: made.madeId! }
}

it('a message goes from a telephone call to a closed case, and its journal tells who of which organisation did what and when [O-001]', async () => {
  // Three organisations work on it: the dispatchers, the buses, the road service.
  const duty = await running.browser('duty')
  const { id, number } = await duty.register(pit)
  assert.match(number, /^СБ-2026-\d{5}$/)
  running.clock.pass({ minutes: 10 })
  await specialist.command(id, 'set-topic', { topicGroup: '04', topic: '04.07' })
  await specialist.command(id, 'assign', {
    assigneeId: staffIdOf(roads),
    reason: 'участок ведёт автобусный парк',
  })
  running.clock.pass({ minutes: 10 })
  await roads.command(id, 'take')
  const text = 'Яму закрыли 20 ноября холодной смесью, на участке был мастер.'
  const { madeId: answerId } = await roads.command(id, 'draft-answer', { text, outcome: 'solved' })
  await roads.command(id, 'submit-answer', { answerId })
  running.clock.pass({ minutes: 15 })
  await roadsHead.command(id, 'approve-answer', { answerId })
  await specialist.command(id, 'deliver-answer', { answerId, delivery: 'sent', note: 'по телефону' })
  await head.command(id, 'close')

  const card = await specialist.card(id)
  assert.equal(card.state, 'closed')
  assert.equal(card.outcome, 'solved')
  assert.equal(card.answers[0]?.text, text)
  assert.deepEqual(
    new Set(card.deadlines.map(({ clock, state }) => `${clock}: ${state}`)),
    new Set(['answer: met', 'take: met']),
  )
  const told = (await journalOf(head, id)).map(({ action, actor }) => [action, actor])
  assert.deepEqual(told, [
    ['case-registered', 'Клим Ночебрегов'],
    ['case-topic-set', 'Таисия Троеручейная'],
    ['case-assigned', 'Таисия Троеручейная'],
    ['case-taken', 'Дина Озёрномысова'],
    ['answer-drafted', 'Дина Озёрномысова'],
    ['answer-submitted', 'Дина Озёрномысова'],
    ['answer-approved', 'Фома Мостосветлов'],
    ['answer-delivered', 'Таисия Троеручейная'],
    ['case-closed', 'Вера Светлобережская'],
  ])
  const entries = await journalOf(head, id)
  const topicSet = entries.find(({ action }) => action === 'case-topic-set')!
  assert.match(topicSet.details.join(' '), /Ямы и выбоины → /)
  assert.equal(topicSet.at, '2026-11-20T06:10:00Z')
})

it('nobody approves the answer that they wrote themselves', async () => {
  const { id } = await head.register(pit)
  await head.command(id, 'take')
  const { madeId: answerId } = await head.command(id, 'draft-answer', {
    text: 'Починили.',
    outcome: 'solved',
  })
  await head.command(id, 'submit-answer', { answerId })
  const refused = await head.tryCommand(id, 'approve-answer', { answerId })
  assert.equal(refused.status, 409)
  assert.equal(refused.told.error.message, 'Ответ подготовили вы: утвердить его должен другой человек.')
  const may = (await head.card(id)).allowed.find(({ command }) => command === 'approve-answer')
  assert.deepEqual([may?.allowed, may?.why], [false, refused.told.error.message])
  const curator = await running.browser('curator')
  await curator.command(id, 'approve-answer', { answerId })
})

it('a returned answer carries the remarks and comes back to review', async () => {
  const { id, answerId } = await drafted(pit)
  await specialist.command(id, 'submit-answer', { answerId })
  const remarks = 'Напишите, кто и когда проверил.'
  await head.command(id, 'return-answer', { answerId, remarks })
  const card = await specialist.card(id)
  assert.equal(card.state, 'in_work')
  assert.equal(card.answers[0]?.remarks, remarks)
  await specialist.command(id, 'draft-answer', {
    answerId,
    text: 'Проверил мастер 20 ноября.',
    outcome: 'solved',
  })
  await specialist.command(id, 'submit-answer', { answerId })
  assert.equal((await specialist.card(id)).state, 'in_review')
})

it('of two people who change a case at once one is told who was quicker, and nothing is lost', async () => {
  const { id, revision } = await specialist.register(pit)
  const place = { settlement: 'svetloberezhsk', street: null, house: '8' }
  const tries = await Promise.all([
    specialist.post(`/cases/${id}/set-topic`, { revision, topicGroup: '07', topic: null }),
    head.post(`/cases/${id}/set-place`, { revision, ...place }),
  ])
  assert.deepEqual(new Set(tries.map(({ status }) => status)), new Set([200, 409]))
  const refused = tries.find(({ status }) => status === 409)!.told.error
  assert.equal(refused.reason, 'changed-meanwhile')
  assert.match(refused.message, /^Пока вы смотрели дело, его только что изменил\(а\) .+\. Обновите страницу/)
  assert.equal(refused.details.revision, revision + 1)
  // Whoever lost tries again on what they now see: both changes stand.
  await specialist.command(id, 'set-topic', { topicGroup: '07', topic: null })
  await head.command(id, 'set-place', place)
  const card = await head.card(id)
  assert.deepEqual([card.topicGroup?.code, card.house], ['07', '8'])
})

it('a postponed case waits for its promised day and goes on from there', async () => {
  const { id, answerId } = await drafted(pit)
  await specialist.command(id, 'submit-answer', { answerId })
  await head.command(id, 'approve-answer', { answerId })
  await specialist.command(id, 'deliver-answer', { answerId, delivery: 'sent' })
  const past = await specialist.tryCommand(id, 'postpone', { until: '2026-11-01', reason: 'ждём смету' })
  assert.equal(past.status, 422)
  await specialist.command(id, 'postpone', { until: '2026-12-10', reason: 'асфальт после схода снега' })
  const card = await specialist.card(id)
  assert.deepEqual([card.state, card.promisedOn], ['postponed', '2026-12-10'])
  await specialist.command(id, 'resume')
  assert.equal((await specialist.card(id)).state, 'in_work')
})

it('a case is forwarded to another body, which the journal names', async () => {
  const { id } = await specialist.register('На трассе регионального значения сбит дорожный знак')
  await specialist.command(id, 'forward', { body: 'Дорожный комитет области', reason: 'дорога области' })
  assert.equal((await specialist.card(id)).state, 'forwarded')
  const entry = (await journalOf(specialist, id)).at(-1)!
  assert.equal(entry.action, 'case-forwarded')
  assert.match(JSON.stringify(entry), /Дорожный комитет области/)
  assert.equal(entry.reason, 'дорога области')
})

it('a repeat joins the case that stands, which now counts two voices', async () => {
  const first = await specialist.register(pit)
  const second = await specialist.register(`${pit}!`)
  await specialist.command(second.id, 'join', { into: first.id })
  const [kept, gone] = [await specialist.card(first.id), await specialist.card(second.id)]
  assert.deepEqual([kept.voices, kept.submissions.length], [2, 2])
  assert.deepEqual([gone.state, gone.joinedInto?.number], ['joined', first.number])
  const again = await specialist.tryCommand(second.id, 'take')
  assert.equal(again.status, 409)
})

it('a closed message may be taken up again with a reason', async () => {
  const { id } = await specialist.register('Спасибо дворнику с Набережной', { nature: 'gratitude' })
  await specialist.command(id, 'close')
  const bare = await specialist.tryCommand(id, 'reopen')
  assert.equal(bare.status, 422)
  await specialist.command(id, 'reopen', { reason: 'житель уточнил: просит ремонт' })
  assert.equal((await specialist.card(id)).state, 'in_work')
})

it('files come back as they were sent, under their names, and pretended types are refused', async () => {
  const { id } = await specialist.register(pit)
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  const added = await specialist.upload(`/cases/${id}/attachments`, 'снимок ямы.png', png)
  assert.equal(added.status, 200, JSON.stringify(added.told))
  const { bytes, headers } = await specialist.bytes(`/cases/${id}/attachments/${added.told.id}`)
  assert.deepEqual(bytes, png)
  assert.match(headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''%D1%81/)
  const script = new TextEncoder().encode('<script>alert(1)</script>')
  const refused = await specialist.upload(`/cases/${id}/attachments`, 'снимок.png', script)
  assert.equal(refused.status, 422)
  assert.equal((await specialist.card(id)).attachments.length, 1)
})
