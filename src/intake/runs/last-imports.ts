import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { sources } from '../sources/open-table.ts'

/** The last finished import of each source: when, and how many rows it read. */
export async function lastImports(
  scope: Scope,
  centreId: number,
): Promise<{ source: string; name: string; finishedAt: Temporal.Instant; rows: number }[]> {
  const { rows } = await sql<{ source: string; finished_at: Temporal.Instant; rows: number }>`
    select distinct on (source) source, finished_at, created + joined + unchanged + updated + rejected as rows
    from import_runs where centre_id = ${centreId} and state = 'done' and source is not null and finished_at is not null
    order by source, finished_at desc
  `.execute(scope)
  const names = new Map(sources.map(({ code, name }) => [code as string, name]))
  return rows.map(({ source, finished_at: finishedAt, rows: count }) => ({
    source,
    name: names.get(source) ?? source,
    finishedAt,
    rows: count,
  }))
}
