import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** A transaction inside one centre (or inside a reach above centres). */
export type Scope = Transaction<Tables>

/** Runs work in a transaction that sees one centre's rows and no other's. */
export function inCentre<T>(db: Database, centreId: number, work: (scope: Scope) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (scope) => {
    await enterCentre(scope, centreId)
    return work(scope)
  })
}

/**
 * Sets the centre of the present transaction. SET LOCAL takes no parameter and set_config() does not reach the workers
 * of a distributed PostgreSQL, so the value is checked here and written into the statement.
 */
export async function enterCentre(scope: Scope, centreId: number): Promise<void> {
  if (!Number.isSafeInteger(centreId) || centreId <= 0)
    throw new Error('a centre id is a positive whole number')
  await sql.raw(`set local app.centre = '${centreId}'`).execute(scope)
}

/** What a transaction may reach above centres: accounts and sessions, or centres and charters. Never residents. */
export type Reach = 'identity' | 'installation'

/** Runs work in a transaction that sees accounts and sessions, or centres and charters, and no resident. */
export function inReach<T>(db: Database, reach: Reach, work: (scope: Scope) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (scope) => {
    await sql.raw(`set local app.reach = '${reach}'`).execute(scope)
    return work(scope)
  })
}
