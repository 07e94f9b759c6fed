import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCentre, aPerson, aRegistration, aSorting, at, thursday } from '../../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { naiveCount, type Told, saidTwiceAmong } from '../../../test/naive-measures.ts'
import type { CaseRow } from '../../cases/case-row.ts'
import { gridOf, hexagonAt, registerMany, type Registration, writeHexagon } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import { type Actor, systemActor } from '../../people/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { type MeasureCode, measureCodes } from '../contract.ts'
import { hexagonWidths, type MapRow, mapLayers, mapQuery } from '../contract-map-routes.ts'
import { countedCases } from '../counted-cases.ts'
import { readMap } from './read-map.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let all: Told[]

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 })
const house = fc.record({
  lat: fc.integer({ min: 0, max: 40 }).map((step) => 57 + step / 1000),
  lon: fc.integer({ min: 0, max: 40 }).map((step) => 39 + step / 700),
})

/** What came in over forty days within a few kilometres, some of it without a point, street or settlement. */
const registration = fc
  .record({
    age: fc.integer({ min: 1, max: 24 * 60 * 40 }),
    point: maybe(house),
    street: maybe(fc.constantFrom('Садовая', 'Лесная')),
    settlement: maybe(fc.constantFrom('middle', 'upper')),
    topicGroup: maybe(fc.constantFrom('roads', 'housing')),
    sectorBlock: maybe(fc.constantFrom('roads', 'housing')),
    answered: maybe(fc.integer({ min: 1, max: 300 })),
    outcome: fc.constantFrom('solved', 'explained'),
    emergency: fc.boolean(),
  })
  .map(({ age, point, answered, outcome, ...rest }): Registration => {
    const receivedAt = thursday.subtract({ minutes: age })
    const answeredAt = receivedAt.add({ minutes: Math.min(age, (answered ?? 0) * 60) })
    return aRegistration({
      submission: {
        channel: 'phone',
        receivedAt,
        raw: 'слова',
        words: `слова ${age} ${point?.lat ?? ''}`,
        contacts: null,
      },
      registeredAt: receivedAt,
      ...rest,
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      later: answered === null ? null : { state: 'answered', outcome: outcome as 'solved', answeredAt },
    })
  })

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  const given = fc.sample(registration, { numRuns: 300, seed: 21 })
  await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, given))
  all = await inCentre(database.db, centre.id, async (scope) => {
    const rows = await scope.selectFrom('cases').selectAll().execute()
    const missed = await scope
      .selectFrom('deadlines')
      .select('case_id')
      .where('state', '=', 'missed')
      .where('clock', '=', 'answer')
      .execute()
    const late = new Set(missed.map((one) => one.case_id))
    const isSaidTwice = saidTwiceAmong(rows)
    return rows.map((row) => ({
      row: row as unknown as CaseRow,
      missedAnswer: late.has(row.id),
      undecided: false,
      saidTwice: isSaidTwice(row),
      disputed: false,
      kind: null,
    }))
  })
})
after(() => database.close())

const someDay = fc
  .integer({ min: 0, max: 40 })
  .map((back) => Temporal.PlainDate.from('2026-11-19').subtract({ days: back }).toString())
const asked = fc
  .record({
    days: fc.tuple(someDay, someDay).map((both) => both.toSorted()),
    measure: fc.constantFrom(...measureCodes),
    layer: fc.constantFrom(...mapLayers),
    width: fc.constantFrom(...hexagonWidths),
    topicGroup: maybe(fc.constantFrom('roads', 'none')),
    settlement: maybe(fc.constantFrom('upper')),
    nature: maybe(fc.constant('solvable')),
  })
  .map(({ days: [from, to], ...rest }) => {
    const given = Object.entries(rest).filter(([, value]) => value !== null)
    return mapQuery.parse({ from, to, ...Object.fromEntries(given) })
  })

const idsOf = (open: string, actor: Actor = head) =>
  at(database.db, centre, actor, (desk) => countedCases(desk, open))

/** The place of a case in a layer, found without SQL. */
function keyOf({ row }: Told, layer: (typeof mapLayers)[number], width: number): string | null {
  if (layer === 'settlements') return row.settlement
  if (row.lat === null || row.lon === null) return null
  const point = { lat: row.lat, lon: row.lon }
  return layer === 'points' ? `${row.lat},${row.lon}` : writeHexagon(hexagonAt(gridOf(width, 57), point))
}

