import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { CaseSummary } from '../../src/cases/contract.ts'
import { readSheet } from '../../src/platform/sheets/index.ts'
import type { Browser } from '../browser.ts'
import { friday, type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser
const made: { id: string; number: string }[] = []

const texts = {
  pit: 'На улице Набережной у дома 4 огромная яма на дороге, объехать нельзя',
  cold: 'В доме холодные батареи, отопления нет второй день',
  rubbish: 'Не вывозят мусор, контейнеры переполнены',
  thanks: 'Спасибо за расчищенную дорогу',
}

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
  for (let i = 0; i < 24; i += 1) {
    const [name, text] = Object.entries(texts)[i % 4]!
    const channel = ['phone', 'vk', 'pos', 'paper'][i % 4]
    const extra = channel === 'paper' ? { subtype: 'statement' } : {}
    made.push(await specialist.register(`${text} ${name}`, { channel, ...extra, externalNumber: `ВН-${i}` }))
    running.clock.pass({ minutes: 1 })
  }
})
after(() => running.close())

async function list(query: string, who = specialist): Promise<CaseSummary[]> {
  const { status, told } = await who.get(`/cases?${query}`)
  assert.equal(status, 200, JSON.stringify(told))
  return told.items
}

it('pages follow one another without a gap or a double, even when new cases come in between', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const { told } = await specialist.get(`/cases?limit=7${next}`)
    seen.push(...told.items.map(({ id }: CaseSummary) => id))
    if (!cursor) await specialist.register('Новое дело между страницами')
    cursor = told.nextCursor
  } while (cursor)
  assert.deepEqual(seen, made.map(({ id }) => id).toReversed())
  const broken = await specialist.get('/cases?cursor=neverland')
  assert.equal(broken.status, 422)
})

it('filters hold together, and each channel’s cases add up to the register’s total', async () => {
  const total = (await specialist.get('/cases')).told.total
  const { channels } = (await specialist.get('/cases/reference')).told
  let sum = 0
  for (const channel of channels) sum += (await specialist.get(`/cases?channel=${channel}`)).told.total
  assert.equal(sum, total)
  const roads = await list('sectorBlock=roads&channel=phone&state=assigned')
  assert.ok(roads.length > 0)
  for (const one of roads)
    assert.deepEqual([one.sectorBlock?.code, one.channel, one.state], ['roads', 'phone', 'assigned'])
  const two = await list('channel=vk&channel=pos')
  assert.deepEqual(new Set(two.map(({ channel }) => channel)), new Set(['vk', 'pos']))
})

it('cases of five channels show a theme of one catalogue [E-012]', async () => {
  const { topicGroups } = (await specialist.get('/cases/reference')).told
  const known = new Set(
    topicGroups.flatMap((group: { topics: { code: string }[] }) => group.topics.map(({ code }) => code)),
  )
  const channels = ['pos', 'vk', 'call112', 'reception', 'email']
  for (const channel of channels) {
    const { id } = await specialist.register(texts.pit, {
      channel,
      ...(channel === 'reception' || channel === 'email' ? { subtype: 'complaint' } : {}),
    })
    const { topic } = await specialist.card(id)
    assert.ok(topic && known.has(topic.code), `${channel}: ${topic?.code}`)
  }
})

it('a number, ours or the source’s, whole or bare digits, is found whatever the filters say', async () => {
  const { id, number } = made[0]!
  for (const asked of [number, number.toLowerCase(), '1', 'ВН-0']) {
    const found = await list(`number=${encodeURIComponent(asked)}&state=closed&channel=vk&view=mine`)
    assert.ok(
      found.some((one) => one.id === id),
      asked,
    )
  }
  assert.deepEqual(await list('number=9999'), [])
})

it('words are found in any form', async () => {
  const found = await list(`q=${encodeURIComponent('холодное отопление')}`)
  assert.equal(found.length, 6)
  assert.ok(found.every(({ gist }) => gist.includes('батареи')))
})

it('quick views count what they show', async () => {
  const { told } = await specialist.get('/cases/counts')
  for (const view of ['mine', 'unassigned', 'due-today', 'overdue'] as const)
    assert.equal((await specialist.get(`/cases?view=${view}`)).told.total, told[view], view)
  const { id } = made[4]!
  await specialist.command(id, 'take')
  assert.deepEqual(
    (await list('view=mine')).map((one) => one.id),
    [id],
  )
})

it('one overdue, one due today and one in time say so in words', async () => {
  const statusOf = async (id: string) =>
    (await list(`number=${(await specialist.card(id)).number}`))[0]?.due?.status
  const { id } = await specialist.register(texts.pit)
  assert.equal(await statusOf(id), 'due-today')
  const before = running.clock.now()
  running.clock.set(friday.add({ hours: 6 }))
  await specialist.signInDemo('specialist')
  assert.equal(await statusOf(id), 'overdue')
  assert.ok((await list('view=overdue')).some((one) => one.id === id))
  await specialist.command(id, 'take')
  assert.equal(await statusOf(id), 'running')
  running.clock.set(before)
  await specialist.signInDemo('specialist')
})

it('the list as XLSX opens, holds what the person may see, masked, and runs no formula', async () => {
  const { id, number } = await specialist.register(
    '=HYPERLINK("http://evil.example";"жми") телефон +7 900 111-22-33',
  )
  const { status, bytes, headers } = await specialist.bytes('/cases/export.xlsx?channel=phone')
  assert.equal(status, 200)
  assert.match(headers.get('content-disposition')!, /cases-2026-11-20\.xlsx/)
  const sheet = await readSheet(bytes, { fileName: 'cases.xlsx' })
  const rows: (readonly unknown[])[] = []
  for await (const row of sheet.rows()) rows.push(Object.values(row.values ?? row) as unknown[])
  const flat = JSON.stringify(rows)
  assert.ok(flat.includes(number))
  assert.ok(!flat.includes('111-22-33'))
  const parts = Buffer.from(bytes).toString('latin1')
  assert.ok(parts.startsWith('PK'))
  const total = (await specialist.get('/cases?channel=phone')).told.total
  assert.equal(rows.length, total + 1)
  const roads = await running.browser('roads-head')
  const own = await roads.bytes('/cases/export.xlsx')
  const ownRows = (await readSheet(own.bytes, { fileName: 'own.xlsx' })).rows()
  let count = 0
  for await (const _ of ownRows) count += 1
  assert.equal(count, (await roads.get('/cases')).told.total + 1)
  assert.equal((await (await running.browser('duty')).bytes('/cases/export.xlsx')).status, 403)
  assert.ok(id)
})

it('a saved view is one’s own and keeps the address bar', async () => {
  const query = 'view=unassigned&channel=vk&sort=due'
  const saved = (await specialist.post('/views', { name: 'Соцсети без исполнителя', query })).told
  assert.deepEqual((await specialist.get('/views')).told.views, [saved])
  const another = await running.browser('another')
  assert.deepEqual((await another.get('/views')).told.views, [])
  const base = `/api/centres/example/views/${saved.id}`
  assert.equal((await another.send('DELETE', base)).status, 404)
  assert.equal((await specialist.send('DELETE', base)).status, 200)
  assert.deepEqual((await specialist.get('/views')).told.views, [])
})
