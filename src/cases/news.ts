import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'

/** The channel of NOTIFY on which a committed change of a case is told. */
export const newsChannel = 'otklik_case'

/** Tells listeners, once the transaction commits, where to look: ids only. A batch tells its last entry and no case. */
export async function announce(
  scope: Scope,
  news: { centreId: number; journalId: string; caseId: string | null },
): Promise<void> {
  const payload = JSON.stringify([news.centreId, news.journalId, news.caseId])
  await sql`select pg_notify(${newsChannel}, ${payload})`.execute(scope)
}
