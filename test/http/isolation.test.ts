import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import * as z from 'zod'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let stranger: Browser
const ids: Record<string, string> = {}

before(async () => {
  running = await runningApp()
  await running.centre('second')
  stranger = await running.browser('head', 'second')
  const head = await running.browser('head')
  const contacts = { name: 'Плёсова Мария', phone: '+7 900 555-12-34' }
  ids['id'] = (await head.register('Не вывозят мусор на Набережной', { contacts })).id
  const view = await head.post('/views', { name: 'Свой', query: 'view=mine' })
  ids['view'] = view.told.id
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  ids['attachment'] = (
    await head.upload(`/cases/${ids['id']}/attachments`, 'a.png', Uint8Array.from(png))
  ).told.id
  ids['staffId'] = head.session!.centres[0]!.staffId
})
after(() => running.close())

// Some look at residents' words only for a purpose, a table needs its rows.
const purposeOf = ({ query }: AnyRoute) => {
  if (!(query instanceof z.ZodObject)) return ''
  if ('purpose' in query.shape) return '?purpose=проверка+чужого'
  return 'rows' in query.shape ? '?rows=topicGroup' : ''
}

function pathOf({ path }: AnyRoute, centre: string): string {
  return path.replace(':centre', centre).replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'format') return 'xlsx'
    const id = name === 'id' && path.includes('/views/') ? ids['view'] : ids[name]
    return id ?? '00000000-0000-4000-8000-000000000000'
  })
}

const inCentre = () => running.app.routes.filter(({ path }) => path.includes('/:centre/'))

it('a session of another centre is refused by every route that names this centre, reading or writing', async () => {
  assert.ok(inCentre().length > 40)
  for (const route of inCentre()) {
    const at = `${route.method} ${route.path}`
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {}
    const path = pathOf(route, 'example') + purposeOf(route)
    const { status, told } = await stranger.send(route.method, path, body)
    // A body that the door refuses is refused before anybody looks at the centre.
    if (route.method === 'GET') assert.equal(status, 403, at)
    else assert.ok([403, 422].includes(status), `${at}: ${status}`)
    if (status === 403) assert.equal(told.error.reason, 'no-place', at)
  }
})

it('in their own centre the ids of another centre find nothing, by any route that reads', async () => {
  for (const route of inCentre()) {
    if (route.method !== 'GET' || route.path.endsWith('/events')) continue
    const { status, told } = await stranger.send('GET', pathOf(route, 'second') + purposeOf(route))
    const at = `${route.method} ${route.path}: ${status}`
    if (/:id|:attachment|:staffId/.test(route.path)) {
      const empty = status === 200 && Array.isArray(told.entries) && told.entries.length === 0
      assert.ok(status === 404 || empty, at)
    }
    assert.ok(!JSON.stringify(told).includes(ids['id']!), at)
    assert.ok(!JSON.stringify(told).includes('мусор на Набережной'), at)
  }
})

it('in their own centre the ids of another centre can be changed by no command', async () => {
  const bodies: Record<string, object> = {
    take: { revision: 1 },
    note: { text: 'чужая заметка' },
    'set-topic': { revision: 1, topicGroup: '04', topic: null },
    forward: { revision: 1, body: 'Соседи', reason: 'не наше' },
    reveal: { fields: ['words', 'contacts'], purpose: 'проверка чужого' },
    erasure: { ground: 'проверка чужого' },
    assign: { revision: 1, assigneeId: ids['staffId']! },
  }
  for (const [command, body] of Object.entries(bodies)) {
    const { status } = await stranger.post(`/cases/${ids['id']}/${command}`, body)
    assert.equal(status, 404, command)
  }
  const own = await stranger.register('Своё дело', { topicGroup: '04' })
  const foreign = await stranger.tryCommand(own.id, 'join', { into: ids['id'] })
  assert.equal(foreign.status, 404, JSON.stringify(foreign.told))
  const assigned = await stranger.tryCommand(own.id, 'assign', { assigneeId: ids['staffId'] })
  assert.ok([404, 422].includes(assigned.status), String(assigned.status))
  const person = `/api/centres/second/people/${ids['staffId']}`
  assert.equal((await stranger.send('PATCH', person, { active: false })).status, 404)
  assert.equal((await stranger.send('POST', `${person}/password`)).status, 404)
  const head = await running.browser('head')
  assert.equal((await head.card(ids['id']!)).revision, 1)
})

it('one person may work in two centres and sees in each only its own', async () => {
  const { oneTimePassword } = (
    await (await running.browser('head')).post('/people', { login: 'both', name: 'Двое', role: 'specialist' })
  ).told
  const { addUser } = await import('../../src/people/index.ts')
  const { loadCentre } = await import('../../src/charter/index.ts')
  const { db } = running.database
  const centre = await loadCentre(db, 'second')
  const at = { centre, now: running.clock.now(), vault: running.vault }
  await addUser(db, at, { login: 'both', role: 'analyst', password: oneTimePassword })
  const both = await running.browser()
  await both.signIn('both', oneTimePassword)
  await both.send('POST', '/api/password', { current: oneTimePassword, next: 'два центра — два стола' })
  const { centres } = (await both.send('GET', '/api/session')).told
  assert.deepEqual(centres.map(({ slug, role }: { slug: string; role: string }) => [slug, role]).toSorted(), [
    ['example', 'specialist'],
    ['second', 'analyst'],
  ])
  const here = (await both.send('GET', '/api/centres/example/cases')).told.items
  const there = (await both.send('GET', '/api/centres/second/cases')).told.items
  assert.ok(here.some((one: { id: string }) => one.id === ids['id']))
  assert.ok(!there.some((one: { id: string }) => one.id === ids['id']))
  assert.equal(
    (await both.send('POST', '/api/centres/second/cases', { channel: 'phone', text: 'Звонок' })).status,
    403,
  )
})
