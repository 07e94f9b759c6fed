import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCase, aCentre, aPerson, aSorting, at, thursday } from '../../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Registration } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import type { Actor } from '../../people/index.ts'
import type { HotSpot } from '../contract.ts'
import { countedCases } from '../counted-cases.ts'
import { hotSpotsOf } from './hot-spots.ts'

let database: TestDatabase
let centre: Centre
let head: Actor

const pit = { topicGroup: 'roads', topic: 'pit' } as const
const garden = { settlement: 'upper', street: 'Садовая' } as const

/** A case that came in so many days before the present. */
function came(daysAgo: number, changes: Partial<Registration>) {
  const receivedAt = thursday.subtract({ hours: daysAgo * 24 + 1 })
  const words = `${daysAgo} ${JSON.stringify(changes)}`
  return aCase(database.db, centre, {
    submission: { channel: 'phone', receivedAt, raw: words, words, contacts: null },
    registeredAt: receivedAt,
    ...changes,
  })
}

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  await came(60, { ...pit, settlement: 'middle', street: 'Первая' })
  for (const house of ['1', '3', '3', '5', '7'])
    await came(2, { ...pit, ...garden, house, sectorBlock: 'roads' })
  await came(12, { ...pit, ...garden })
  for (let i = 0; i < 4; i += 1)
    await came(3, {
      topicGroup: 'housing',
      topic: 'roof',
      settlement: 'middle',
      street: 'Лесная',
      house: '9',
    })
  for (const lat of [57.1001, 57.1002, 57.1003])
    await came(1, { topicGroup: 'roads', topic: 'snow', settlement: 'middle', lat, lon: 39.1 })
  for (let i = 0; i < 3; i += 1) await came(1, { topicGroup: 'roads', settlement: 'upper' })
  for (let i = 0; i < 6; i += 1)
    await came(1, { ...pit, settlement: 'middle', street: 'Добрая', nature: 'gratitude' })
  for (let i = 0; i < 2; i += 1) await came(1, { ...pit, settlement: 'middle', street: 'Малая' })
})
after(() => database.close())

const week = { from: '2026-11-13', to: '2026-11-19' }
const spots = (asked: Partial<Parameters<typeof hotSpotsOf>[1]> = {}, actor: Actor = head) =>
  at(database.db, centre, actor, (desk) => hotSpotsOf(desk, { ...week, ...asked }, aSorting))
const brief = (found: HotSpot[]) => found.map(({ topic, place, count }) => [topic.code, place, count])

test('cases of one topic gather by street, without a street around their point, without both in the settlement', async () => {
  assert.deepEqual(brief(await spots()), [
    ['pit', 'Верхний, Садовая', 5],
    ['roof', 'Средний, Лесная, 9', 4],
    ['roads', 'Верхний', 3],
    ['snow', 'Средний, у точки 57,100° с. ш., 39,100° в. д.', 3],
  ])
})

test('five records of one theme on one street are one hot spot with count 5, and another period has none of it', async () => {
  const [first] = await spots()
  assert.equal(first?.count, 5)
  assert.deepEqual([first.previous, first.expected, first.isGrowing], [1, 0.1, true])
  assert.ok(first.chance !== null && first.chance < 0.001)
  // The five, what is above the usual, all of them open and, as nobody took them in four working hours, overdue.
  assert.equal(first.weight, 5 + 4.9 + 5 + 5)
  assert.deepEqual(brief(await spots({ from: '2026-10-30', to: '2026-11-05' })), [])
  assert.deepEqual(brief(await spots({ filters: { settlement: 'middle', topic: 'pit' } })), [])
})

test('every hot spot opens exactly the cases it counts', async () => {
  const found = [...(await spots()), ...(await spots({ by: 'topicGroup' }))]
  for (const { open, count, topic } of found) {
    const ids = await at(database.db, centre, head, (desk) => countedCases(desk, open))
    assert.equal(ids.length, count, `${topic.code}: ${open}`)
  }
})

test('gratitude makes no hot spot unless it is asked for', async () => {
  const found = await spots({ filters: { nature: ['gratitude'] } })
  assert.deepEqual(brief(found), [['pit', 'Средний, Добрая', 6]])
})

test('groups of topics gather what their topics leave apart', async () => {
  await came(2, { topicGroup: 'roads', topic: 'snow', settlement: 'middle', street: 'Малая' })
  assert.ok(!(await spots()).some(({ street }) => street === 'Малая'))
  const found = (await spots({ by: 'topicGroup' })).find(({ street }) => street === 'Малая')
  assert.deepEqual([found?.topic.code, found?.kind, found?.count], ['roads', 'topicGroup', 3])
})

test('a specialist of a block finds spots of the own block alone', async () => {
  const person = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
  const reader = { ...person, permissions: new Set([...person.permissions, 'insight.read' as const]) }
  assert.deepEqual(brief(await spots({}, reader)), [['pit', 'Верхний, Садовая', 5]])
})

test('nothing is told of the usual where the centre is younger than that', async () => {
  const [first] = await spots({ from: '2026-09-20', to: '2026-11-19' })
  assert.deepEqual([first?.count, first?.previous, first?.expected, first?.isGrowing], [6, null, null, false])
})

test('the order of hot spots is the same whenever they are asked for', async () => {
  const keys = (await spots()).map(({ key }) => key)
  for (let i = 0; i < 3; i += 1)
    assert.deepEqual(
      (await spots()).map(({ key }) => key),
      keys,
    )
})
