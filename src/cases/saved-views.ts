import { entryId } from '../audit/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { SavedView } from './contract-list.ts'

/** One person keeps at most this many views. */
const mostViews = 50

function owner({ actor }: Desk): string {
  return actor.staffId ?? refuse('forbidden', 'no-person', 'Виды сохраняет только сотрудник центра.')
}

/** One's own saved views by name. */
export function listViews(desk: Desk): Promise<SavedView[]> {
  return desk.scope
    .selectFrom('saved_views')
    .select(['id', 'name', 'query'])
    .where('centre_id', '=', desk.centre.id)
    .where('staff_id', '=', owner(desk))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Keeps the present filters under a name. */
export async function saveView(desk: Desk, view: { name: string; query: string }): Promise<SavedView> {
  const views = await listViews(desk)
  if (views.length >= mostViews) {
    refuse('conflict', 'too-many-views', `Сохранено уже ${mostViews} видов: удалите ненужные.`)
  }
  const id = entryId(desk.now)
  await desk.scope
    .insertInto('saved_views')
    .values({ centre_id: desk.centre.id, id, staff_id: owner(desk), ...view, created_at: desk.now })
    .execute()
  return { id, ...view }
}

/** Changes one's own view. */
export async function changeView(
  desk: Desk,
  id: string,
  view: { name: string; query: string },
): Promise<SavedView> {
  const changed = await desk.scope
    .updateTable('saved_views')
    .set(view)
    .where('centre_id', '=', desk.centre.id)
    .where('id', '=', id)
    .where('staff_id', '=', owner(desk))
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) refuse('not-found', 'no-view', 'Такого вида у вас нет.')
  return { id, ...view }
}

/** Removes one's own view. */
export async function removeView(desk: Desk, id: string): Promise<void> {
  const removed = await desk.scope
    .deleteFrom('saved_views')
    .where('centre_id', '=', desk.centre.id)
    .where('id', '=', id)
    .where('staff_id', '=', owner(desk))
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) refuse('not-found', 'no-view', 'Такого вида у вас нет.')
}
