import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { noon, smallCentre } from '../../test/small-centre.ts'
import { type Permission, permissionCodes } from '../charter/contract.ts'
import type { Centre } from '../charter/index.ts'
import { inCentre, inReach, type Scope } from '../platform/db/centre-scope.ts'
import { type Entry, entryId, readInstallationJournal, readJournal, readReadLog } from './index.ts'
import { record, recordAbove, recordMany, recordReading, withoutContacts } from './index.ts'

let database: TestDatabase
let centre: Centre

before(async () => {
  database = await testDatabase()
  centre = await smallCentre(database.db, 'small')
})
after(() => database.close())

const staffId = entryId(noon)
const actor = { staffId, name: 'Анна', permissions: new Set<Permission>(permissionCodes) }
const desk = (scope: Scope, now = noon) => ({ scope, centre, actor, now })
const inside = <T>(work: (scope: Scope) => Promise<T>) => inCentre(database.db, centre.id, work)
const noNumbers = async () => new Map<string, string>()
const reset = (): Entry => ({ action: 'password-reset', data: { staffId } })

it('ids of one moment keep the order they were made in and lie between their moment and the next', () => {
  const made = Array.from({ length: 5000 }, () => entryId(noon))
  assert.deepEqual(made.toSorted(), made)
  assert.equal(new Set(made).size, made.length)
  assert.ok(made.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)))
  assert.ok((made.at(-1) ?? '') < entryId(noon.add({ milliseconds: 1 })))
})

it('the journal is read newest first, page by page, by person, action and period', async () => {
  await inside(async (scope) => {
    const hours = [0, 1, 2, 3, 4]
    for (const hour of hours) await record(desk(scope, noon.add({ hours: hour })), reset())
    const first = await readJournal(desk(scope), { limit: 2 }, noNumbers)
    const second = await readJournal(desk(scope), { limit: 2, cursor: first.nextCursor ?? '' }, noNumbers)
    const third = await readJournal(desk(scope), { limit: 2, cursor: second.nextCursor ?? '' }, noNumbers)
    const seen = [first, second, third].flatMap((page) => page.entries.map((entry) => entry.at))
    assert.deepEqual(
      seen,
      hours.toReversed().map((hour) => noon.add({ hours: hour }).toString()),
    )
    assert.equal(third.nextCursor, null)
    assert.equal(first.entries[0]?.actionName, 'выдан разовый пароль')
    const period = { from: '2026-11-20T13:00:00Z', to: '2026-11-20T15:00:00Z' }
    const within = await readJournal(desk(scope), { limit: 9, ...period, actorId: staffId }, noNumbers)
    assert.equal(within.entries.length, 2)
    const others = await readJournal(desk(scope), { limit: 9, action: 'data-erased' }, noNumbers)
    assert.equal(others.entries.length, 0)
  })
})

it('an entry of an unknown shape is not written, nor the others with it', async () => {
  const wrong = { action: 'password-reset', data: { staffId, words: 'жалоба' } } as unknown as Entry
  await assert.rejects(
    inside((scope) => recordMany(desk(scope), [reset(), wrong])),
    /words/,
  )
})

it('many entries are written at once, each with its own moment and actor', async () => {
  await inside(async (scope) => {
    const at = noon.subtract({ hours: 24 * 30 })
    const source = { staffId: null, name: 'выгрузка' }
    const entries = Array.from({ length: 1000 }, (): Entry => ({
      ...reset(),
      at,
      actor: source,
      reason: 'перенос',
    }))
    const ids = await recordMany(desk(scope), entries)
    assert.equal(new Set(ids).size, 1000)
    const { entries: read } = await readJournal(desk(scope), { limit: 1, to: noon.toString() }, noNumbers)
    assert.deepEqual([read[0]?.actor, read[0]?.at, read[0]?.reason], ['выгрузка', at.toString(), 'перенос'])
  })
})

it('what goes back with its transaction leaves no entry', async () => {
  const undone = inside(async (scope) => {
    await record(desk(scope), { ...reset(), reason: 'не состоялось' })
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  const { entries } = await inside((scope) => readJournal(desk(scope), { limit: 200 }, noNumbers))
  assert.ok(entries.every((entry) => entry.reason !== 'не состоялось'))
})

it('reasons and purposes typed by staff lose telephones and mail addresses', async () => {
  const table: [typed: string, kept: string][] = [
    ['звонил с +7 912 345-67-89, просил', 'звонил с [телефон], просил'],
    ['перезвонить 89123456789', 'перезвонить [телефон]'],
    ['тел. 8 (912) 345 67 89', 'тел. [телефон]'],
    ['писал с ivan.petrov@mail.ru', 'писал с [почта]'],
    ['дело 2026-001234 от 20.11.2026', 'дело 2026-001234 от 20.11.2026'],
  ]
  for (const [typed, kept] of table) assert.equal(withoutContacts(typed), kept)
  await inside(async (scope) => {
    const reading = {
      caseId: null,
      submissionId: null,
      fields: ['contacts'],
      purpose: 'звонок на 89123456789',
    }
    await recordReading(desk(scope), reading)
    const { entries } = await readReadLog(desk(scope), { limit: 1 }, noNumbers)
    assert.deepEqual([entries[0]?.purpose, entries[0]?.fields], ['звонок на [телефон]', ['contacts']])
  })
})

it('both journals are closed to a role without the permission', async () => {
  await inside(async (scope) => {
    const stranger = { ...desk(scope), actor: { ...actor, permissions: new Set<Permission>() } }
    await assert.rejects(readJournal(stranger, { limit: 1 }, noNumbers), { reason: 'no-permission' })
    await assert.rejects(readReadLog(stranger, { limit: 1 }, noNumbers), { reason: 'no-permission' })
  })
})

it('acts above the centres stand in the installation’s journal', async () => {
  await inReach(database.db, 'identity', (scope) =>
    recordAbove(scope, { at: noon, actor: 'root', action: 'signed-in', data: { accountId: staffId } }),
  )
  const { entries } = await readInstallationJournal(database.db, { limit: 5 })
  assert.deepEqual(
    entries.map(({ actor: who, actionName }) => [who, actionName]),
    [['root', 'вход']],
  )
})
