import { entryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import type { CaseRow } from './case-row.ts'

/** What a person put right after the machine: kept as an example from which sorting learns. Nothing is kept when they agree. */
export async function correct(
  { scope, centre, actor, now }: Desk,
  row: CaseRow,
  field: 'topic' | 'nature' | 'place' | 'organisation' | 'regime',
  proposed: string | null,
  chosen: string | null,
): Promise<void> {
  if (proposed === chosen) return
  await scope
    .insertInto('corrections')
    .values({
      centre_id: centre.id,
      id: entryId(now),
      case_id: row.id,
      field,
      proposed,
      chosen,
      actor_id: actor.staffId,
      at: now,
    })
    .execute()
}
