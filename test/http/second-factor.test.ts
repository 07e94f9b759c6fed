import assert from 'node:assert/strict'
import { after, before, beforeEach, it } from 'node:test'
import { type RunningApp, runningApp } from '../running-app.ts'
import { codeOf, factorPeople, password, reasonOf } from '../second-factor.ts'

let running: RunningApp
let people: ReturnType<typeof factorPeople>

before(async () => {
  running = await runningApp()
  people = factorPeople(running)
  await people.person('anna', 'specialist')
  await people.person('boss', 'head')
})
after(() => running.close())
// Sign-ins are let through by the minute: each story begins in another one.
beforeEach(() => running.clock.pass({ minutes: 2 }))

it('a secret shown asks for nothing until its first code proves it, and then a password alone opens nothing', async () => {
  const { browser, send, signedIn, nextCode } = people
  const anna = await signedIn('anna')
  const begun = await send(anna, '')
  assert.equal(begun.status, 200)
  assert.match(begun.told.uri, /^otpauth:\/\/totp\//)
  assert.equal((await browser().signIn('anna', password)).told.signedIn, true)
  assert.deepEqual(reasonOf(await send(anna, '/proof', { code: '000000' })), [422, 'wrong-code'])
  const { key } = begun.told
  const proved = await send(anna, '/proof', { code: codeOf(key, running.clock.now()) })
  assert.equal(proved.told.recoveryCodes.length, 10)

  const half = browser()
  const first = await half.signIn('anna', password)
  assert.deepEqual(
    [first.status, first.told.signedIn, first.told.awaitsCode, first.told.account, first.told.centres],
    [200, false, true, null, []],
  )
  assert.equal(half.cookie, undefined)
  for (const path of ['/api/centres/example/cases', '/api/account', '/api/centres/example/people'])
    assert.equal((await half.send('GET', path)).status, 401, path)
  assert.equal((await half.send('GET', '/api/session')).told.awaitsCode, true)
  // Nor does its cookie open anything where a session's is looked for.
  half.cookie = half.halfCookie!.replace('otklik-step=', 'otklik=')
  assert.equal((await half.get('/cases')).status, 401)
  half.cookie = undefined

  assert.deepEqual(reasonOf(await half.giveCode('000000')), [401, 'wrong-code'])
  const second = await half.giveCode(nextCode(key))
  assert.deepEqual([second.status, second.told.account?.login], [200, 'anna'])
  assert.equal(second.told.account.secondFactor, true)
  assert.equal((await half.get('/cases')).status, 200)
  assert.equal(half.halfCookie, undefined)
})

it('the same code is refused the second time, on another device and after signing out too', async () => {
  const { browser, withFactor, nextCode } = people
  const { key } = await withFactor('replayed')
  const code = nextCode(key)
  const [one, other] = [browser(), browser()]
  await one.signIn('replayed', password)
  await other.signIn('replayed', password)
  const answers = await Promise.all([one.giveCode(code), one.giveCode(code), other.giveCode(code)])
  const right = answers.filter(({ status }) => status === 200)
  assert.equal(right.length, 1)
  const again = browser()
  await again.signIn('replayed', password)
  assert.deepEqual(reasonOf(await again.giveCode(code)), [401, 'used-code'])
  assert.equal((await again.giveCode(nextCode(key))).status, 200)
})

it('a telephone half a minute off signs in, and the password waits five minutes for the code', async () => {
  const { browser, withFactor } = people
  const { key } = await withFactor('slow')
  running.clock.pass({ minutes: 2 })
  const who = browser()
  await who.signIn('slow', password)
  assert.equal((await who.giveCode(codeOf(key, running.clock.now().subtract({ seconds: 30 })))).status, 200)
  await who.signIn('slow', password)
  running.clock.pass({ seconds: 301 })
  const late = await who.giveCode(codeOf(key, running.clock.now()))
  assert.deepEqual(reasonOf(late), [401, 'password-again'])
  assert.equal((await who.send('GET', '/api/session')).told.awaitsCode, false)
})

it('after five wrong codes the second step is closed for half a minute, a right password opens it no sooner, and the person is told the count', async () => {
  const { browser, withFactor } = people
  const { key } = await withFactor('guessed')
  const thief = browser()
  await thief.signIn('guessed', password)
  for (let tries = 0; tries < 5; tries += 1)
    assert.deepEqual(reasonOf(await thief.giveCode(`00000${tries}`)), [401, 'wrong-code'])
  assert.deepEqual(reasonOf(await thief.giveCode(codeOf(key, running.clock.now()))), [429, 'wait'])
  await thief.signIn('guessed', password)
  assert.deepEqual(reasonOf(await thief.giveCode(codeOf(key, running.clock.now()))), [429, 'wait'])
  running.clock.pass({ seconds: 31 })
  const owner = browser()
  await owner.signIn('guessed', password)
  assert.equal((await owner.giveCode(codeOf(key, running.clock.now()))).status, 200)
  const { events } = (await owner.send('GET', '/api/account')).told
  assert.deepEqual(
    events
      .slice(0, 2)
      .map((event: { action: string; data: { attempts?: number; wrongCodes?: number } }) => [
        event.action,
        event.data.attempts ?? event.data.wrongCodes,
      ]),
    [
      ['signed-in', 5],
      ['codes-locked', 5],
    ],
  )
})

it('a recovery code signs in once, and new ones put an end to the former', async () => {
  const { browser, send, withFactor, nextCode } = people
  const { key, codes } = await withFactor('lost')
  const [first = '', second = ''] = codes
  const who = browser()
  await who.signIn('lost', password)
  assert.equal((await who.giveCode(first.toUpperCase().replaceAll('-', ' '))).status, 200)
  const own = (await who.send('GET', '/api/account')).told
  assert.equal(own.factor.recoveryCodesLeft, 9)
  assert.equal(own.events[0].data.by, 'recovery')
  await who.signIn('lost', password)
  assert.deepEqual(reasonOf(await who.giveCode(first)), [401, 'wrong-code'])
  assert.equal((await who.giveCode(nextCode(key))).status, 200)
  assert.deepEqual(reasonOf(await send(who, '/recovery-codes', { code: '000000' })), [422, 'wrong-code'])
  const renewed = (await send(who, '/recovery-codes', { code: nextCode(key) })).told.recoveryCodes
  assert.equal(renewed.length, 10)
  await who.signIn('lost', password)
  assert.deepEqual(reasonOf(await who.giveCode(second)), [401, 'wrong-code'])
  assert.equal((await who.giveCode(renewed[0])).status, 200)
})

it('it is turned off by password and code together, and turned on by the password where signing in was long ago', async () => {
  const { browser, send, withFactor, nextCode } = people
  const { who, key } = await withFactor('changing')
  assert.deepEqual(reasonOf(await send(who, '')), [409, 'factor-on'])
  const wrong = await send(who, '/off', { password: 'не тот', code: nextCode(key) })
  assert.deepEqual(reasonOf(wrong), [422, 'wrong-current-password'])
  assert.deepEqual(reasonOf(await send(who, '/off', { password, code: '000000' })), [422, 'wrong-code'])
  assert.equal((await send(who, '/off', { password, code: nextCode(key) })).status, 200)
  assert.equal((await browser().signIn('changing', password)).told.signedIn, true)

  running.clock.pass({ minutes: 11 })
  assert.equal((await who.send('GET', '/api/account')).told.factor.asksPassword, true)
  assert.deepEqual(reasonOf(await send(who, '')), [422, 'wrong-current-password'])
  assert.equal((await send(who, '', { password })).status, 200)
  running.clock.pass({ minutes: 16 })
  const late = await send(who, '/proof', { code: '123456' })
  assert.deepEqual(reasonOf(late), [409, 'begin-again'])
})

it('a demo account has no second factor', async () => {
  const { send } = people
  const demo = await running.browser('specialist')
  assert.deepEqual(reasonOf(await send(demo, '')), [403, 'demo-account'])
})

it('turning it on ends the other sessions, each of which one sees and may end', async () => {
  const { send, signedIn, person } = people
  await person('many', 'specialist')
  const [one, other, third] = [await signedIn('many'), await signedIn('many'), await signedIn('many')]
  const { sessions } = (await one.send('GET', '/api/account')).told
  assert.equal(sessions.length, 3)
  assert.equal(sessions.filter((session: { isThis: boolean }) => session.isThis).length, 1)
  const foreign = (await (await signedIn('boss')).send('GET', '/api/account')).told.sessions[0].id
  await one.send('DELETE', `/api/account/sessions/${foreign}`)
  const own = sessions.filter((session: { isThis: boolean }) => !session.isThis)
  assert.equal((await one.send('DELETE', `/api/account/sessions/${own[0].id}`)).status, 200)
  const left = await Promise.all([one, other, third].map((who) => who.get('/cases')))
  assert.equal(left.filter(({ status }) => status === 200).length, 2)
  const { key } = (await send(one, '')).told
  await send(one, '/proof', { code: codeOf(key, running.clock.now()) })
  const after = await Promise.all([one, other, third].map((who) => who.get('/cases')))
  assert.deepEqual(
    after.map(({ status }) => status),
    [200, 401, 401],
  )
})
