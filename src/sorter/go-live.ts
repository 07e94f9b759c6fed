import { record } from '../audit/index.ts'
import { type Desk, mustHave } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import { figures as figuresShape } from './contract-figures.ts'
import { changeLive, findFormer, forgetOld, holdModel } from './models-store.ts'
import { presentOf, shortfallsOf, tellShortfalls } from './verdict.ts'

/** Retired models whose bytes are kept to return to. */
const keptModels = 3

/** Puts a candidate to work; refuses one that is worse than what works now, or that was compared with something else. */
export async function goLive(desk: Desk, id: string): Promise<void> {
  mustHave(desk.actor, 'sorter.manage', 'вводить модели сортировки в работу')
  await putToWork(desk, id)
}

/** The same for the program itself, where the charter wants it so. */
export async function putToWork(desk: Desk, id: string): Promise<void> {
  const { scope, centre } = desk
  const live = await liveNow(desk)
  const model = await holdModel(scope, centre.id, id)
  if (!model?.kept || model.state === 'declined')
    return refuse('not-found', 'no-model', 'Такой модели больше нет: обновите страницу.')
  if (model.state !== 'candidate')
    return refuse(
      'conflict',
      'not-a-candidate',
      'Эта модель уже была в работе: верните её кнопкой «Вернуть».',
    )
  const figures = figuresShape.parse(model.figures)
  const compared = presentOf(figures).modelId
  if (compared !== live) {
    refuse(
      'conflict',
      'compared-with-other',
      'Модель сравнивалась не с той сортировкой, которая работает сейчас: обучите её ещё раз.',
    )
  }
  const found = shortfallsOf(figures)
  if (found.length > 0) {
    refuse(
      'conflict',
      'worse',
      `Модель хуже того, что работает: ${tellShortfalls(found)}. В работу она не вводится.`,
      { shortfalls: found },
    )
  }
  await changeLive(scope, centre.id, id, { at: desk.now, by: desk.actor.name })
  await forgetOld(scope, centre.id, keptModels)
  await record(desk, { action: 'sorter-live', data: { modelId: id, was: live } })
}

/** Goes back: to the model that worked before, or, where there is none or it is asked for, to keywords alone. */
export async function goBack(desk: Desk, to: 'former' | 'keywords'): Promise<void> {
  mustHave(desk.actor, 'sorter.manage', 'возвращать прежнюю сортировку')
  const { scope, centre } = desk
  const live = await liveNow(desk)
  const former = to === 'former' ? await findFormer(scope, centre.id) : null
  if (to === 'former' && former === null)
    refuse('conflict', 'no-former', 'Прежней модели нет: можно вернуть сортировку по словам.')
  if (live === former) refuse('conflict', 'keywords-already', 'Темы уже определяются по словам.')
  await changeLive(scope, centre.id, former, { at: desk.now, by: desk.actor.name })
  await record(desk, { action: 'sorter-returned', data: { modelId: former, was: live } })
}

/** The model at work at this moment; nobody changes it until the transaction ends. */
async function liveNow({ scope, centre }: Desk): Promise<string | null> {
  const row = await scope
    .selectFrom('centres')
    .select('sorter_model')
    .where('id', '=', centre.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.sorter_model
}
