import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { selectRows } from './insert-rows.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const types = {
  id: 'uuid',
  name: 'text',
  bytes: 'bytea',
  count: 'int4',
  size: 'int8',
  lat: 'float8',
  sure: 'bool',
  day: 'date',
  at: 'timestamptz',
  data: 'jsonb',
} as const
const nothing = Object.fromEntries(Object.keys(types).map((name) => [name, null]))

const row = (index: number) => ({
  id: `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  name: `Ёлка «${index}» \\ "N" 😀`,
  bytes: Buffer.from([0, 255, index]),
  count: index - 1,
  size: 2 ** 40 + index,
  lat: index / 3,
  sure: index % 2 === 0,
  day: Temporal.PlainDate.from('1999-12-30').add({ days: index }),
  at: Temporal.Instant.from('1969-12-31T23:59:59.999999Z').add({ milliseconds: index }),
  data: { index, list: ['я', null] },
})

const given = async (rows: readonly object[]) =>
  (await sql<object>`${selectRows(rows, types)}`.execute(database.db)).rows

const told = (rows: readonly object[]) =>
  rows.map((one) =>
    Object.entries(one).map(([name, value]) => [
      name,
      (value as Temporal.Instant | null)?.toString?.() ?? null,
    ]),
  )

test('values of every type come to the database as they are, with nulls among them', async () => {
  const rows = [row(1), nothing, row(2), row(3)]
  const found = await given(rows)
  assert.deepEqual(told(found), told(rows))
  assert.deepEqual(
    found.map((one) => (one as { data: unknown }).data),
    rows.map(({ data }) => data),
  )
})

test('equal values, one row and many different documents come as they are', async () => {
  const same = row(7)
  for (const rows of [[same], [same, same], Array.from({ length: 40 }, (_, index) => row(index))]) {
    const found = await given(rows)
    assert.deepEqual(told(found), told(rows))
    assert.deepEqual(
      found.map((one) => (one as { data: unknown }).data),
      rows.map(({ data }) => data),
    )
  }
})

test('a string for a document is the text of it, and a moment is kept to the nearest microsecond', async () => {
  const at = Temporal.Instant.from('2026-11-22T05:00:00.123456789Z')
  const [found] = (await given([{ ...nothing, data: '[1]', at }])) as {
    data: unknown
    at: Temporal.Instant
  }[]
  assert.deepEqual(found?.data, [1])
  assert.equal(found.at.toString(), '2026-11-22T05:00:00.123457Z')
})
