import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { noon, smallCentre, testVault } from '../../test/small-centre.ts'
import type { Centre } from '../charter/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import { addDemoPerson, addUser } from './add-user.ts'
import { atDesk } from './at-desk.ts'
import { changePassword } from './change-password.ts'
import type { PeopleContext } from './context.ts'
import { createLimiter } from './limiter.ts'
import { authenticate, type SignedIn } from './sessions.ts'
import { createSignInLimits, signIn, signInDemo } from './sign-in.ts'
import { signOutEverywhere } from './sign-out.ts'

const password = 'три жёлтых трамвая'
const origin = { address: '10.0.0.1', agent: 'test' }
let database: TestDatabase
let centre: Centre
let other: Centre

before(async () => {
  database = await testDatabase()
  centre = await smallCentre(database.db, 'small', true)
  other = await smallCentre(database.db, 'other')
})
after(() => database.close())

const context = (now = noon, isLoopback = true): PeopleContext => ({
  db: database.db,
  clock: () => now,
  vault: testVault,
  loadCentre: async (slug) => (slug === other.slug ? other : centre),
  isLoopback,
})

async function person(login: string, role = 'specialist', where = centre): Promise<void> {
  await addUser(database.db, { centre: where, now: noon, vault: testVault }, { login, role, password })
}

const enter = (login: string, now = noon, given = password) =>
  signIn(context(now), createSignInLimits(), { login, password: given, origin })

async function signedIn(login: string, now = noon): Promise<SignedIn> {
  const { token } = await enter(login, now)
  const found = await authenticate(database.db, token, now)
  assert.ok(found)
  return found
}

const refusal = (reason: string) => (error: unknown) => (error as { reason?: string }).reason === reason

it('one who signs in is known by the token and works at a desk of their own centre only', async () => {
  await person('anna')
  const anna = await signedIn('anna')
  assert.equal(anna.account.login, 'anna')
  assert.deepEqual(
    anna.places.map((place) => place.slug),
    ['small'],
  )
  const at = { signedIn: anna, now: noon, vault: testVault, loadCentre: context().loadCentre }
  const actor = await atDesk(database.db, { ...at, centreSlug: 'small' }, async (desk) => desk.actor)
  assert.deepEqual([actor.role, actor.reach, [...actor.permissions]], ['specialist', 'centre', ['case.read']])
  for (const centreSlug of ['other', 'no-such-centre']) {
    await assert.rejects(
      atDesk(database.db, { ...at, centreSlug }, async () => {}),
      refusal('no-place'),
    )
  }
})

it('an unknown login and a wrong password are refused alike', async () => {
  await person('boris')
  await assert.rejects(enter('boris', noon, 'не тот пароль'), refusal('wrong-password'))
  await assert.rejects(enter('nobody', noon, 'не тот пароль'), refusal('wrong-password'))
})

it('after five wrong passwords the login is closed for half a minute, then for longer, and opens by itself', async () => {
  await person('vera')
  for (let tries = 0; tries < 5; tries += 1) {
    await assert.rejects(enter('vera', noon, 'не тот пароль'), refusal('wrong-password'))
  }
  await assert.rejects(enter('vera', noon.add({ seconds: 29 })), refusal('wait'))
  await assert.rejects(enter('vera', noon.add({ seconds: 31 }), 'не тот пароль'), refusal('wrong-password'))
  await assert.rejects(enter('vera', noon.add({ seconds: 85 })), refusal('wait'))
  await enter('vera', noon.add({ seconds: 95 }))
  await assert.rejects(enter('vera', noon.add({ seconds: 96 }), 'не тот пароль'), refusal('wrong-password'))
  await enter('vera', noon.add({ seconds: 97 }))
})

it('too many attempts from one address are refused before any password is looked at', async () => {
  const limits = {
    byAddress: createLimiter({ most: 2, seconds: 60 }),
    byLogin: createLimiter({ most: 9, seconds: 60 }),
  }
  const attempt = () => signIn(context(), limits, { login: 'nobody', password, origin })
  await assert.rejects(attempt(), refusal('wrong-password'))
  await assert.rejects(attempt(), refusal('wrong-password'))
  await assert.rejects(attempt(), refusal('wait'))
})

