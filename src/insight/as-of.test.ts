import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCentre, aPerson, aRegistration, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import {
  approveAnswer,
  close,
  deliverAnswer,
  draftAnswer,
  forward,
  type LaterState,
  postpone,
  registerMany,
  submitAnswer,
  take,
} from '../cases/index.ts'
import type { Centre } from '../charter/index.ts'
import { type Actor, systemActor } from '../people/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { type MeasuresAnswer, measuresQuery } from './contract.ts'
import { countedCases } from './counted-cases.ts'
import { readMeasures } from './read-measures.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let specialist: Actor

const later = thursday.add({ hours: 24 * 5 })
const queries = [
  { from: '2026-11-13', to: '2026-11-19' },
  { from: '2026-11-01', to: '2026-11-30' },
  { from: '2026-11-10', to: '2026-11-25', topicGroup: 'roads' },
].map((query) => measuresQuery.parse(query))
let live: MeasuresAnswer[]

/** Cases of a month, some with a course of their own that ended before Thursday. */
const given = fc.record({
  age: fc.integer({ min: 1, max: 24 * 30 }),
  group: fc.constantFrom('roads', 'housing'),
  done: fc.constantFrom('open', 'open', 'open', 'answered', 'closed', 'postponed'),
  hours: fc.integer({ min: 1, max: 200 }),
  promise: fc.integer({ min: -5, max: 9 }),
  emergency: fc.boolean(),
})

async function registerAll(): Promise<string[]> {
  const cases = fc.sample(given, { numRuns: 90, seed: 21 }).map((one) => {
    const receivedAt = thursday.subtract({ hours: one.age })
    const ended = receivedAt.add({ hours: Math.min(one.hours, one.age) })
    const states: Record<string, LaterState> = {
      answered: { state: 'answered', outcome: 'solved', answeredAt: ended },
      closed: { state: 'closed', outcome: 'explained', answeredAt: ended, closedAt: ended },
      postponed: {
        state: 'postponed',
        promisedOn: Temporal.PlainDate.from('2026-11-19').add({ days: one.promise }),
      },
    }
    return aRegistration({
      submission: { channel: 'phone', receivedAt, raw: 'слова', words: 'слова', contacts: null },
      registeredAt: receivedAt,
      topicGroup: one.group,
      emergency: one.emergency,
      later: states[one.done] ?? null,
    })
  })
  const made = await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, cases))
  return made.map(({ id }) => id)
}

const measured = (query: (typeof queries)[number], now: Temporal.Instant) =>
  at(database.db, centre, head, (desk) => readMeasures(desk, query, aSorting), now)

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  specialist = await aPerson(database.db, centre, 'specialist')
  await registerAll()
  live = await Promise.all(queries.map((query) => measured(query, thursday)))
  await workOn()
})
after(() => database.close())

/** What people did in the five days after Thursday: every open case goes another way. */
async function workOn(): Promise<void> {
  const { db } = database
  const open = await inCentre(db, centre.id, (scope) =>
    scope
      .selectFrom('cases')
      .select(['id'])
      .where('state', 'in', ['registered', 'triaged', 'assigned'])
      .orderBy('id')
      .execute(),
  )
  assert.ok(open.length > 30, 'there is work left')
  for (const [place, { id }] of open.entries()) {
    const now = thursday.add({ hours: 1 + place })
    const as = <T>(actor: Actor, work: Parameters<typeof at<T>>[3]) => at(db, centre, actor, work, now)
    const way = place % 5
    if (way === 0) continue
    const { revision } = await as(specialist, (desk) => take(desk, id, { revision: 1 }))
    if (way === 1) {
      await as(specialist, (desk) =>
        postpone(desk, id, { revision, until: '2026-12-01', reason: 'ждём материалов' }),
      )
    } else if (way === 2) {
      await as(specialist, (desk) =>
        forward(desk, id, { revision, organisation: 'region', reason: 'не наше' }),
      )
    } else {
      const draft = { revision, kind: 'final', text: 'Сделано.', outcome: 'solved' } as const
      const drafted = await as(specialist, (desk) => draftAnswer(desk, id, draft))
      const answerId = drafted.madeId!
      const sent = await as(specialist, (desk) =>
        submitAnswer(desk, id, { revision: drafted.revision, answerId }),
      )
      const approved = await as(head, (desk) =>
        approveAnswer(desk, id, { revision: sent.revision, answerId }),
      )
      const delivered = await as(specialist, (desk) =>
        deliverAnswer(desk, id, { revision: approved.revision, answerId, delivery: 'sent' }),
      )
      if (way === 4) await as(head, (desk) => close(desk, id, { revision: delivered.revision }))
    }
  }
  await at(
    db,
    centre,
    systemActor('проверка'),
    (desk) =>
      registerMany(desk, [
        aRegistration({ registeredAt: later, topicGroup: 'roads', emergency: true }),
        aRegistration({ text: 'Ещё одна яма.', topicGroup: 'roads' }),
      ]),
    later,
  )
}

/** Figures without what they open and without the moment: what a person reads. */
const told = ({ measures }: MeasuresAnswer) =>
  measures.map(({ code, total: { value, count, of } }) => ({ code, value, count, of }))

test('figures as of a former moment are those that were read then, whatever people did since', async () => {
  for (const [place, query] of queries.entries()) {
    const back = await measured({ ...query, asOf: thursday.toString() }, later)
    assert.deepEqual(told(back), told(live[place]!))
    const now = await measured(query, later)
    assert.notDeepEqual(told(now), told(back), 'something changed since')
  }
})

test('a figure as of a former moment opens exactly the cases that it counts', async () => {
  for (const query of queries) {
    const back = await measured({ ...query, asOf: thursday.toString() }, later)
    for (const { code, total } of back.measures) {
      const ids = await at(database.db, centre, head, (desk) => countedCases(desk, total.open), later)
      assert.equal(ids.length, total.count, code)
    }
  }
})

test('as of the present moment nothing differs', async () => {
  for (const query of queries) {
    const plain = await measured(query, later)
    const asOf = await measured({ ...query, asOf: later.toString() }, later)
    assert.deepEqual(told(asOf), told(plain))
  }
})

test('a moment that has not come is refused', async () => {
  await assert.rejects(
    measured({ ...queries[0]!, asOf: later.add({ hours: 1 }).toString() }, later),
    /ещё не наступил/,
  )
})
