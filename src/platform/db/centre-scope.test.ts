import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { inCentre, inReach, type Scope } from './centre-scope.ts'
import { openDatabase } from './connect.ts'

let database: TestDatabase
/** One connection, so that what a transaction leaves behind is seen by the next. */
let single: ReturnType<typeof openDatabase>
before(async () => {
  database = await testDatabase()
  single = openDatabase(database.url, { max: 1 })
})
after(async () => {
  await single.close()
  await database.close()
})

const settings = async (scope: Scope | typeof single.db) => {
  const { rows } = await sql<{ centre: number | null; reach: string }>`
    select current_centre() as centre, current_reach() as reach
  `.execute(scope)
  return [rows[0]?.centre, rows[0]?.reach]
}
const addFact = (scope: Scope, name: string) =>
  sql`insert into installation_facts (name, value) values (${name}, '1')`.execute(scope)
const facts = () =>
  inReach(single.db, 'installation', async (scope) => {
    const found = await scope.selectFrom('installation_facts').select('name').orderBy('name').execute()
    return found.map(({ name }) => name)
  })

test('a centre or a reach is set for one transaction and for none after it', async () => {
  assert.deepEqual(await inCentre(single.db, 7, settings), [7, 'none'])
  assert.deepEqual(await settings(single.db), [null, 'none'])
  assert.deepEqual(await inReach(single.db, 'identity', settings), [null, 'identity'])
  assert.deepEqual(await settings(single.db), [null, 'none'])
})

test('what is done is kept when the work ends well, and not when it fails, whose error is told', async () => {
  await inReach(single.db, 'installation', (scope) => addFact(scope, 'kept'))
  const failing = inReach(single.db, 'installation', async (scope) => {
    await addFact(scope, 'lost')
    throw new Error('the work failed')
  })
  await assert.rejects(failing, /the work failed/)
  assert.deepEqual(await facts(), ['kept'])
  assert.deepEqual(await settings(single.db), [null, 'none'])
})

test('a statement that failed and was passed over takes the transaction with it, and that is told', async () => {
  const passing = inReach(single.db, 'installation', async (scope) => {
    await addFact(scope, 'passed')
    await sql`select 1 / 0`.execute(scope).catch(() => {})
  })
  await assert.rejects(passing, /rolled back/)
  assert.deepEqual(await facts(), ['kept'])
})

test('a centre is a positive whole number, or nothing is begun', () => {
  for (const wrong of [0, -1, 1.5, Number.NaN])
    assert.throws(() => inCentre(single.db, wrong, settings), /positive whole number/)
})
