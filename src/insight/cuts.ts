import { entryId, record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Cut } from './contract-tables.ts'

/** One person keeps at most this many, and so does the centre. */
const most = 50

function owner({ actor }: Desk): string {
  mustHave(actor, 'insight.read', 'видеть показатели')
  return actor.staffId ?? refuse('forbidden', 'no-person', 'Таблицы сохраняет только сотрудник центра.')
}

/** The person's own cuts and those of the centre, by name. */
export async function listCuts(desk: Desk): Promise<Cut[]> {
  const staffId = owner(desk)
  const rows = await desk.scope
    .selectFrom('cuts')
    .select(['id', 'name', 'query', 'staff_id', 'made_by'])
    .where('centre_id', '=', desk.centre.id)
    .where((is) => is.or([is('staff_id', '=', staffId), is('staff_id', 'is', null)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ staff_id: of, made_by: madeBy, ...cut }) => ({ ...cut, isShared: of === null, madeBy }))
}

/** Keeps a table under a name, for oneself or for the whole centre. */
export async function saveCut(
  desk: Desk,
  given: { name: string; query: string; shared: boolean },
): Promise<Cut> {
  const staffId = owner(desk)
  const { name, query, shared } = given
  if (shared) mustHave(desk.actor, 'report.prepare', 'сохранять таблицы для всех')
  const present = (await listCuts(desk)).filter(({ isShared }) => isShared === shared)
  if (present.length >= most)
    refuse('conflict', 'too-many-cuts', `Сохранено уже ${most} таблиц: удалите ненужные.`)
  const id = entryId(desk.now)
  const { id: centreId } = desk.centre
  const madeBy = desk.actor.name
  await desk.scope
    .insertInto('cuts')
    .values({
      centre_id: centreId,
      id,
      staff_id: shared ? null : staffId,
      name,
      query,
      made_by: madeBy,
      created_at: desk.now,
    })
    .execute()
  if (shared) await record(desk, { action: 'cut-shared', data: { cutId: id } })
  return { id, name, query, isShared: shared, madeBy }
}

/** Removes one's own cut; a shared one, who may share. */
export async function removeCut(desk: Desk, id: string): Promise<void> {
  const cut = (await listCuts(desk)).find((one) => one.id === id)
  if (!cut) refuse('not-found', 'no-cut', 'Такой сохранённой таблицы нет.')
  if (cut.isShared) mustHave(desk.actor, 'report.prepare', 'удалять общие таблицы')
  await desk.scope.deleteFrom('cuts').where('centre_id', '=', desk.centre.id).where('id', '=', id).execute()
  if (cut.isShared) await record(desk, { action: 'cut-removed', data: { cutId: id } })
}