it('a token changes every quarter of an hour, and the old one ends the session when used after the new', async () => {
  await person('galina')
  const { token } = await enter('galina')
  const later = noon.add({ minutes: 16 })
  const changed = await authenticate(database.db, token, later)
  assert.ok(changed?.newToken)
  const underWay = await authenticate(database.db, token, later.add({ seconds: 20 }))
  assert.equal(underWay?.newToken, null)
  assert.ok(await authenticate(database.db, changed.newToken, later.add({ seconds: 30 })))
  assert.equal(await authenticate(database.db, token, later.add({ minutes: 2 })), null)
  assert.equal(await authenticate(database.db, changed.newToken, later.add({ minutes: 2 })), null)
})

it('a changed token that never arrived is changed again for the one who still has the old one', async () => {
  await person('darya')
  const { token } = await enter('darya')
  const lost = await authenticate(database.db, token, noon.add({ minutes: 16 }))
  const again = await authenticate(database.db, token, noon.add({ minutes: 20 }))
  assert.ok(lost?.newToken && again?.newToken)
  assert.notEqual(again.newToken, lost.newToken)
  assert.ok(await authenticate(database.db, again.newToken, noon.add({ minutes: 21 })))
  assert.equal(await authenticate(database.db, lost.newToken, noon.add({ minutes: 21 })), null)
})

it('a session ends after an hour without requests and after twelve hours of work', async () => {
  await person('egor')
  const idle = await enter('egor')
  assert.equal(await authenticate(database.db, idle.token, noon.add({ minutes: 61 })), null)
  let { token } = await enter('egor')
  for (let minutes = 10; minutes <= 720; minutes += 10) {
    const found = await authenticate(database.db, token, noon.add({ minutes }))
    assert.ok(found, `after ${minutes} minutes`)
    token = found.newToken ?? token
  }
  assert.equal(await authenticate(database.db, token, noon.add({ minutes: 721 })), null)
})

it('signing out everywhere and a new password end the other sessions', async () => {
  await person('zoya')
  const first = await enter('zoya')
  const second = await signedIn('zoya')
  await signOutEverywhere(context(), second)
  assert.equal(await authenticate(database.db, first.token, noon), null)
  const third = await enter('zoya')
  const change = { signedIn: await signedIn('zoya'), current: password, next: 'семь сизых голубей', origin }
  const limiter = createLimiter({ most: 9, seconds: 60 })
  await assert.rejects(
    changePassword(context(), limiter, { ...change, next: 'короткий' }),
    refusal('weak-password'),
  )
  const fresh = await changePassword(context(), limiter, change)
  assert.equal(await authenticate(database.db, third.token, noon), null)
  assert.ok(await authenticate(database.db, fresh.token, noon))
  await assert.rejects(enter('zoya'), refusal('wrong-password'))
})

it('a demo person signs in by one click on a loopback address and nowhere else', async () => {
  const demo = {
    login: 'demo',
    name: 'Показ',
    role: 'head',
    position: '',
    sectorBlock: null,
    organisation: null,
  }
  await addDemoPerson(database.db, { centre, now: noon, vault: testVault }, demo)
  await person('ordinary')
  const { token } = await signInDemo(context(), { login: 'demo', origin })
  assert.equal((await authenticate(database.db, token, noon))?.account.isDemo, true)
  await assert.rejects(signInDemo(context(noon, false), { login: 'demo', origin }), refusal('no-demo'))
  await assert.rejects(signInDemo(context(), { login: 'ordinary', origin }), refusal('no-demo'))
})

it('neither passwords nor tokens are kept', async () => {
  await person('irina')
  const { token } = await enter('irina')
  const kept = await inReach(database.db, 'identity', async (scope) => [
    await scope.selectFrom('accounts').selectAll().execute(),
    await scope.selectFrom('sessions').selectAll().execute(),
    await scope.selectFrom('installation_journal').selectAll().execute(),
  ])
  const text = JSON.stringify(kept, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64url') : value,
  )
  assert.ok(text.includes('irina'))
  assert.ok(!text.includes(token) && !text.includes(password))
})

it('one login works in two centres by its own password, and no other password opens it a place', async () => {
  await person('two')
  await person('two', 'head', other)
  const { places } = await signedIn('two')
  assert.deepEqual(places.map((place) => place.slug).toSorted(), ['other', 'small'])
  const at = { centre: other, now: noon, vault: testVault }
  await assert.rejects(
    addUser(database.db, at, { login: 'anna', role: 'head', password: 'семь сизых голубей' }),
    refusal('login-taken'),
  )
  await assert.rejects(addUser(database.db, at, { login: 'new', role: 'boss', password }), refusal('no-role'))
  await assert.rejects(
    addUser(database.db, at, { login: 'a b', role: 'head', password }),
    refusal('bad-login'),
  )
})
