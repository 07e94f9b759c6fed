import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'

/** Lets a centre's transaction reach accounts and sessions for one piece of work, so that both change together. */
export async function withIdentity<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  await sql.raw(`set local app.reach = 'identity'`).execute(scope)
  const result = await work()
  await sql.raw(`set local app.reach = 'none'`).execute(scope)
  return result
}
