import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { aCase, aCentre, aPerson, aSorting, at, aVault, thursday } from '../../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Centre } from '../../charter/index.ts'
import { type Actor, systemActor } from '../../people/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { Refusal } from '../../platform/refusal.ts'
import { eraseSubmissions } from '../../residents/index.ts'
import { createVault } from '../../platform/vault.ts'
import { openFileStore } from '../../platform/files/store.ts'
import { casesOfResidents } from '../for-residents.ts'
import { join } from '../join.ts'
import { listCases } from '../list-cases.ts'
import { caseListQuery } from '../contract-list.ts'
import { removeImported } from '../remove-imported.ts'
import { readCase, readCaseJournal } from '../read-case.ts'
import type { Registration } from '../registration.ts'
import { setPlace } from '../set-place.ts'
import { bandRows } from './bands.ts'
import { denyRepeat } from './deny-repeat.ts'
import { catchUpRepeats } from './keep-repeats.ts'
import { nearOfCase } from './read-near.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
const centres = new Map<number, Centre>()

const system = systemActor('проверка')
const roads = { topicGroup: 'roads', topic: 'pit', sectorBlock: 'roads' }
const place = { settlement: 'middle', street: 'улица Садовая', house: '5' }
const pit = { ...roads, ...place, text: 'Глубокая яма на дороге, машины объезжают по встречной' }
const wheel = { ...roads, ...place, text: 'Пробил колесо в провале асфальта, заделайте яму' }

before(async () => {
  database = await testDatabase()
  await freshCentre()
})
after(() => database.close())

/** A centre of its own, so that cases of other tests are not near. */
async function freshCentre(): Promise<void> {
  centre = await aCentre(database.db)
  centres.set(centre.id, centre)
  head = await aPerson(database.db, centre, 'head')
}

const add = (given: Partial<Registration> & { text?: string }, now = thursday) =>
  aCase(database.db, centre, given, now)
const desk = <T>(work: Parameters<typeof at<T>>[3], actor = head, now = thursday) =>
  at(database.db, centre, actor, work, now)
const near = async (id: string, actor = head) =>
  (await desk((one) => nearOfCase(one, id, aSorting), actor)).map((line) => line.case.id)
const catchUp = (now: Temporal.Instant) =>
  catchUpRepeats({
    db: database.db,
    vault: aVault,
    clock: () => now,
    loadCentre: (id) => Promise.resolve(centres.get(id)!),
  })
const bandsOf = async (id: string) => {
  const { rows } = await inCentre(database.db, centre.id, (scope) =>
    sql<{ band: string }>`select band::text from repeat_bands where case_id = ${id} order by band`.execute(
      scope,
    ),
  )
  return rows.map(({ band }) => band)
}
const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('what another person tells of the same house and topic is near, and says why; another house is not', async () => {
  const first = await add(pit)
  const second = await add(wheel)
  await add({ ...pit, house: '95' })
  const [line, ...others] = await desk((one) => nearOfCase(one, second.id, aSorting))
  assert.equal(line?.case.id, first.id)
  assert.deepEqual([line.likeness.place, line.likeness.topic, line.joins], ['house', 'topic', 'this'])
  assert.deepEqual(others, [])
  const [back] = await desk((one) => nearOfCase(one, first.id, aSorting))
  assert.deepEqual([back?.case.id, back?.joins], [second.id, 'other'])
})

test('cases received farther apart than the charter allows are not near', async () => {
  await freshCentre()
  const old = thursday.subtract({ hours: 24 * 61 })
  const submission = { channel: 'phone', receivedAt: old, raw: pit.text, words: pit.text } as const
  await add({ ...roads, ...place, submission })
  const { id } = await add(wheel)
  assert.deepEqual(await near(id), [])
  const wider = { ...centre, charter: { ...centre.charter, repeats: { withinDays: 90 } } }
  const found = await at(database.db, wider, head, (one) => nearOfCase(one, id, aSorting))
  assert.equal(found.length, 1)
})

