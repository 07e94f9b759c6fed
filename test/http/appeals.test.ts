import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from '../browser.ts'
import { friday, type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser
let head: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
  head = await running.browser('head')
})
after(() => running.close())

const complaint = { channel: 'paper', regime: 'appeal', subtype: 'complaint' }
const text = 'Жалоба: управляющая компания третий месяц не ремонтирует крышу, течёт в подъезд'

async function answered(id: string): Promise<void> {
  await specialist.command(id, 'take')
  const { madeId: answerId } = await specialist.command(id, 'draft-answer', {
    text: 'Крышу отремонтировали 20 ноября.',
    outcome: 'solved',
  })
  await specialist.command(id, 'submit-answer', { answerId })
  await head.command(id, 'approve-answer', { answerId })
  await specialist.command(id, 'deliver-answer', { answerId, delivery: 'sent' })
}

it('an appeal has 3 days to be registered and 30 to be answered, with a legal and a control date and the way to them', async () => {
  const receivedAt = '2026-11-18T10:00:00+03:00'
  const { id, number } = await specialist.register(text, { ...complaint, receivedAt })
  assert.match(number, /^ОГ-\d{4}\/26$/)
  const { deadlines } = await specialist.card(id)
  const register = deadlines.find(({ clock }) => clock === 'register')!
  assert.deepEqual(
    [register.legalOn, register.controlOn, register.state, register.basis],
    ['2026-11-21', '2026-11-20', 'met', '59-ФЗ, ст. 8 ч. 2'],
  )
  const answer = deadlines.find(({ clock }) => clock === 'answer')!
  // Thirty days from Friday the 20th end on Sunday: the law's date stays, ours is the working day before it.
  assert.deepEqual([answer.legalOn, answer.controlOn], ['2026-12-20', '2026-12-18'])
  assert.equal(answer.dueAt, '2026-12-18T13:30:00Z')
  assert.equal(answer.steps.at(-1)?.date, '2026-12-18T16:30:00+03:00')
  assert.ok(answer.steps.length >= 3 && answer.steps.every((step) => step.text.length > 10))
})

it('the answer to an appeal is extended once, with a reason that its journal keeps', async () => {
  const { id } = await specialist.register(text, complaint)
  const before = (await head.card(id)).deadlines.find(({ clock }) => clock === 'answer')!
  const reason = 'запрошено заключение о состоянии кровли'
  await head.command(id, 'extend', { deadlineId: before.id, days: 30, reason })
  const after = (await head.card(id)).deadlines.find(({ clock }) => clock === 'answer')!
  assert.deepEqual([after.legalOn, after.mayExtendBy], ['2027-01-19', 0])
  const again = await head.tryCommand(id, 'extend', { deadlineId: before.id, days: 5, reason })
  assert.equal(again.status, 409, JSON.stringify(again.told))
  const mine = await specialist.tryCommand(id, 'extend', { deadlineId: before.id, days: 5, reason })
  assert.equal(mine.status, 403)
})

it('a closed appeal is not reopened: the next letter is a new appeal with its own number and clocks, linked to it', async () => {
  const first = await specialist.register(text, complaint)
  await answered(first.id)
  await specialist.command(first.id, 'close')
  const refused = await specialist.tryCommand(first.id, 'reopen', { reason: 'житель не согласен' })
  assert.equal(refused.status, 409)
  assert.match(refused.told.error.message, /регистрируют повторное/)
  const letter = { text: 'Крыша снова течёт, прошу проверить работу', channel: 'paper' }
  const second = await specialist.command(first.id, 'continue-appeal', letter)
  assert.notEqual(second.number, first.number)
  const [older, newer] = [await specialist.card(first.id), await specialist.card(second.id)]
  assert.deepEqual([older.state, older.continuedBy[0]?.number], ['closed', second.number])
  assert.deepEqual([newer.regime, newer.continues?.number], ['appeal', first.number])
  assert.equal(newer.deadlines.find(({ clock }) => clock === 'answer')?.state, 'running')
})

it('an appeal is not closed before its answer has gone', async () => {
  const { id } = await specialist.register(text, complaint)
  const refused = await specialist.tryCommand(id, 'close', { outcome: 'explained', reason: 'вопрос снят' })
  assert.equal(refused.status, 409)
  assert.match(refused.told.error.message, /сначала дайте ответ/)
})

it('a message becomes an appeal only with a reason; both numbers are kept and the journal says so [E-020]', async () => {
  const { id, number } = await specialist.register(text, { channel: 'pos' })
  const bare = await specialist.tryCommand(id, 'qualify', { regime: 'appeal', subtype: 'complaint' })
  assert.equal(bare.status, 422)
  assert.match(bare.told.error.message, /укажите причину/)
  assert.equal((await specialist.card(id)).regime, 'message')
  const reason = 'житель просит рассмотреть как обращение'
  await specialist.command(id, 'qualify', { regime: 'appeal', subtype: 'complaint', reason })
  const card = await specialist.card(id)
  assert.match(card.number, /^ОГ-/)
  assert.deepEqual(card.formerNumbers, [number])
  const byNumber = async (one: string) =>
    (await specialist.get(`/cases?number=${encodeURIComponent(one)}`)).told.items[0]?.id
  assert.deepEqual([await byNumber(number), await byNumber(card.number)], [id, id])
  const { entries } = (await specialist.get(`/cases/${id}/journal`)).told
  const entry = entries.at(-1)
  assert.deepEqual(
    [entry.action, entry.reason, entry.actor],
    ['case-qualified', reason, 'Таисия Троеручейная'],
  )
  assert.deepEqual([entry.data.was.number, entry.data.set.number], [number, card.number])
})

it('a message starts no clock of the law', async () => {
  const { id } = await specialist.register(text, { channel: 'email' })
  const card = await specialist.card(id)
  assert.deepEqual([card.regime, card.subtype], ['message', null])
  assert.ok(card.deadlines.length > 0)
  assert.ok(card.deadlines.every(({ legalOn }) => legalOn === null))
})

it('a message and an appeal show different limits on one list, the nearest first', async () => {
  running.clock.set(friday.add({ hours: 1 }))
  const seen = (await specialist.get('/cases?sort=due&open=true')).told.items
  const due = seen.map((one: { due: { at: string } | null }) => one.due?.at).filter(Boolean)
  assert.deepEqual(due, due.toSorted())
  assert.ok(new Set(seen.map((one: { regime: string }) => one.regime)).size === 2)
})

it('a paper appeal is registered with its scan, and the clocks of the law start [K-076]', async () => {
  const { id } = await specialist.register(text, complaint)
  const scan = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const added = await specialist.upload(`/cases/${id}/attachments`, 'скан.pdf', scan)
  assert.equal(added.status, 200, JSON.stringify(added.told))
  const card = await specialist.card(id)
  assert.deepEqual([card.channel, card.attachments[0]?.mediaType], ['paper', 'application/pdf'])
  const answer = card.deadlines.find(({ clock }) => clock === 'answer')!
  assert.deepEqual([answer.state, answer.legalOn], ['running', '2026-12-20'])
})
