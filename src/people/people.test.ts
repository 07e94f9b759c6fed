import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { noon, smallCentre, testVault } from '../../test/small-centre.ts'
import { readJournal } from '../audit/index.ts'
import type { Centre } from '../charter/index.ts'
import { changeAccount, createAccount, grantPlace, listAccounts } from './accounts.ts'
import { addPerson } from './add-person.ts'
import { addInstallationAdmin, addUser } from './add-user.ts'
import { atDesk } from './at-desk.ts'
import { changePerson } from './change-person.ts'
import type { PeopleContext } from './context.ts'
import type { Desk } from './desk.ts'
import { listPeople } from './list-people.ts'
import { resetAccountPassword, resetPersonPassword } from './reset-password.ts'
import { authenticate, type SignedIn } from './sessions.ts'
import { createSignInLimits, signIn } from './sign-in.ts'

const password = 'три жёлтых трамвая'
const origin = { address: null, agent: null }
let database: TestDatabase
let centre: Centre
let other: Centre
let context: PeopleContext
let head: SignedIn
let admin: SignedIn

before(async () => {
  database = await testDatabase()
  centre = await smallCentre(database.db, 'small')
  other = await smallCentre(database.db, 'other')
  const loadCentre = async (slug: string) => (slug === other.slug ? other : centre)
  context = { db: database.db, clock: () => noon, vault: testVault, loadCentre, isLoopback: false }
  await addUser(
    database.db,
    { centre, now: noon, vault: testVault },
    { login: 'head', role: 'head', password },
  )
  await addInstallationAdmin(database.db, noon, { login: 'root', password })
  head = await enter('head', password)
  admin = await enter('root', password)
})
after(() => database.close())

async function enter(login: string, given: string): Promise<SignedIn> {
  const { token } = await signIn(context, createSignInLimits(), { login, password: given, origin })
  const found = await authenticate(database.db, token, noon)
  assert.ok(found)
  return found
}

const at = (signedIn: SignedIn, centreSlug = 'small') => ({
  centreSlug,
  signedIn,
  now: noon,
  vault: testVault,
  loadCentre: context.loadCentre,
})
const asHead = <T>(work: (desk: Desk) => Promise<T>) => atDesk(database.db, at(head), work)
const refusal = (reason: string) => (error: unknown) => (error as { reason?: string }).reason === reason
const newcomer = (login: string) => ({
  login,
  name: 'Новый сотрудник',
  role: 'specialist',
  position: 'специалист',
  sectorBlock: null,
  organisation: null,
})

it('a person added by the head signs in with the password shown once and must change it', async () => {
  const { person, oneTimePassword } = await asHead((desk) => addPerson(desk, newcomer('petr')))
  assert.equal(person.roleName, 'Специалист')
  const petr = await enter('petr', oneTimePassword)
  assert.equal(petr.account.mustChangePassword, true)
  await assert.rejects(
    asHead((desk) => addPerson(desk, newcomer('petr'))),
    refusal('login-taken'),
  )
})

it('a role, block and organisation must stand in the charter', async () => {
  const add = (change: object) => asHead((desk) => addPerson(desk, { ...newcomer('nikto'), ...change }))
  await assert.rejects(add({ role: 'boss' }), refusal('no-role'))
  await assert.rejects(add({ sectorBlock: 'space' }), refusal('no-sector-block'))
  await assert.rejects(add({ organisation: 'nasa' }), refusal('no-organisation'))
  await assert.rejects(add({ role: 'block-specialist' }), refusal('needs-sector-block'))
})

it('one without the permission sees colleagues but not how they sign in, and manages nobody', async () => {
  const { oneTimePassword } = await asHead((desk) => addPerson(desk, newcomer('lidia')))
  const lidia = await enter('lidia', oneTimePassword)
  const seen = await atDesk(database.db, at(lidia), listPeople)
  assert.ok(seen.length >= 2)
  assert.ok(seen.every((person) => person.access === null))
  await assert.rejects(
    atDesk(database.db, at(lidia), (desk) => addPerson(desk, newcomer('x2'))),
    refusal('no-permission'),
  )
})

