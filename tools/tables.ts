// Writes src/platform/db/tables.ts from a freshly migrated database; with --check says whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { testDatabase } from '../test/database.ts'

const target = new URL('../src/platform/db/tables.ts', import.meta.url)

const plain: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  bytea: 'Buffer',
  json: 'json',
  jsonb: 'json',
}

type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  filled: boolean
  always: boolean
}

function typeOf({ type, nullable, filled, always }: Column): string {
  const array = type.startsWith('_')
  const base = plain[array ? type.slice(1) : type] ?? 'string'
  const value = array ? `${base}[]` : base
  if (base === 'json') {
    const or = nullable ? ' | null' : ''
    return `ColumnType<unknown, JsonInput${or}${filled || nullable ? ' | undefined' : ''}, JsonInput${or}>`
  }
  const full = nullable ? `${value} | null` : value
  if (always) return `GeneratedAlways<${full}>`
  return filled ? `Generated<${full}>` : full
}

/** The text of tables.ts for the database behind `ownerUrl`. */
export async function describeTables(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' as filled, a.attidentity = 'a' or a.attgenerated <> '' as always
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname not like 'kysely_%'
    order by c.relname collate "C", a.attnum
  `)
  await client.end()
  const tables = Map.groupBy(rows, (row) => row.table)
  const lines = [...tables].map(
    ([table, columns]) =>
      `  ${table}: {\n${columns.map((column) => `    ${column.name}: ${typeOf(column)}\n`).join('')}  }\n`,
  )
  return (
    '// Written by tools/tables.ts from the migrated database: do not edit.\n' +
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'\n\n" +
    '/** A value for a json column: an object, or the text of any JSON (an array must be given as text). */\n' +
    'export type JsonInput = string | { readonly [key: string]: unknown }\n\n' +
    `export type Tables = {\n${lines.join('')}}\n`
  )
}

/** Whether tables.ts says what the database says. */
export async function tablesAreUpToDate(): Promise<boolean> {
  const database = await testDatabase()
  try {
    return readFileSync(target, 'utf8') === (await describeTables(database.ownerUrl))
  } finally {
    await database.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const database = await testDatabase()
  const text = await describeTables(database.ownerUrl)
  await database.close()
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('src/platform/db/tables.ts is out of date: run tools/tables.ts')
    process.exitCode = 1
  }
}
