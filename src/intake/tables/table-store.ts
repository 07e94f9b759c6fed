import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import type { OwnTable } from './own-table.ts'

/** An own table with who saved it last. */
export type KeptTable = OwnTable & { savedBy: string; savedAt: Temporal.Instant }

/** Own tables in use, by name. */
export async function selectTables(scope: Scope, centreId: number): Promise<KeptTable[]> {
  const rows = await scope
    .selectFrom('import_tables')
    .select(['n', 'name', 'channel', 'columns', 'header', 'saved_by', 'saved_at'])
    .where('centre_id', '=', centreId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ saved_by: savedBy, saved_at: savedAt, ...table }) => ({
    ...(table as unknown as OwnTable),
    savedBy,
    savedAt,
  }))
}

/** Keeps a new table under the next number of the centre. */
export async function insertTable(
  scope: Scope,
  centreId: number,
  { name, channel, columns, header }: Omit<OwnTable, 'n'>,
  saved: { by: string; at: Temporal.Instant },
): Promise<OwnTable> {
  await sql`select pg_advisory_xact_lock(hashtext('otklik-import-tables'), ${centreId})`.execute(scope)
  const { last } = await scope
    .selectFrom('import_tables')
    .select(({ fn }) => fn.max('n').as('last'))
    .where('centre_id', '=', centreId)
    .executeTakeFirstOrThrow()
  const n = (last ?? 0) + 1
  await scope
    .insertInto('import_tables')
    .values({
      centre_id: centreId,
      n,
      name,
      channel,
      columns: JSON.stringify(columns),
      header: JSON.stringify(header),
      saved_by: saved.by,
      saved_at: saved.at,
    })
    .execute()
  return { n, name, channel, columns, header }
}

/** Changes a table in use; false where there is none. */
export async function updateTable(
  scope: Scope,
  centreId: number,
  { n, name, channel, columns, header }: OwnTable,
  saved: { by: string; at: Temporal.Instant },
): Promise<boolean> {
  const found = await scope
    .updateTable('import_tables')
    .set({
      name,
      channel,
      columns: JSON.stringify(columns),
      header: JSON.stringify(header),
      saved_by: saved.by,
      saved_at: saved.at,
    })
    .where('centre_id', '=', centreId)
    .where('n', '=', n)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}

/** Forgets a table; false where there is none. What it brought stays. */
export async function removeTable(
  scope: Scope,
  centreId: number,
  n: number,
  at: Temporal.Instant,
): Promise<boolean> {
  const found = await scope
    .updateTable('import_tables')
    .set({ removed_at: at })
    .where('centre_id', '=', centreId)
    .where('n', '=', n)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}