test('for any measure, period and filters a place counts what a count without SQL finds there, and opens exactly that', async () => {
  const seen = new Map<MeasureCode, number>()
  await fc.assert(
    fc.asyncProperty(asked, async (query) => {
      const answer = await at(database.db, centre, head, (desk) => readMap(desk, query, aSorting))
      const { from: _, to: __, measure, layer, width, box: ___, preset: ____, ...filters } = query
      const asks = { days: answer.period, filters, zone: centre.zone, now: thursday }
      const said = naiveCount(measure, all, asks)
      const placed = Map.groupBy(
        said.filter((told) => keyOf(told, layer, width) !== null),
        (told) => keyOf(told, layer, width)!,
      )
      const counts = (rows: readonly Pick<MapRow, 'key' | 'count'>[]) =>
        rows
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => `${key}: ${count}`)
          .toSorted()
      assert.deepEqual(
        counts(answer.rows),
        counts([...placed].map(([key, told]) => ({ key, count: told.length }))),
      )
      const onMap = answer.rows.reduce((sum, { count }) => sum + count, 0)
      assert.equal(answer.measure.total.count, said.length)
      assert.equal(onMap + answer.unplaced.count, said.length)
      seen.set(measure, (seen.get(measure) ?? 0) + onMap)
      for (const { key, open } of answer.rows.slice(0, 3)) {
        const ids = (placed.get(key) ?? []).map(({ row }) => row.id).toSorted()
        assert.deepEqual(await idsOf(open), ids, open)
      }
      const { open, count } = answer.unplaced
      assert.equal(open === null ? 0 : (await idsOf(open)).length, count)
    }),
    { numRuns: 120, seed: 8 },
  )
  const counted = [...seen].filter(([, count]) => count > 0).map(([code]) => code)
  assert.ok(counted.length >= 9, `only ${counted.join(', ')} ever counted a case`)
})

const read = (query: Record<string, unknown>, actor: Actor = head) =>
  at(database.db, centre, actor, (desk) =>
    readMap(desk, mapQuery.parse({ preset: '30-days', ...query }), aSorting),
  )

test('a share and a median are counted anew for every place', async () => {
  const { rows } = await read({ measure: 'solved', layer: 'settlements' })
  for (const { key, value, count, of } of rows) {
    const said = all.filter(({ row }) => row.settlement === key && row.answered_at !== null)
    const inPeriod = said.filter(
      ({ row }) =>
        Temporal.Instant.compare(row.answered_at!, thursday.subtract({ hours: 24 * 29 + 11 })) >= 0,
    )
    assert.equal(of, inPeriod.length)
    assert.equal(count, inPeriod.filter(({ row }) => row.outcome === 'solved').length)
    assert.equal(value, Math.round((count / of!) * 1000) / 10)
  }
  const waits = await read({ measure: 'final-answer-time', layer: 'settlements' })
  assert.ok(waits.rows.length === 2 && waits.rows.every(({ value }) => value! > 1 && value! < 300))
})

test('only what lies within the box is given', async () => {
  const whole = await read({ layer: 'points' })
  const part = await read({ layer: 'points', box: '57.01,39.01,57.02,39.03' })
  const inside = whole.rows.filter(
    ({ lat, lon }) => lat! >= 57.01 && lat! <= 57.02 && lon! >= 39.01 && lon! <= 39.03,
  )
  assert.ok(inside.length > 0 && inside.length < whole.rows.length)
  assert.deepEqual(part.rows.map(({ key }) => key).toSorted(), inside.map(({ key }) => key).toSorted())
})

test('a specialist of a block sees the own block alone on the map', async () => {
  const person = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
  const reader = { ...person, permissions: new Set([...person.permissions, 'insight.read' as const]) }
  const own = await read({ layer: 'hexagons' }, reader)
  const everything = await read({ layer: 'hexagons' })
  const sum = (rows: readonly MapRow[]) => rows.reduce((all_, { count }) => all_ + count, 0)
  assert.ok(sum(own.rows) > 0 && sum(own.rows) < sum(everything.rows))
  for (const { open, count } of own.rows) assert.equal((await idsOf(open, reader)).length, count)
})

test('whoever may not see figures is refused the map', async () => {
  const reader = await aPerson(database.db, centre, 'reader')
  await assert.rejects(read({}, reader), { reason: 'no-permission' })
})
