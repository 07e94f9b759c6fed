import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import pg from 'pg'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

/** A screen that asks more often than this grows slow with the first server that stands further away. */
const most = 20

const said: string[] = []
// oxlint-disable-next-line typescript/unbound-method
const query = pg.Client.prototype.query
let running: RunningApp
let head: Browser
let caseId: string

before(async () => {
  // Every statement of every connection goes through here, and on to the database as it is.
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }]
    said.push(typeof first === 'string' ? first : (first.text ?? ''))
    return Reflect.apply(query, this, given)
  } as typeof query
  running = await runningApp()
  head = await running.browser('head')
  const specialist = await running.browser('specialist')
  for (let i = 0; i < 30; i += 1) {
    const { id } = await specialist.register(`На улице Набережной у дома ${i + 1} огромная яма на дороге`)
    caseId = id
  }
  await specialist.command(caseId, 'take')
  await specialist.command(caseId, 'note', { text: 'Бригада выехала' })
})
after(async () => {
  pg.Client.prototype.query = query
  await running.close()
})

/** How many statements an answer took, from the check of the session on; the frame of a transaction is not counted. */
async function statementsOf(path: string): Promise<number> {
  said.length = 0
  assert.equal((await head.get(path)).status, 200)
  return said.filter((one) => !/^(begin|start transaction|commit|rollback)\b|pgboss/i.test(one.trim())).length
}

for (const [screen, path] of [
  ['the worklist', '/cases?limit=100'],
  ['a search by words', '/cases?q=яма&limit=100'],
  ['the counts of the quick views', '/cases/counts'],
  ['the journal of the centre', '/journal'],
  ['the dashboard', '/dashboard'],
] as const) {
  it(`${screen} takes at most ${most} queries, however many lines it has`, async () => {
    const few = await statementsOf(path)
    assert.ok(few > 0 && few <= most, `${few} queries`)
  })
}

it(`a case takes at most ${most} queries, and its history as well`, async () => {
  const card = await statementsOf(`/cases/${caseId}`)
  const history = await statementsOf(`/cases/${caseId}/journal`)
  assert.ok(card > 0 && card <= most, `${card} queries: ${said.length}`)
  assert.ok(history > 0 && history <= most, `${history} queries`)
})

/** Messages to the database that a request took: each is a wait, those that open and end a transaction too. */
async function messagesOf(ask: () => Promise<{ status: number }>): Promise<number> {
  const counts: number[] = []
  // The least of three: jobs speak to the database as well, when they please.
  while (counts.length < 3) {
    said.length = 0
    assert.equal((await ask()).status, 200)
    counts.push(said.length)
  }
  return Math.min(...counts)
}

it('who asks and in which centre costs five messages of a request, the frame of its transaction among them', async () => {
  assert.equal(await messagesOf(() => head.get('/cases?limit=10')), 5 + 2)
})

it('registering a case takes at most twelve messages, and no more with contacts and repeats', async () => {
  const register = (more: object) =>
    head.post('/cases', { channel: 'phone', text: 'Не вывозят мусор третий день', ...more })
  const plain = await messagesOf(() => register({}))
  const full = await messagesOf(() => register({ contacts: { name: 'Житель', phone: '+7 900 111-22-33' } }))
  assert.ok(plain > 5 && plain <= 12, `${plain} messages`)
  assert.ok(full <= 12, `${full} messages`)
})