test('another centre’s case is never near, and the same words make other bands there', async () => {
  await freshCentre()
  const first = await add(pit)
  const ours = await bandsOf(first.id)
  await freshCentre()
  const second = await add(pit)
  assert.deepEqual(await near(second.id), [])
  const theirs = await bandsOf(second.id)
  assert.ok(ours.length > 5 && theirs.length > 5)
  assert.ok(!theirs.some((band) => ours.includes(band)))
})

test('bands are made under the installation’s key', () => {
  const facts = { id: 'x', receivedAt: thursday, masked: pit.text, topicGroup: 'roads', ...place }
  const bands = (vault: typeof aVault) => bandRows({ vault, centreId: 1 }, [facts]).map(({ band }) => band)
  assert.deepEqual(bands(aVault), bands(createVault(new Uint8Array(32).fill(1))))
  const other = bands(createVault(new Uint8Array(32).fill(2)))
  assert.ok(!bands(aVault).some((band) => other.includes(band)))
})

test('a person of a block is offered only cases that they reach', async () => {
  await freshCentre()
  const own = await add(pit)
  await add({ ...wheel, sectorBlock: 'housing' })
  const third = await add({ ...pit, text: 'Яма на дороге глубокая, встречной объезжают' })
  const executor = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
  assert.deepEqual(await near(third.id, executor), [own.id])
  assert.equal((await near(third.id)).length, 2)
})

test('what was joined stands for the case that it was joined to, once, and never for itself', async () => {
  await freshCentre()
  const first = await add(pit)
  const second = await add(wheel)
  const third = await add({ ...wheel, text: 'Ещё одно колесо пробито в той же яме' })
  await desk((one) => join(one, second.id, { revision: 1, into: first.id }))
  assert.deepEqual(await near(third.id), [first.id])
  assert.deepEqual(await near(second.id), [])
  assert.deepEqual(await near(first.id), [third.id])
})

test('what a person said to be no repeat is not offered again either way, and both histories tell it once', async () => {
  await freshCentre()
  const [first, second] = [await add(pit), await add(wheel)]
  await desk((one) => denyRepeat(one, second.id, first.id))
  await desk((one) => denyRepeat(one, second.id, first.id))
  assert.deepEqual(await near(second.id), [])
  assert.deepEqual(await near(first.id), [])
  for (const [id, number] of [
    [first.id, second.number],
    [second.id, first.number],
  ] as const) {
    const history = await desk((one) => readCaseJournal(one, id, aSorting))
    const told = history.filter(({ action }) => action === 'repeat-denied')
    assert.deepEqual(
      told.map(({ actor, data }) => [actor, data['number']]),
      [[head.name, number]],
    )
  }
})

test('only who may join cases says what is no repeat, and only of cases that they reach', async () => {
  await freshCentre()
  const [first, second] = [await add(pit), await add(wheel)]
  const reader = await aPerson(database.db, centre, 'reader')
  await assert.rejects(
    desk((one) => denyRepeat(one, second.id, first.id), reader),
    refused('no-permission'),
  )
  await assert.rejects(
    desk((one) => denyRepeat(one, second.id, second.id)),
    refused('itself'),
  )
  const unknown = '019a0000-0000-7000-8000-000000000000'
  await assert.rejects(
    desk((one) => denyRepeat(one, second.id, unknown)),
    refused('no-case'),
  )
})

test('a case whose place was put right is near to what is there, and no more to what is not', async () => {
  await freshCentre()
  const here = await add(pit)
  const there = await add({ ...wheel, street: 'улица Школьная', house: '8' })
  assert.deepEqual(await near(there.id), [])
  const moved = { settlement: 'middle', street: 'улица Садовая', house: '5', lat: null, lon: null }
  await desk((one) => setPlace(one, there.id, { revision: 1, ...moved }))
  assert.deepEqual(await near(here.id), [there.id])
})