it('a change of place is journaled with what it was, and the person loses the desk when the place is taken away', async () => {
  const { person, oneTimePassword } = await asHead((desk) => addPerson(desk, newcomer('maria')))
  const changed = await asHead((desk) =>
    changePerson(desk, person.staffId, { role: 'head', name: 'Мария Новая' }),
  )
  assert.deepEqual([changed.role, changed.name], ['head', 'Мария Новая'])
  const { entries } = await asHead((desk) =>
    readJournal(desk, { limit: 1, action: 'person-changed' }, async () => new Map()),
  )
  assert.deepEqual(entries[0]?.data, {
    staffId: person.staffId,
    before: { name: 'Новый сотрудник', role: 'specialist' },
    after: { name: 'Мария Новая', role: 'head' },
  })
  assert.equal(entries[0]?.actor, 'head')
  await asHead((desk) => changePerson(desk, person.staffId, { active: false }))
  const maria = await enter('maria', oneTimePassword)
  await assert.rejects(
    atDesk(database.db, at(maria), async () => {}),
    refusal('no-place'),
  )
})

it('nobody changes their own place', async () => {
  const staffId = head.places[0]?.staffId ?? ''
  await assert.rejects(
    asHead((desk) => changePerson(desk, staffId, { active: false })),
    refusal('own-place'),
  )
  await assert.rejects(
    asHead((desk) => resetPersonPassword(desk, staffId)),
    refusal('own-place'),
  )
})

it('a reset password is shown once, ends the sessions, and is refused for one who works in another centre too', async () => {
  const { person, oneTimePassword } = await asHead((desk) => addPerson(desk, newcomer('oleg')))
  const oleg = await enter('oleg', oneTimePassword)
  const reset = await asHead((desk) => resetPersonPassword(desk, person.staffId))
  await assert.rejects(enter('oleg', oneTimePassword), refusal('wrong-password'))
  await enter('oleg', reset.oneTimePassword)
  const given = {
    accountId: oleg.account.id,
    centre: 'other',
    role: 'head',
    position: '',
    sectorBlock: null,
    organisation: null,
  }
  await grantPlace(context, admin, given)
  await assert.rejects(
    asHead((desk) => resetPersonPassword(desk, person.staffId)),
    refusal('account-of-others'),
  )
  await resetAccountPassword(context, admin, oleg.account.id)
  await assert.rejects(enter('oleg', reset.oneTimePassword), refusal('wrong-password'))
})

it('an installation administrator has no desk in any centre and can be given no place', async () => {
  await assert.rejects(
    atDesk(database.db, at(admin), async () => {}),
    refusal('no-place'),
  )
  const given = {
    accountId: admin.account.id,
    centre: 'small',
    role: 'head',
    position: '',
    sectorBlock: null,
    organisation: null,
  }
  await assert.rejects(grantPlace(context, admin, given), refusal('admin-without-place'))
})

it('an account is made above the centres, given a place, blocked and opened again', async () => {
  const { id, oneTimePassword } = await createAccount(context, 'root', {
    login: 'rita',
    name: 'Рита',
    isInstallationAdmin: false,
  })
  const place = {
    accountId: id,
    centre: 'small',
    role: 'specialist',
    position: '',
    sectorBlock: null,
    organisation: null,
  }
  await grantPlace(context, admin, place)
  await assert.rejects(grantPlace(context, admin, place), refusal('place-taken'))
  const found = (await listAccounts(context)).find((account) => account.id === id)
  assert.deepEqual(
    found?.places.map(({ slug, role }) => [slug, role]),
    [['small', 'specialist']],
  )
  await enter('rita', oneTimePassword)
  await changeAccount(context, admin, id, { blocked: true })
  await assert.rejects(enter('rita', oneTimePassword), refusal('account-blocked'))
  await changeAccount(context, admin, id, { blocked: false })
  await enter('rita', oneTimePassword)
  await assert.rejects(
    changeAccount(context, admin, admin.account.id, { blocked: true }),
    refusal('own-account'),
  )
})
