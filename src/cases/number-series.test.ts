import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCase, aCentre, aRegistration, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { systemActor } from '../people/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { formatNumber } from './number-series.ts'
import { registerMany } from './register-many.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a pattern takes the year, its last two digits, the prefix and the number, and grows past its width', () => {
  const facts = { year: 2026, n: 7, prefix: 'ЗИ-' }
  assert.equal(formatNumber('{prefix}{n:5}/{yy}', facts), 'ЗИ-00007/26')
  assert.equal(formatNumber('{n}-{year}', facts), '7-2026')
  assert.equal(formatNumber('{n:2}', { ...facts, n: 1234 }), '1234')
})

test('two numbers of one series and year never look alike', () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), fc.nat(9), (one, other, width) => {
      const number = (n: number) =>
        formatNumber(`{prefix}{n:${width}}/{year}`, { year: 2026, n, prefix: 'П' })
      assert.equal(number(one) === number(other), one === other)
    }),
  )
})

test('fifty registrations at once, some of which fail, leave neither gaps nor doubles', async () => {
  const centre = await aCentre(database.db)
  const work = Array.from({ length: 50 }, (_, index) =>
    at(database.db, centre, systemActor('проверка'), async (desk) => {
      const made = await registerMany(desk, [aRegistration(), aRegistration({ regime: 'appeal' })])
      if (index % 5 === 0) throw new Error('falls after taking its numbers')
      return made.map((one) => one.number)
    }),
  )
  const results = await Promise.allSettled(work)
  const numbers = results.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  assert.equal(results.filter((one) => one.status === 'rejected').length, 10)
  const wanted = Array.from({ length: 40 }, (_, n) => [
    `С-26-${String(n + 1).padStart(4, '0')}`,
    `О-${n + 1}/2026`,
  ]).flat()
  assert.deepEqual(numbers.toSorted(), wanted.toSorted())
})

test('the year of a number is that of our registration in the zone of the centre', async () => {
  const centre = await aCentre(database.db)
  const lastHour = Temporal.Instant.from('2026-12-31T20:59:59Z')
  const made = [
    await aCase(database.db, centre, { regime: 'appeal' }, lastHour),
    await aCase(database.db, centre, { regime: 'appeal' }, lastHour.add({ seconds: 1 })),
  ]
  assert.deepEqual(
    made.map((one) => one.number),
    ['О-1/2026', 'О-1/2027'],
  )
})

test('a batch of many series is numbered in the order of its rows', async () => {
  const centre = await aCentre(database.db)
  const regimes = ['message', 'appeal', 'message', 'media_request', 'message'] as const
  const rows = regimes.map((regime) => aRegistration({ regime }))
  const made = await at(
    database.db,
    centre,
    systemActor('проверка'),
    (desk) => registerMany(desk, rows),
    thursday,
  )
  assert.deepEqual(
    made.map((one) => one.number),
    ['С-26-0001', 'О-1/2026', 'С-26-0002', 'СМИ-001', 'С-26-0003'],
  )
  const kept = await inCentre(database.db, centre.id, (scope) =>
    scope.selectFrom('number_series').select(['series', 'last']).orderBy('series').execute(),
  )
  assert.deepEqual(kept, [
    { series: 'appeal', last: 1 },
    { series: 'media_request', last: 1 },
    { series: 'message', last: 3 },
  ])
})
