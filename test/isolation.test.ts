import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { inCentre, inReach, type Reach, type Scope } from '../src/platform/db/centre-scope.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { smallCentre } from './small-centre.ts'

type Column = { table: string; name: string; type: string }

let database: TestDatabase
let tables: string[]
let columns: Map<string, Column[]>
let appendOnly: Set<string>
let first: number
let second: number

before(async () => {
  database = await testDatabase()
  first = (await smallCentre(database.db, 'first')).id
  second = (await smallCentre(database.db, 'second')).id
  await readSchema()
  await dropForeignRules()
  for (const table of tables) {
    await sql.raw(insertion(table, first)).execute(database.ownerDb)
    await sql.raw(insertion(table, second)).execute(database.ownerDb)
  }
})
after(() => database.close())

describe('isolation of centres, table by table', () => {
  it('every table but the eight above the centres belongs to a centre and names it first in its key', async () => {
    const { rows } = await sql<{ table: string; key: string | null; secured: boolean }>`
      select c.relname as table, c.relrowsecurity as secured,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname not like 'kysely_%'
    `.execute(database.ownerDb)
    const above = rows.filter((row) => !tables.includes(row.table)).map((row) => row.table)
    assert.deepEqual(above.toSorted(), [
      'accounts',
      'centres',
      'half_sessions',
      'installation_facts',
      'installation_journal',
      'recovery_codes',
      'second_factors',
      'sessions',
    ])
    assert.deepEqual(
      rows.filter((row) => !row.secured).map((row) => row.table),
      [],
    )
    assert.deepEqual(
      rows.filter((row) => tables.includes(row.table) && row.key !== 'centre_id').map((row) => row.table),
      [],
    )
  })

  it('a centre reads its own row of every table and no row of another', async () => {
    await inCentre(database.db, second, async (scope) => {
      for (const table of tables) assert.deepEqual(await centresIn(scope, table), [second], table)
    })
  })

  it('without a centre nothing of any centre is read', async () => {
    await database.db.transaction().execute(async (scope) => {
      for (const table of tables) assert.deepEqual(await centresIn(scope, table), [], table)
    })
  })

  it('a reach above centres opens places at sign-in and charters at applying, and no table of residents or cases', async () => {
    const opened = { identity: ['staff'], installation: ['charter_editions'] }
    for (const reach of ['identity', 'installation'] as Reach[]) {
      await inReach(database.db, reach, async (scope) => {
        const seen: string[] = []
        for (const table of tables) if ((await centresIn(scope, table)).length > 0) seen.push(table)
        assert.deepEqual(seen, opened[reach])
      })
    }
  })

  it('another centre’s rows cannot be added', async () => {
    for (const table of tables) {
      const adding = inCentre(database.db, second, (scope) => sql.raw(insertion(table, first)).execute(scope))
      await assert.rejects(adding, /row-level security/, table)
    }
  })

  it('another centre’s rows are neither changed nor deleted', async () => {
    for (const table of tables.filter((name) => !appendOnly.has(name))) {
      await inCentre(database.db, second, async (scope) => {
        const changed = await sql
          .raw(`update ${table} set centre_id = centre_id where centre_id = ${first}`)
          .execute(scope)
        const deleted = await sql.raw(`delete from ${table} where centre_id = ${first}`).execute(scope)
        assert.deepEqual([changed.numAffectedRows, deleted.numAffectedRows], [0n, 0n], table)
      })
    }
  })

  it('an own row cannot be moved into another centre', async () => {
    for (const table of tables.filter((name) => !appendOnly.has(name))) {
      const moving = inCentre(database.db, second, (scope) =>
        sql.raw(`update ${table} set centre_id = ${first} where centre_id = ${second}`).execute(scope),
      )
      await assert.rejects(moving, /row-level security/, table)
    }
  })

  it('append-only tables refuse change and deletion even of own rows', async () => {
    assert.ok(appendOnly.has('journal') && appendOnly.has('read_log') && appendOnly.has('erasure_acts'))
    for (const table of appendOnly) {
      for (const statement of [
        `update ${table} set centre_id = centre_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        const changing = inCentre(database.db, second, (scope) => sql.raw(statement).execute(scope))
        await assert.rejects(changing, /permission denied/, statement)
      }
    }
  })

  it('search by words refuses to run without a centre', async () => {
    const searching = database.db
      .transaction()
      .execute((scope) => sql`select * from search_cases('яма', 10)`.execute(scope))
    await assert.rejects(searching, /search needs a centre/)
  })
})

async function centresIn(scope: Scope, table: string): Promise<number[]> {
  const { rows } = await sql<{ centre_id: number }>`
    select distinct centre_id from ${sql.table(table)} order by centre_id
  `.execute(scope)
  return rows.map((row) => row.centre_id)
}

async function readSchema(): Promise<void> {
  const { rows } = await sql<Column & { comment: string | null }>`
    select c.table_name as table, c.column_name as name, c.udt_name as type,
      obj_description(format('public.%I', c.table_name)::regclass, 'pg_class') as comment
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by c.table_name, c.ordinal_position
  `.execute(database.ownerDb)
  const belonging = rows.filter((row) => row.name === 'centre_id').map((row) => row.table)
  tables = belonging.toSorted()
  assert.ok(tables.length >= 20, 'the tables of a centre were found')
  columns = Map.groupBy(
    rows.filter((row) => belonging.includes(row.table)),
    (row) => row.table,
  )
  appendOnly = new Set(
    rows
      .filter((row) => belonging.includes(row.table) && row.comment?.startsWith('append-only'))
      .map((row) => row.table),
  )
}

// The rows here are made of any values: only the policies are under test, in a database of this file's own.
async function dropForeignRules(): Promise<void> {
  await sql`
    do $$
    declare rule record;
    begin
      for rule in select conname, conrelid::regclass as owner from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('c', 'f')
        order by contype desc
      loop execute format('alter table %s drop constraint %I', rule.owner, rule.conname); end loop;
    end $$
  `.execute(database.ownerDb)
}

function insertion(table: string, centreId: number): string {
  const list = columns.get(table) ?? []
  const values = list.map((column) => (column.name === 'centre_id' ? String(centreId) : valueOf(column.type)))
  return `insert into ${table} (${list.map((column) => column.name).join(', ')}) values (${values.join(', ')})`
}

function valueOf(type: string): string {
  if (type === 'uuid') return `'${randomUUID()}'`
  if (type === 'text') return `'${randomUUID()}'`
  if (type === 'bytea') return `'\\x${randomUUID().replaceAll('-', '')}'`
  if (type === 'timestamptz' || type === 'date') return 'now()'
  if (type === 'jsonb') return `'{}'`
  if (type === 'bool') return 'false'
  if (type === 'tsvector') return `''`
  if (type.startsWith('_')) return `'{}'`
  return '1'
}