test('erasing a submission deletes its bands and marks, and nothing is near to it', async () => {
  await freshCentre()
  const first = await add(pit)
  const second = await add(pit)
  await catchUp(thursday.add({ minutes: 5 }))
  assert.equal((await desk((one) => readCase(one, second.id, aSorting))).like?.id, first.id)
  const residents = casesOfResidents(openFileStore('/nonexistent'))
  await desk((one) => eraseSubmissions(one, [first.submissionId], 'по запросу', residents.onErased), system)
  assert.deepEqual(await bandsOf(first.id), [])
  assert.deepEqual(await near(second.id), [])
  assert.deepEqual(await near(first.id), [])
  assert.equal((await desk((one) => readCase(one, second.id, aSorting))).like, null)
})

test('cases registered before there were bands are given the same ones, once, in bounded batches', async () => {
  await freshCentre()
  const { id } = await add(pit)
  for (let made = 0; made < 3; made += 1) await add({ ...pit, text: `Яма номер ${made} у моста` })
  const before = await bandsOf(id)
  await inCentre(database.db, centre.id, (scope) => sql`delete from repeat_bands`.execute(scope))
  await catchUp(thursday)
  assert.deepEqual(await bandsOf(id), before)
  // A second start finds nothing to do: what is missing now stays missing.
  await inCentre(database.db, centre.id, (scope) => sql`delete from repeat_bands`.execute(scope))
  await catchUp(thursday)
  assert.deepEqual(await bandsOf(id), [])
})

test('an open case that surely repeats an earlier one is marked, found by the filter, and loses the mark when it is denied', async () => {
  await freshCentre()
  const first = await add(pit)
  const second = await add({ ...pit, text: `${pit.text}, сделайте что-нибудь` })
  await add({ ...pit, house: '95', text: 'Снег не чистят' })
  await catchUp(thursday)
  const list = () => desk((one) => listCases(one, caseListQuery.parse({ alike: true }), aSorting))
  assert.equal((await list()).items.length, 0, 'what may still be on its way is not looked at yet')
  await catchUp(thursday.add({ minutes: 2 }))
  const { items } = await list()
  assert.deepEqual(
    items.map(({ id, like }) => [id, like?.number]),
    [[second.id, first.number]],
  )
  await desk((one) => denyRepeat(one, second.id, first.id))
  assert.equal((await list()).items.length, 0)
})

test('a mark on a case that was joined meanwhile leads to the case that it was joined to', async () => {
  await freshCentre()
  const first = await add({ ...pit, text: 'Яма на дороге у самого переезда, объехать нельзя' })
  const second = await add(pit)
  const third = await add(pit)
  await catchUp(thursday.add({ minutes: 2 }))
  assert.equal((await desk((one) => readCase(one, third.id, aSorting))).like?.id, second.id)
  await desk((one) => join(one, second.id, { revision: 1, into: first.id }))
  assert.equal((await desk((one) => readCase(one, third.id, aSorting))).like?.id, first.id)
})

test('an import that is taken back leaves neither bands nor marks', async () => {
  await freshCentre()
  const importRunId = '019a0000-0000-7000-8000-000000000001'
  const from = (text: string, run: string | null) => ({
    ...pit,
    submission: { channel: 'phone', receivedAt: thursday, raw: text, words: text, importRunId: run } as const,
  })
  const kept = await add(from(pit.text, null))
  const imported = await add(from(pit.text, importRunId))
  const later = await add(from(pit.text, null))
  await catchUp(thursday.add({ minutes: 2 }))
  const { touched, cases } = await desk((one) => removeImported(one, importRunId), system)
  assert.deepEqual([touched, cases], [[], 1])
  assert.deepEqual(await bandsOf(imported.id), [])
  assert.ok((await bandsOf(kept.id)).length > 0)
  assert.deepEqual(await near(later.id), [kept.id])
})
