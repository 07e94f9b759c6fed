import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { auditRoutes } from '../../src/audit/index.ts'
import type { Session } from '../../src/people/contract.ts'
import {
  accountRoutes,
  addDemoPerson,
  addInstallationAdmin,
  addUser,
  createServeAtDesk,
  guardRequests,
  peopleRoutes,
  sessionRoutes,
} from '../../src/people/index.ts'
import { createServe } from '../../src/platform/http/serve.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { noon, smallCentre, testVault } from '../small-centre.ts'

const password = 'три жёлтых трамвая'
let database: TestDatabase
let server: FastifyInstance
let now = noon

before(async () => {
  database = await testDatabase()
  const { db } = database
  const centre = await smallCentre(db, 'small', true)
  const at = { centre, now: noon, vault: testVault }
  await addUser(db, at, { login: 'head', role: 'head', password })
  await addUser(db, at, { login: 'anna', role: 'specialist', password })
  await addInstallationAdmin(db, noon, { login: 'root', password })
  const demo = { login: 'demo', name: 'Показ', role: 'specialist', position: 'специалист' }
  await addDemoPerson(db, at, { ...demo, sectorBlock: null, organisation: null })

  const clock = () => now
  const loadCentre = async () => centre
  server = await createServer({ log: pino({ level: 'silent' }), secure: false, uploadLimit: 1000 })
  guardRequests(server, { db, clock, secure: false })
  const serve = createServe(server, [])
  const serveAtDesk = createServeAtDesk(serve, { db, clock, vault: testVault, loadCentre })
  const context = { db, clock, vault: testVault, loadCentre, isLoopback: true }
  sessionRoutes(serve, context)
  peopleRoutes(serveAtDesk)
  accountRoutes(serve, context)
  auditRoutes(serve, serveAtDesk, { db, numbersOf: async () => new Map() })
  await server.ready()
})
after(async () => {
  await server.close()
  await database.close()
})

/** A browser: keeps the cookie and the token of the session. */
function browser() {
  let cookie: string | undefined
  let csrf: string | null = null
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers: object = {},
  ) => {
    const response = await server.inject({
      method,
      url,
      ...(body ? { payload: body } : {}),
      cookies: cookie ? { otklik: cookie } : {},
      headers: { ...(csrf ? { 'x-otklik-csrf': csrf } : {}), ...headers },
    })
    const set = response.cookies.find((one) => one.name === 'otklik')
    if (set) cookie = set.value || undefined
    const told = response.json()
    if (typeof told.csrfToken === 'string') csrf = told.csrfToken
    return { status: response.statusCode, told, headers: response.headers, set }
  }
  return { send, signIn: (login: string) => send('POST', '/api/session', { login, password }) }
}

it('signing in gives a cookie that scripts cannot read, the places and the token for changes', async () => {
  const { send, signIn } = browser()
  const before = await send('GET', '/api/session')
  assert.deepEqual([before.status, before.told.signedIn, before.told.csrfToken], [200, false, null])
  const { status, told, set } = await signIn('Anna')
  assert.equal(status, 200)
  const session = told as Session
  assert.deepEqual(
    session.centres.map(({ slug, roleName, permissions }) => [slug, roleName, permissions]),
    [['small', 'Специалист', ['case.read']]],
  )
  assert.deepEqual([set?.httpOnly, set?.sameSite, set?.path, set?.maxAge], [true, 'Lax', '/', undefined])
  assert.equal((await send('GET', '/api/session')).told.account.login, 'anna')
})

it('a wrong password is told in one sentence and the body’s mistakes by field', async () => {
  const { send } = browser()
  const wrong = await send('POST', '/api/session', { login: 'anna', password: 'не тот' })
  assert.deepEqual([wrong.status, wrong.told.error.reason], [401, 'wrong-password'])
  assert.match(wrong.told.error.message, /^Неверный логин или пароль/)
  const gap = await send('POST', '/api/session', { login: 'anna' })
  assert.deepEqual([gap.status, gap.told.error.reason], [422, 'bad-input'])
})

