import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
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

const phone = '+7 900 555-12-34'
const contacts = { name: 'Плёсова Мария Берегова', phone, email: 'plyosova@post.example' }
const text = `Меня зовут Плёсова Мария, телефон ${phone}. Во дворе по улице Набережной не вывозят мусор`
const purpose = 'уточнение у заявителя'

it('who a resident is and what they said is masked until someone names a purpose, and that look stands in the read log', async () => {
  const { id, number } = await specialist.register(text, { contacts })
  const card = JSON.stringify(await specialist.card(id))
  const list = JSON.stringify((await specialist.get('/cases')).told)
  for (const secret of ['555-12-34', 'plyosova@', 'Мария']) assert.ok(!(card + list).includes(secret), secret)
  const aimless = await specialist.post(`/cases/${id}/reveal`, { fields: ['words'], purpose: '' })
  assert.equal(aimless.status, 422)
  assert.match(aimless.told.error.message, /цель/)
  const { told } = await specialist.post(`/cases/${id}/reveal`, { fields: ['words', 'contacts'], purpose })
  assert.deepEqual([told.submissions[0].words, told.submissions[0].contacts], [text, contacts])
  for (const path of [`/cases/${id}/read-log`, '/read-log']) {
    const entry = (await head.get(path)).told.entries[0]
    assert.deepEqual(
      [entry.actor, entry.caseNumber, entry.fields, entry.purpose, entry.at],
      ['Таисия Троеручейная', number, ['words', 'contacts'], purpose, '2026-11-20T06:00:00Z'],
    )
  }
})

it('a resident’s own cases are found by phone, e-mail or surname, written in any way', async () => {
  const { id } = await specialist.register('Нет света на улице Набережной', {
    contacts: { name: 'Лодочников Пётр', phone: '8 (900) 777-00-11', email: 'Lodka@Post.Example' },
  })
  const found = async (given: object) =>
    (await specialist.post('/residents/find', { ...given, purpose })).told.cases.map(
      (one: { caseId: string }) => one.caseId,
    )
  assert.deepEqual(await found({ phone: '+79007770011' }), [id])
  assert.deepEqual(await found({ email: ' lodka@post.example ' }), [id])
  assert.deepEqual(await found({ surname: 'лодочников' }), [id])
  assert.deepEqual(await found({ phone: '+79007770012' }), [])
})

it('erasure destroys what a resident said for good, writes an act, and leaves the case and its history', async () => {
  const { id, number } = await specialist.register(text, { contacts })
  await specialist.command(id, 'note', { text: `Перезвонить заявителю ${phone}` })
  const forbidden = await specialist.post(`/cases/${id}/erasure`, { ground: 'заявление субъекта данных' })
  assert.equal(forbidden.status, 403)
  const ground = 'заявление субъекта данных'
  const act = await head.post(`/cases/${id}/erasure`, { ground })
  assert.equal(act.status, 200, JSON.stringify(act.told))
  assert.deepEqual([act.told.number, act.told.ground, act.told.actor], [1, ground, 'Вера Светлобережская'])
  const { told } = await head.post(`/cases/${id}/reveal`, { fields: ['words', 'contacts', 'raw'], purpose })
  const [shown] = told.submissions
  assert.deepEqual([shown.erased, shown.words, shown.contacts, shown.raw], [true, null, null, null])
  const card = await head.card(id)
  assert.equal(card.number, number)
  assert.deepEqual([card.submissions[0]?.maskedText, card.notes[0]?.text], ['', null])
  assert.ok(!JSON.stringify(card).includes('во дворе'))
  const found = (await head.get('/cases?q=вывозят')).told.items
  assert.ok(!found.some((one: { id: string }) => one.id === id))
  const { entries } = (await head.get(`/cases/${id}/journal`)).told
  assert.deepEqual(
    entries.map((one: { action: string }) => one.action),
    ['case-registered', 'case-noted'],
  )
  assert.equal((await head.get('/erasures')).told.acts[0].id, act.told.id)
  const again = await head.post(`/cases/${id}/erasure`, { ground })
  assert.equal(again.status, 409)
})

it('neither the journal nor the log of the program nor a job holds a resident’s words or contacts', async () => {
  await specialist.register(text, { contacts })
  const { ownerDb } = running.database
  const tables = await ownerDb.introspection.getTables({ withInternalKyselyTables: false })
  assert.ok(tables.some(({ name }) => name === 'journal'))
  const { sql } = await import('kysely')
  for (const table of ['journal', 'read_log', 'installation_journal']) {
    if (!tables.some(({ name }) => name === table)) continue
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t`.execute(
      ownerDb,
    )
    assertSilent(rows.map(({ line }) => line).join('\n'), table)
  }
  const { rows: jobs } = await sql<{ line: string }>`select data::text as line from pgboss.job`.execute(
    ownerDb,
  )
  assertSilent(jobs.map(({ line }) => line).join('\n'), 'jobs')
  assert.ok(running.log.length > 20)
  assertSilent(JSON.stringify(running.log), 'log')
})

function assertSilent(told: string, where: string): void {
  for (const secret of ['мусор', '555-12-34', '9005551234', 'plyosova@', 'Плёсова'])
    assert.ok(!told.includes(secret), `${where}: ${secret}`)
}
