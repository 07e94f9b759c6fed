import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { aCase, aCentre, aPerson, aSorting, at } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Centre } from '../charter/index.ts'
import type { Actor } from '../people/index.ts'
import { caseListQuery } from './contract.ts'
import { hexagonKey, hexagonOfKey, inHexagon } from './hexagon-sql.ts'
import { cornersOf, gridOf, hexagonAt, middleOf, parseHexagon, writeHexagon } from './hexagons.ts'
import { listCases } from './list-cases.ts'

let database: TestDatabase
let centre: Centre
let head: Actor

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
})
after(() => database.close())

const width = fc.constantFrom(150, 300, 600, 1200, 5000)
const lat = fc.double({ min: -70, max: 70, noNaN: true })
const lon = fc.double({ min: -179, max: 179, noNaN: true })
const points = fc.array(fc.record({ lat, lon }), { minLength: 1, maxLength: 60 })
/** Metres between two points of a small area. */
const metres = (one: { lat: number; lon: number }, other: typeof one, latitude: number) =>
  111_195 * Math.hypot(one.lat - other.lat, (one.lon - other.lon) * Math.cos((latitude * Math.PI) / 180))

test('a point lies in the hexagon whose middle is nearest, within its corners', () => {
  fc.assert(
    fc.property(lat, lon, width, (y, x, size) => {
      const latitude = Math.floor(y + 0.5)
      const hexagon = hexagonAt(gridOf(size, latitude), { lat: y, lon: x })
      const middle = middleOf(hexagon)
      const away = metres(middle, { lat: y, lon: x }, latitude)
      assert.ok(away <= size / Math.sqrt(3) + 0.01, `${away} m of ${size}`)
      const neighbours = [
        [2, 0],
        [-2, 0],
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ] as const
      for (const [column, row] of neighbours) {
        const other = middleOf({ ...hexagon, column: hexagon.column + column, row: hexagon.row + row })
        assert.ok(metres(other, { lat: y, lon: x }, latitude) >= away - 0.01)
        assert.ok(Math.abs(metres(other, middle, latitude) - size) < 0.01)
      }
      for (const corner of cornersOf(hexagon))
        assert.ok(Math.abs(metres(corner, middle, latitude) - size / Math.sqrt(3)) < 0.01)
      assert.deepEqual(parseHexagon(writeHexagon(hexagon)), hexagon)
    }),
    { seed: 3 },
  )
})

test('what is no hexagon of the grid is not read as one', () => {
  for (const text of ['', '300', '300_64_1_2', '1_64_2_2', '300_90_2_2', '300_64_2_2_2', 'x_64_2_2'])
    assert.equal(parseHexagon(text), null, text)
})

test('the database puts every point into the hexagon that the program puts it in, and finds it there alone', async () => {
  await fc.assert(
    fc.asyncProperty(points, width, fc.integer({ min: -70, max: 70 }), async (given, size, latitude) => {
      const grid = gridOf(size, latitude)
      const values = sql.join(given.map((one) => sql`(${one.lat}::float8, ${one.lon}::float8)`))
      const chosen = hexagonAt(grid, given[0]!)
      const { rows } = await sql<{ lat: number; lon: number; key: number; inside: boolean }>`
        select c.lat, c.lon, ${hexagonKey(grid)} as key, ${inHexagon(chosen)} as inside
        from (values ${values}) c (lat, lon)
      `.execute(database.ownerDb)
      for (const { lat: y, lon: x, key, inside } of rows) {
        const hexagon = hexagonAt(grid, { lat: y, lon: x })
        assert.deepEqual(hexagonOfKey(grid, key), hexagon)
        assert.equal(inside, writeHexagon(hexagon) === writeHexagon(chosen))
      }
    }),
    { seed: 4, numRuns: 60 },
  )
})

const found = async (filters: Record<string, string>) => {
  const query = caseListQuery.parse(filters)
  const { items } = await at(database.db, centre, head, (desk) => listCases(desk, query, aSorting))
  return items.map(({ number }) => number).toSorted()
}

test('the list is narrowed by hexagon, point, street and by having a point at all', async () => {
  const made: string[] = []
  for (const place of [
    { settlement: 'upper', street: 'Садовая', lat: 57.00001, lon: 39.00001 },
    { settlement: 'upper', street: 'Садовая', lat: 57.0002, lon: 39.00001 },
    { settlement: 'upper', street: 'Лесная', lat: 57.1, lon: 39.1 },
    { settlement: 'upper' },
  ])
    made.push((await aCase(database.db, centre, place)).number)
  const [first, second, third, fourth] = made as [string, string, string, string]
  const hexagon = writeHexagon(hexagonAt(gridOf(600, 57), { lat: 57.00001, lon: 39.00001 }))
  assert.deepEqual(await found({ hexagon }), [first, second])
  assert.deepEqual(await found({ point: '57.00001,39.00001' }), [first])
  assert.deepEqual(await found({ street: 'Садовая' }), [first, second])
  assert.deepEqual(await found({ street: 'none' }), [fourth])
  assert.deepEqual(await found({ located: 'true' }), [first, second, third])
  assert.deepEqual(await found({ located: 'false', settlement: 'upper' }), [fourth])
  assert.equal(caseListQuery.safeParse({ hexagon: '300_64_1_2' }).success, false)
  assert.equal(caseListQuery.safeParse({ point: "57,39'" }).success, false)
})
