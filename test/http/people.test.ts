import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { addInstallationAdmin } from '../../src/people/index.ts'
import type { Browser } from '../browser.ts'
import { friday, type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
})
after(() => running.close())

const own = 'три жёлтых трамвая у реки'

it('a new person gets a password shown once, must choose their own, and then works in their role', async () => {
  const given = { login: 'novaya', name: 'Нина Новобережная', role: 'specialist', position: 'Специалист' }
  const { status, told } = await head.post('/people', given)
  assert.equal(status, 200, JSON.stringify(told))
  const once = told.oneTimePassword as string
  const person = await running.browser()
  const signedIn = await person.signIn('novaya', once)
  assert.equal(signedIn.told.account.mustChangePassword, true)
  const early = await person.get('/cases')
  assert.deepEqual([early.status, early.told.error.reason], [403, 'must-change-password'])
  const weak = await person.send('POST', '/api/password', { current: once, next: '12345' })
  assert.equal(weak.status, 422)
  const changed = await person.send('POST', '/api/password', { current: once, next: own })
  assert.equal(changed.status, 200, JSON.stringify(changed.told))
  assert.equal((await person.get('/cases')).status, 200)
  const another = await running.browser()
  assert.equal((await another.signIn('novaya', once)).status, 401)
  assert.equal((await another.signIn('novaya', own)).status, 200)
})

it('a reset ends the person’s sessions and gives another password shown once', async () => {
  const person = await running.browser()
  await person.signIn('novaya', own)
  const { people } = (await head.get('/people')).told
  const { staffId } = people.find((one: { access: { login: string } }) => one.access.login === 'novaya')
  const { oneTimePassword } = (await head.post(`/people/${staffId}/password`)).told
  assert.equal((await person.get('/cases')).status, 401)
  assert.equal((await person.signIn('novaya', own)).status, 401)
  assert.equal((await person.signIn('novaya', oneTimePassword)).status, 200)
  const { entries } = (await head.get('/journal')).told
  const told = JSON.stringify(entries)
  assert.ok(!told.includes(oneTimePassword))
  assert.ok(
    entries.some(
      (one: { actor: string; action: string }) =>
        one.actor === 'Вера Светлобережская' && /password/.test(one.action),
    ),
  )
})

it('a place taken away is gone with the next request, and cases stay', async () => {
  const another = await running.browser('another')
  assert.equal((await another.get('/cases')).status, 200)
  const { staffId } = another.session!.centres[0]!
  const base = `/api/centres/example/people/${staffId}`
  assert.equal((await head.send('PATCH', base, { active: false })).status, 200)
  assert.equal((await another.get('/cases')).status, 403)
  assert.equal((await head.send('PATCH', base, { active: true })).status, 200)
  assert.equal((await another.get('/cases')).status, 200)
})

it('who is away for an hour signs in again and finds everything as it was', async () => {
  const specialist = await running.browser('specialist')
  const { id } = await specialist.register('Не вывозят мусор')
  running.clock.pass({ minutes: 61 })
  const gone = await specialist.get(`/cases/${id}`)
  assert.deepEqual([gone.status, gone.told.error.message], [401, 'Войдите, чтобы продолжить.'])
  await specialist.signInDemo('specialist')
  assert.equal((await specialist.card(id)).id, id)
  running.clock.set(friday)
  await head.signInDemo('head')
})

it('an installation administrator keeps centres and accounts and can reach no case, resident or journal of a centre', async () => {
  const { db } = running.database
  await addInstallationAdmin(db, running.clock.now(), { login: 'keeper', password: own })
  const specialist = await running.browser('specialist')
  const { id } = await specialist.register('Не вывозят мусор')
  const keeper = await running.browser()
  assert.equal((await keeper.signIn('keeper', own)).status, 200)
  assert.equal((await keeper.send('GET', '/api/installation/accounts')).status, 200)
  assert.equal((await keeper.send('GET', '/api/installation/centres')).told.centres[0].slug, 'example')
  for (const path of [
    '/cases',
    `/cases/${id}`,
    '/journal',
    '/read-log',
    '/people',
    '/cases/export.xlsx',
    '/events',
  ])
    assert.equal((await keeper.get(path)).status, 403, path)
  assert.equal(
    (await keeper.post(`/cases/${id}/reveal`, { fields: ['words'], purpose: 'проверка' })).status,
    403,
  )
  assert.equal((await head.send('GET', '/api/installation/accounts')).status, 403)
})
