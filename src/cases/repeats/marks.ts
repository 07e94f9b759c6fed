import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'

/** Takes marks away: between two cases, or every mark of and upon the given cases. */
export async function removeMarks(
  scope: Scope,
  centreId: number,
  which: { between: readonly [string, string] } | { of: readonly string[] },
): Promise<void> {
  const ids = 'between' in which ? which.between : which.of
  const both = 'between' in which ? sql`and` : sql`or`
  await sql`
    delete from repeat_marks where centre_id = ${centreId}
      and (case_id = any(${ids}::uuid[]) ${both} other_id = any(${ids}::uuid[]))
  `.execute(scope)
}

/** What was like a case that is joined now is like the one it was joined to. */
export async function moveMarks(scope: Scope, centreId: number, from: string, into: string): Promise<void> {
  await sql`
    delete from repeat_marks
    where centre_id = ${centreId} and (case_id = ${from} or case_id = ${into} and other_id = ${from})
  `.execute(scope)
  await sql`
    update repeat_marks set other_id = ${into} where centre_id = ${centreId} and other_id = ${from}
  `.execute(scope)
}
