import assert from 'node:assert/strict'
import { after, before, beforeEach, it } from 'node:test'
import { Secret } from 'otpauth'
import { applyCharter } from '../../src/charter/index.ts'
import { commands } from '../../src/cli/commands.ts'
import { addInstallationAdmin } from '../../src/people/index.ts'
import { inReach } from '../../src/platform/db/centre-scope.ts'
import { exampleFiles, friday, type RunningApp, runningApp } from '../running-app.ts'
import { codeOf, factorPeople, password, reasonOf } from '../second-factor.ts'

let running: RunningApp
let people: ReturnType<typeof factorPeople>

before(async () => {
  running = await runningApp()
  people = factorPeople(running)
  await people.person('boss', 'head')
  await addInstallationAdmin(running.database.db, friday, { login: 'keeper', password })
})
after(() => running.close())
// Sign-ins are let through by the minute: each story begins in another one.
beforeEach(() => running.clock.pass({ minutes: 2 }))

it('who manages people takes a lost factor away with a reason that the journal keeps, never the own one', async () => {
  const { browser, signedIn, withFactor } = people
  const { who } = await withFactor('losing')
  const boss = await signedIn('boss')
  const { people: listed } = (await boss.get('/people')).told
  const staffOf = (login: string): string =>
    listed.find((one: { access: { login: string } }) => one.access.login === login).staffId
  const access = listed.find((one: { access: { login: string } }) => one.access.login === 'losing').access
  assert.equal(access.secondFactor, true)
  const reset = (login: string, body: object) => boss.post(`/people/${staffOf(login)}/factor-reset`, body)
  assert.deepEqual(reasonOf(await reset('losing', { reason: ' ' })), [422, 'bad-input'])
  assert.deepEqual(reasonOf(await reset('boss', { reason: 'себе' })), [403, 'own-place'])
  const told = await reset('losing', { reason: 'Телефон +7 900 555-12-34 утерян' })
  assert.equal(told.status, 200)
  assert.deepEqual(reasonOf(await reset('losing', { reason: 'ещё раз' })), [409, 'no-factor'])
  assert.equal((await who.get('/cases')).status, 401)
  assert.equal((await browser().signIn('losing', password)).told.signedIn, true)
  const [entry] = (await boss.get('/journal?action=factor-reset')).told.entries
  assert.deepEqual([entry.actor, entry.reason], ['boss', 'Телефон [телефон] утерян'])
  const stranger = await signedIn('losing')
  const refused = await stranger.post(`/people/${staffOf('boss')}/factor-reset`, { reason: 'так' })
  assert.deepEqual(reasonOf(refused), [403, 'no-permission'])
})

it('an installation administrator does the same for any account but the own, and the command line for all', async () => {
  const { browser, send, signedIn, withFactor } = people
  await withFactor('of-keeper')
  const keeper = await signedIn('keeper')
  const { accounts } = (await keeper.send('GET', '/api/installation/accounts')).told
  const idOf = (login: string): string => accounts.find((one: { login: string }) => one.login === login).id
  const reset = (login: string) =>
    keeper.send('POST', `/api/installation/accounts/${idOf(login)}/factor-reset`, { reason: 'Утерян' })
  assert.deepEqual(reasonOf(await reset('keeper')), [403, 'own-account'])
  assert.equal((await reset('of-keeper')).status, 200)
  const journal = await keeper.send('GET', '/api/installation/journal?action=account-factor-reset')
  assert.equal(journal.told.entries[0].actor, 'keeper')
  assert.equal(journal.told.entries[0].data.reason, 'Утерян')

  const { key } = (await send(keeper, '')).told
  await send(keeper, '/proof', { code: codeOf(key, running.clock.now()) })
  const command = commands.find(({ name }) => name === 'user reset-factor')!
  const call = (values: Record<string, string>) =>
    command.run({
      positionals: ['Keeper'],
      values,
      open: async () => ({ db: running.database.db }),
    } as unknown as Parameters<typeof command.run>[0])
  await assert.rejects(call({}), /причину/)
  assert.match((await call({ reason: 'Утерян телефон' })).lines[0]!, /keeper/)
  await assert.rejects(call({ reason: 'Ещё раз' }), /сбрасывать нечего/)
  assert.equal((await browser().signIn('keeper', password)).told.signedIn, true)
})

it('where the charter demands it of a role, nothing of the centre opens before it is on, and it cannot be turned off; others and demo accounts go on as before', async () => {
  const { browser, send, nextCode, person } = people
  const { db } = running.database
  await running.centre('strict')
  const files = exampleFiles()
  const text = files['charter.yaml']!
  const demanding = text.replace('  - code: head\n', '  - code: head\n    secondFactor: true\n')
  assert.notEqual(demanding, text)
  const given = { slug: 'strict', actor: 'проверка', now: running.clock.now(), isDemo: true }
  await applyCharter(db, { ...given, files: { ...files, 'charter.yaml': demanding } })
  await person('strict-head', 'head', 'strict')
  await person('strict-duty', 'duty', 'strict')

  const head = browser('strict')
  const session = (await head.signIn('strict-head', password)).told
  assert.deepEqual([session.signedIn, session.mustHaveFactor], [true, true])
  for (const path of ['/cases', '/people', '/charter', '/events'])
    assert.deepEqual(reasonOf(await head.get(path)), [403, 'must-have-factor'], path)
  const changed = await head.post('/cases', { channel: 'phone', text: 'Яма' })
  assert.deepEqual(reasonOf(changed), [403, 'must-have-factor'])
  const { key } = (await send(head, '')).told
  await send(head, '/proof', { code: codeOf(key, running.clock.now()) })
  assert.equal((await head.send('GET', '/api/session')).told.mustHaveFactor, false)
  assert.equal((await head.get('/cases')).status, 200)
  const off = await send(head, '/off', { password, code: nextCode(key) })
  assert.deepEqual(reasonOf(off), [403, 'factor-demanded'])
  const { factor } = (await head.send('GET', '/api/account')).told
  assert.deepEqual(factor.demandedBy, [{ role: 'Руководитель МЦУ', centre: factor.demandedBy[0].centre }])

  const duty = browser('strict')
  assert.equal((await duty.signIn('strict-duty', password)).told.mustHaveFactor, false)
  assert.equal((await duty.get('/cases')).status, 200)
  const demo = await running.browser('head', 'strict')
  assert.equal(demo.session!.mustHaveFactor, false)
  assert.equal((await demo.get('/cases')).status, 200)
})

it('neither secrets nor codes stand in the database or the log as they are', async () => {
  const { withFactor } = people
  const { key, codes } = await withFactor('kept')
  const rows = await inReach(running.database.db, 'identity', async (scope) => [
    await scope.selectFrom('second_factors').selectAll().execute(),
    await scope.selectFrom('recovery_codes').selectAll().execute(),
    await scope.selectFrom('half_sessions').selectAll().execute(),
    await scope.selectFrom('installation_journal').selectAll().execute(),
  ])
  const asText = (form: 'latin1' | 'hex' | 'base64') =>
    JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString(form) : value,
    )
  const kept = [asText('latin1'), asText('hex'), asText('base64'), JSON.stringify(running.log)].join('\n')
  assert.ok(kept.includes('factor-turned-on'))
  const bytes = Buffer.from(Secret.fromBase32(key).bytes)
  const secrets = [
    key,
    bytes.toString('hex'),
    bytes.toString('base64'),
    ...codes,
    ...codes.map((code) => code.replaceAll('-', '')),
  ]
  assert.deepEqual(
    secrets.filter((secret) => kept.includes(secret)),
    [],
  )
})
