import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { appRole, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { Refusal } from '../refusal.ts'
import { assertAppRole, assertServer } from './connect.ts'
import { migrate, migrationNames, schemaState } from './migrate.ts'

let database: TestDatabase
before(async () => void (database = await testDatabase()))
after(() => database.close())

test('moments, days and whole numbers go to the database and come back as what they are', async () => {
  const at = Temporal.Instant.from('2026-11-22T07:00:00.123456Z')
  const day = Temporal.PlainDate.from('2026-02-28')
  const { rows } = await sql<Record<string, unknown>>`
    select ${at}::timestamptz as at, ${day}::date as day, ${[day]}::date[] as days, 9007199254740991::bigint as big, 1.50::numeric as exact
  `.execute(database.db)
  const row = rows[0] ?? {}
  assert.equal(String(row['at']), '2026-11-22T07:00:00.123456Z')
  assert.ok(row['at'] instanceof Temporal.Instant)
  assert.ok(day.equals(row['day'] as Temporal.PlainDate))
  assert.deepEqual(String(row['days']), '2026-02-28')
  assert.equal(row['big'], 9007199254740991)
  assert.equal(row['exact'], '1.50')
})

test('a whole number that a JavaScript number cannot hold is an error, not a wrong number', async () => {
  await assert.rejects(sql`select 9007199254740993::bigint as big`.execute(database.db), RangeError)
})

test('the application role is accepted and the owner of the tables is refused', async () => {
  await assertServer(database.db)
  await assertAppRole(database.db)
  await assert.rejects(
    assertAppRole(database.ownerDb),
    (error) => error instanceof Refusal && error.reason === 'unsafe-role',
  )
})

test('the application role can add to an append-only table but neither change nor delete its rows', async () => {
  await assert.rejects(database.db.updateTable('journal').set({ reason: 'x' }).execute(), /permission denied/)
  await assert.rejects(database.db.deleteFrom('read_log').execute(), /permission denied/)
  await assert.rejects(sql`create table mine (id integer)`.execute(database.db), /permission denied/)
})

test('a migrated database has nothing pending and migrating it again changes nothing', async () => {
  const state = await schemaState(database.ownerDb)
  assert.deepEqual(state, { last: migrationNames().at(-1), pending: [] })
  const again = await Promise.all([1, 2].map(() => migrate(database.ownerUrl, appRole)))
  assert.deepEqual(again, [{ applied: [] }, { applied: [] }])
})

test('a database of a newer program is refused', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(
    database.ownerDb,
  )
  await assert.rejects(
    schemaState(database.ownerDb),
    (error) => error instanceof Refusal && error.reason === 'newer-database',
  )
  await sql`delete from kysely_migration where name like '9999%'`.execute(database.ownerDb)
})
