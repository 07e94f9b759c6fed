import type { Desk } from '../people/index.ts'
import { reaches } from './cases-policy.ts'

/** Numbers of the cases that the person may see, by id: what a journal shows instead of ids. */
export async function numbersOf(desk: Desk, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await desk.scope
    .selectFrom('cases')
    .select(['id', 'number', 'assignee_id', 'sector_block'])
    .where('centre_id', '=', desk.centre.id)
    .where('id', 'in', caseIds)
    .execute()
  return new Map(rows.filter((row) => reaches(desk.actor, row)).map((row) => [row.id, row.number]))
}
