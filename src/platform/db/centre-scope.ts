import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** A transaction inside one centre (or inside a reach above centres). */
export type Scope = Transaction<Tables>

/** Runs work in a transaction that sees one centre's rows and no other's. */
export function inCentre<T>(db: Database, centreId: number, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inTransaction(db, centreSetting(centreId), work)
}

/**
 * Sets the centre of the present transaction. SET LOCAL takes no parameter and set_config() does not reach the workers
 * of a distributed PostgreSQL, so the value is checked here and written into the statement.
 */
export async function enterCentre(scope: Scope, centreId: number): Promise<void> {
  await sql.raw(centreSetting(centreId)).execute(scope)
}

function centreSetting(centreId: number): string {
  if (!Number.isSafeInteger(centreId) || centreId <= 0)
    throw new Error('a centre id is a positive whole number')
  return `set local app.centre = '${centreId}'`
}

/** What a transaction may reach above centres: accounts and sessions, or centres and charters. Never residents. */
export type Reach = 'identity' | 'installation'

/** Runs work in a transaction that sees accounts and sessions, or centres and charters, and no resident. */
export function inReach<T>(db: Database, reach: Reach, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inTransaction(db, `set local app.reach = '${reach}'`, work)
}

// Opening and setting go in one message: every request opens two transactions or three, and waiting costs it more than working.
function inTransaction<T>(db: Database, setting: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    try {
      await sql.raw(`begin; ${setting}`).execute(connection)
      const result = await work(connection as unknown as Scope)
      const { rows } = await sql<{ command: string }>`commit`.execute(connection)
      // A transaction that a failed statement spoiled ends so, without an error.
      if (rows[0]?.command !== 'COMMIT')
        throw new Error('the transaction was rolled back: a failure in it was passed over')
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
}
