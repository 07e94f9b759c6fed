import { type Insertable, type RawBuilder, sql } from 'kysely'
import { type ColumnType, isColumnType, parameterWriter } from './binary-values.ts'
import type { Scope } from './centre-scope.ts'
import type { Tables } from './tables.ts'

/** Inserts many rows in one statement. Every row names the same columns as the first; what is undefined becomes null. */
export async function insertRows<Name extends keyof Tables>(
  scope: Scope,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  if (rows.length === 0) return
  await insertion(table, rows, await typesOf(scope, table))?.execute(scope)
}

/** A statement to be made when its turn comes; null where there is nothing to do. */
export type InTurn = () => RawBuilder<unknown> | null

/** Statements that insert rows of these tables, made when their turn comes. */
export async function insertions<Names extends keyof Tables>(
  scope: Scope,
  batches: { [Name in Names]: readonly Insertable<Tables[Name]>[] },
): Promise<Record<Names, InTurn>> {
  const found: Partial<Record<Names, InTurn>> = {}
  for (const table of Object.keys(batches) as Names[]) {
    const rows = batches[table] as readonly Insertable<Tables[keyof Tables]>[]
    const types = rows.length > 0 ? await typesOf(scope, table) : {}
    found[table] = () => insertion(table, rows, types)
  }
  return found as Record<Names, InTurn>
}

/** Carries statements out one after another; each is made while the database carries out the one before it. */
export async function executeInTurn(scope: Scope, statements: readonly InTurn[]): Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  for (const make of statements) {
    let statement: RawBuilder<unknown> | null = null
    try {
      statement = make()
    } finally {
      await running
    }
    if (statement) running = statement.execute(scope)
  }
  await running
}

function insertion(
  table: keyof Tables,
  rows: readonly object[],
  known: Readonly<Record<string, ColumnType>>,
): RawBuilder<unknown> | null {
  const first = rows[0]
  if (!first) return null
  const types: Record<string, ColumnType> = {}
  for (const name of Object.keys(first)) {
    const type = known[name]
    if (!type) throw new Error(`column ${name} of ${table} has a type that batches do not carry`)
    types[name] = type
  }
  const columns = sql.join(Object.keys(types).map((name) => sql.ref(name)))
  return sql`insert into ${sql.table(table)} (${columns}) ${selectRows(rows, types)}`
}

/** Carries several inserts out in one message: what refers to what is looked at when all of them are done. */
export async function insertTogether(
  scope: Scope,
  statements: readonly (RawBuilder<unknown> | null)[],
): Promise<void> {
  const present = statements.filter((statement) => statement !== null)
  const last = present.at(-1)
  if (!last) return
  const before = present.slice(0, -1).map((statement, at) => sql`${sql.ref(`i${at}`)} as (${statement})`)
  await (before.length === 0 ? last : sql`with ${sql.join(before)} ${last}`).execute(scope)
}

/** Documents up to this number are written once, with places that tell where each stands. */
const fewDocuments = 16

/**
 * A select of the given rows, in the order of `types`: a column that is the same in all of them goes as one value, any other as one
 * array, both in binary, because row-level security forbids COPY. Documents of which there are few go once each.
 */
export function selectRows(
  rows: readonly object[],
  types: Readonly<Record<string, ColumnType>>,
): RawBuilder<unknown> {
  // A large buffer for each of the dozen tables of one registration costs the collector more than its rows.
  const write = parameterWriter(Math.min(rows.length, 64) * 1024)
  const selected: RawBuilder<unknown>[] = []
  const arrays: RawBuilder<unknown>[] = []
  const names: RawBuilder<unknown>[] = []
  for (const [name, type] of Object.entries(types)) {
    const values = rows.map((row) => (row as Record<string, unknown>)[name] ?? null)
    const one = values[0]
    const as = sql.ref(name)
    if (values.every((value) => value === one)) {
      selected.push(sql`${one === null ? null : write.value(type, one)}::${sql.raw(type)} as ${as}`)
      continue
    }
    const few = type === 'jsonb' ? [...new Set(values)] : values
    if (few.length <= fewDocuments && few.length < values.length) {
      const places = values.map((value) => few.indexOf(value) + 1)
      arrays.push(sql`${write.array('int4', places)}::int4[]`)
      selected.push(sql`(${write.array(type, few)}::jsonb[])[${as}] as ${as}`)
    } else {
      arrays.push(sql`${write.array(type, values)}::${sql.raw(type)}[]`)
      selected.push(as)
    }
    names.push(as)
  }
  const from =
    arrays.length === 0
      ? sql`generate_series(1, ${rows.length})`
      : sql`unnest(${sql.join(arrays)}) as given (${sql.join(names)})`
  return sql`select ${sql.join(selected)} from ${from}`
}

const typesByTable = new Map<string, Record<string, ColumnType>>()

// Read once in a process: the tables stand as the migrations left them.
async function typesOf(scope: Scope, table: string): Promise<Record<string, ColumnType>> {
  const found = typesByTable.get(table)
  if (found) return found
  const { rows } = await sql<{ name: string; type: string }>`
    select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
  `.execute(scope)
  const types: Record<string, ColumnType> = {}
  for (const { name, type } of rows) if (isColumnType(type)) types[name] = type
  typesByTable.set(table, types)
  return types
}