it('a change without the session’s token, or with another’s, or from another site, is refused', async () => {
  const { send, signIn } = browser()
  await signIn('head')
  const add = (headers: object) =>
    send('POST', '/api/centres/small/people', { login: 'x', name: 'X', role: 'head' }, headers)
  for (const headers of [{ 'x-otklik-csrf': '' }, { 'x-otklik-csrf': 'a'.repeat(43) }]) {
    const refused = await add(headers)
    assert.deepEqual([refused.status, refused.told.error.reason], [403, 'bad-csrf'])
  }
  const foreign = await add({ 'sec-fetch-site': 'cross-site' })
  assert.deepEqual([foreign.status, foreign.told.error.reason], [403, 'foreign-page'])
  const login = await send(
    'POST',
    '/api/session',
    { login: 'anna', password },
    { 'sec-fetch-site': 'cross-site' },
  )
  assert.deepEqual([login.status, login.told.error.reason], [403, 'foreign-page'])
})

it('every route but the session asks who it is, and a place in the centre of the path', async () => {
  const { send, signIn } = browser()
  assert.equal((await send('GET', '/api/centres/small/people')).status, 401)
  await signIn('root')
  const people = await send('GET', '/api/centres/small/people')
  const nowhere = await send('GET', '/api/centres/nowhere/people')
  assert.deepEqual([people.status, people.told.error.reason], [403, 'no-place'])
  assert.deepEqual(nowhere.told.error.message, people.told.error.message)
  assert.equal((await send('GET', '/api/installation/accounts')).status, 200)
  const anna = browser()
  await anna.signIn('anna')
  const accounts = await anna.send('GET', '/api/installation/accounts')
  assert.deepEqual([accounts.status, accounts.told.error.reason], [403, 'not-installation-admin'])
})

it('a newcomer with a one-time password reaches nothing until they choose their own', async () => {
  const head = browser()
  await head.signIn('head')
  const added = await head.send('POST', '/api/centres/small/people', {
    login: 'nova',
    name: 'Нова',
    role: 'specialist',
  })
  assert.equal(added.status, 200)
  const current = added.told.oneTimePassword as string
  const nova = browser()
  await nova.send('POST', '/api/session', { login: 'nova', password: current })
  const early = await nova.send('GET', '/api/centres/small/people')
  assert.deepEqual([early.status, early.told.error.reason], [403, 'must-change-password'])
  const weak = await nova.send('POST', '/api/password', { current, next: 'nova' })
  assert.deepEqual([weak.status, weak.told.error.reason], [422, 'weak-password'])
  assert.equal(
    (await nova.send('POST', '/api/password', { current, next: 'семь сизых голубей' })).status,
    200,
  )
  assert.equal((await nova.send('GET', '/api/centres/small/people')).status, 200)
})

it('the head reads who was added in the journal, and a specialist may not', async () => {
  const head = browser()
  await head.signIn('head')
  const { told } = await head.send('GET', '/api/centres/small/journal?action=person-added&limit=200')
  assert.ok(told.entries.some((entry: { data: { login: string } }) => entry.data.login === 'nova'))
  const anna = browser()
  await anna.signIn('anna')
  assert.equal((await anna.send('GET', '/api/centres/small/journal')).status, 403)
})

it('one click signs in a demo person, who is offered before signing in', async () => {
  const { send } = browser()
  assert.deepEqual((await send('GET', '/api/session')).told.demo, [
    { login: 'demo', name: 'Показ', roleName: 'Специалист', position: 'специалист' },
  ])
  const demo = await send('POST', '/api/session/demo', { login: 'demo' })
  assert.deepEqual([demo.status, demo.told.account.isDemo], [200, true])
  assert.equal((await browser().send('POST', '/api/session/demo', { login: 'head' })).status, 403)
})

it('the cookie changes while one works and the session ends for one who is away', async () => {
  const { send, signIn } = browser()
  await signIn('anna')
  now = noon.add({ minutes: 16 })
  const rotated = await send('GET', '/api/centres/small/people')
  assert.ok(rotated.set?.value)
  now = noon.add({ minutes: 30 })
  assert.equal((await send('GET', '/api/centres/small/people')).status, 200)
  now = noon.add({ minutes: 120 })
  assert.equal((await send('GET', '/api/centres/small/people')).status, 401)
  now = noon
})

it('signing out ends the session at once', async () => {
  const { send, signIn } = browser()
  await signIn('anna')
  assert.equal((await send('DELETE', '/api/session')).status, 200)
  assert.equal((await send('GET', '/api/centres/small/people')).status, 401)
})
