import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCase, aCentre, aPerson, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Centre } from '../charter/index.ts'
import type { Actor } from '../people/index.ts'
import { caseListQuery } from './contract.ts'
import { close } from './close.ts'
import { countCases, listCases } from './list-cases.ts'
import { qualify } from './qualify.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let roadsman: Actor & { staffId: string }

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  roadsman = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
})
after(() => database.close())

const list = (query: Record<string, unknown>, actor: Actor = head, now = thursday) =>
  at(database.db, centre, actor, (desk) => listCases(desk, caseListQuery.parse(query), aSorting), now)
const numbers = async (query: Record<string, unknown>, actor?: Actor) =>
  (await list(query, actor)).items.map((one) => one.number)

test('pages follow one another without a gap or a repeat, in every order', async () => {
  const own = await aCentre(database.db)
  for (let minute = 0; minute < 23; minute += 1)
    await aCase(database.db, own, {}, thursday.add({ minutes: minute >> 1 }))
  const boss = await aPerson(database.db, own, 'head')
  for (const sort of ['newest', 'oldest', 'due']) {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await at(database.db, own, boss, (desk) =>
        listCases(desk, caseListQuery.parse({ sort, limit: 5, ...(cursor ? { cursor } : {}) }), aSorting),
      )
      seen.push(...page.items.map((one) => one.number))
      cursor = page.nextCursor
    }
    assert.equal(seen.length, 23)
    assert.equal(new Set(seen).size, 23)
    const key = sort === 'newest' ? seen.toReversed() : seen
    if (sort !== 'due') assert.equal(key[22], 'С-26-0023')
  }
})

test('a number is found whatever the other filters say: ours, a former one, one of the source, or bare digits', async () => {
  const made = await aCase(database.db, centre, { externalNumber: 'ПОС-777' })
  const turned = await at(database.db, centre, head, (desk) =>
    qualify(desk, made.id, {
      revision: 1,
      regime: 'appeal',
      subtype: 'statement',
      reason: 'Просит письменный ответ',
    }),
  )
  const digits = turned.number.match(/\d+/)![0]
  for (const number of [turned.number, made.number, 'ПОС-777', digits]) {
    const found = await numbers({ number, state: 'closed', view: 'mine' })
    assert.ok(found.includes(turned.number), number)
  }
})

test('words are found in any form, masked data is not', async () => {
  const { number } = await aCase(database.db, centre, {
    text: 'Протекает крыша над подъездом, звоните 89123456789',
  })
  assert.deepEqual(await numbers({ q: 'крыши подъезда' }), [number])
  assert.deepEqual(await numbers({ q: '89123456789' }), [])
})

test('a specialist of a block finds nothing of other blocks: not in lists, nor in counts, nor by number or words', async () => {
  const other = await aCase(database.db, centre, {
    sectorBlock: 'housing',
    text: 'Скрипучие качели во дворе',
  })
  const own = await aCase(database.db, centre, { sectorBlock: 'roads', text: 'Скрипучие ворота у дороги' })
  assert.deepEqual(await numbers({ q: 'скрипучий' }, roadsman), [own.number])
  assert.deepEqual(await numbers({ number: other.number }, roadsman), [])
  const counts = await at(database.db, centre, roadsman, countCases)
  assert.equal(counts.all, 1)
  assert.equal(counts['my-block'], 1)
})

test('a quick view shows open cases until a state is named', async () => {
  const own = await aCentre(database.db)
  const boss = await aPerson(database.db, own, 'head')
  const { id, number } = await aCase(database.db, own, { topicGroup: 'roads', assigneeId: boss.staffId })
  await at(database.db, own, boss, (desk) =>
    qualify(desk, id, { revision: 1, nature: 'gratitude', reason: 'Благодарит' }),
  )
  const mine = (query: Record<string, unknown>) =>
    at(database.db, own, boss, async (desk) => {
      const { items } = await listCases(desk, caseListQuery.parse({ view: 'mine', ...query }), aSorting)
      return items.map((one) => one.number)
    })
  assert.deepEqual(await mine({}), [number])
  await at(database.db, own, boss, (desk) => close(desk, id, { revision: 2, outcome: 'explained' }))
  assert.deepEqual(await mine({}), [])
  assert.deepEqual(await mine({ state: 'any' }), [number])
  assert.deepEqual(await mine({ state: 'closed' }), [number])
  assert.deepEqual(await mine({ state: ['in_work', 'assigned'] }), [])
})

test('quick views and their counts agree, and overdue begins after the due instant', async () => {
  const own = await aCentre(database.db)
  const boss = await aPerson(database.db, own, 'head')
  await aCase(database.db, own, {})
  await aCase(database.db, own, { assigneeId: boss.staffId })
  const later = Temporal.Instant.from('2026-11-19T12:30:00Z')
  for (const now of [thursday, later]) {
    const counts = await at(database.db, own, boss, countCases, now)
    for (const view of ['all', 'mine', 'unassigned', 'due-today', 'overdue'] as const) {
      const page = await at(
        database.db,
        own,
        boss,
        (desk) => listCases(desk, caseListQuery.parse({ view, open: 'true' }), aSorting),
        now,
      )
      assert.equal(page.total, counts[view], view)
    }
    assert.equal(counts.overdue, now === later ? 2 : 0)
    assert.equal(counts.mine, 1)
  }
})
