import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'

/**
 * Lets every statement of a transaction see the database of one moment, so that a figure and the cases behind it agree
 * while others work. It comes before any query of the transaction.
 */
export async function inOneMoment(scope: Scope): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(scope)
}
