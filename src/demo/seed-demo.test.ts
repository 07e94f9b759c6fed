import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aCase, aCentre, aVault } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseStates } from '../cases/contract.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { friday } from './for-tests.ts'
import { demoPeople, ensureDemo, resetDemo } from './index.ts'
import type { DemoMade } from './index.ts'

let database: TestDatabase
let made: DemoMade

const pieces = () => ({
  db: database.db,
  ownerUrl: database.ownerUrl,
  vault: aVault,
  now: friday,
  count: 900,
})

before(async () => {
  database = await testDatabase()
  const found = await ensureDemo(pieces())
  assert.ok(found)
  made = found
})
after(() => database.close())

async function count(table: 'cases' | 'journal' | 'staff' | 'submissions'): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where centre_id = ${made.centre.id}
  `.execute(database.ownerDb)
  return rows[0]?.n ?? 0
}

test('the first start makes a demo centre with its people and cases', async () => {
  assert.ok(made.centre.isDemo)
  assert.equal(made.people, demoPeople().length)
  assert.equal(await count('staff'), made.people)
  assert.equal(await count('cases'), made.cases)
})

test('the demo has a case in every state', async () => {
  const rows = await inCentre(database.db, made.centre.id, (scope) =>
    scope.selectFrom('cases').select('state').distinct().execute(),
  )
  assert.deepEqual(rows.map(({ state }) => state).toSorted(), [...caseStates].toSorted())
})

test('some of the demo is overdue, some is due today', async () => {
  const { rows } = await sql<{ overdue: number; today: number }>`
    select count(*) filter (where due_at < ${friday})::int as overdue,
      count(*) filter (where due_at >= ${friday} and due_at < ${friday.add({ hours: 10 })})::int as today
    from cases where centre_id = ${made.centre.id}
  `.execute(database.ownerDb)
  assert.ok(rows[0]!.overdue > 0 && rows[0]!.today > 0, JSON.stringify(rows[0]))
})

test('numbers of the demo have no gaps', async () => {
  const { rows } = await sql<{ number: string }>`
    select number from cases where centre_id = ${made.centre.id} and regime = 'message'
  `.execute(database.ownerDb)
  const numbers = rows.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  )
})

test('a second start leaves the demo as it is', async () => {
  const entries = await count('journal')
  assert.equal(await ensureDemo(pieces()), null)
  assert.equal(await count('journal'), entries)
})

test('a demo whose making was cut off is made anew', async () => {
  await sql`delete from installation_facts where name = 'demo'`.execute(database.ownerDb)
  const again = await ensureDemo({ ...pieces(), count: 120 })
  assert.ok(again)
  made = again
  assert.equal(await count('cases'), again.cases)
})

test('a reset makes the same demo again and touches no other centre', async () => {
  const other = await aCentre(database.db)
  await aCase(database.db, other)
  const first = made.cases
  const again = await resetDemo({ ...pieces(), count: 120 })
  made = again
  assert.equal(again.removed, first)
  assert.equal(again.cases, first)
  const kept = await inCentre(database.db, other.id, (scope) =>
    scope.selectFrom('cases').selectAll().execute(),
  )
  assert.equal(kept.length, 1)
})
