import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { entryId, record } from '../audit/index.ts'
import type { Centre } from '../charter/index.ts'
import { atDeskOf, type Desk, systemActor } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { catalogueOf } from './centre-catalogue.ts'
import type { SorterContext } from './context.ts'
import { figures as figuresShape } from './contract-figures.ts'
import { putToWork } from './go-live.ts'
import { selectLabelled, tellTooFew } from './labelled-cases.ts'
import { learnAside, LearningStopped } from './learning/learn-aside.ts'
import type { Lesson, Outcome } from './learning/learn-model.ts'
import { insertCandidate, selectBytes } from './models-store.ts'
import { holdUnfinished, updateTraining } from './trainings-store.ts'
import { shortfallsOf } from './verdict.ts'

/**
 * Carries a training to its end: a candidate, a reason why not, or a failure. What works stays at work whatever happens; a stop
 * of the program leaves the training to be taken up again. One process at a time.
 */
export async function runTraining(
  context: SorterContext,
  { centreId, trainingId }: { centreId: number; trainingId: string },
): Promise<void> {
  await context.db.connection().execute(async (connection) => {
    const key = `otklik-sorter-${trainingId}`
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_lock(hashtextextended(${key}, 0)) as got
    `.execute(connection)
    if (!rows[0]?.got) return
    try {
      await carryOn(context, centreId, trainingId)
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${key}, 0))`.execute(connection)
    }
  })
}

async function carryOn(context: SorterContext, centreId: number, trainingId: string): Promise<void> {
  const centre = await context.loadCentre(centreId)
  const desk = <T>(work: (desk: Desk) => Promise<T>) => atSorterDesk(context, centre, work)
  try {
    const lesson = await desk((at) => begin(at, trainingId))
    if (lesson === null) return
    const outcome = await learnAside(lesson, {
      signal: context.signal,
      onStep: (step) => {
        void desk(({ scope }) => updateTraining(scope, centreId, trainingId, { step })).catch(() => {
          // Only what the screen says of the way suffers.
        })
      },
    })
    await desk((at) => end(at, trainingId, lesson, outcome))
  } catch (error) {
    if (error instanceof LearningStopped) throw error
    const isRefusal = error instanceof Refusal
    const why = isRefusal ? error.message : failed
    await desk((at) => giveUp(at, trainingId, isRefusal ? 'refused' : 'failed', why))
    if (!isRefusal) throw error
  }
}

const failed =
  'Обучение прервалось из-за ошибки программы; работает прежняя сортировка. Запустите его ещё раз, а если повторится, сообщите администратору.'

function atSorterDesk<T>(
  { db, vault, clock }: SorterContext,
  centre: Centre,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  return atDeskOf(db, { centre, actor: systemActor('сортировка'), now: clock(), vault }, work)
}

/** Marks the training begun and gathers what it learns from; null where it was ended meanwhile. */
async function begin({ scope, centre, now }: Desk, id: string): Promise<Lesson | null> {
  const training = await holdUnfinished(scope, centre.id, id)
  if (!training) return null
  await updateTraining(scope, centre.id, id, { state: 'running', started_at: now, step: null })
  const cases = await selectLabelled(scope, centre)
  const { leastCases, precision } = centre.charter.topics.learning
  if (cases.length < leastCases)
    throw new Refusal('conflict', 'too-few-cases', tellTooFew(leastCases, cases.length))
  const { sorterModel } = centre
  const live = sorterModel === null ? null : await selectBytes(scope, centre.id, sorterModel)
  const former =
    sorterModel !== null && live?.twin
      ? { id: sorterModel, twin: live.twin, thresholds: figuresShape.parse(live.figures).thresholds }
      : null
  return { cases, catalogue: catalogueOf(centre), precision, former }
}

async function end(desk: Desk, trainingId: string, { cases }: Lesson, outcome: Outcome): Promise<void> {
  const { scope, centre, now } = desk
  if (!(await holdUnfinished(scope, centre.id, trainingId))) return
  const { figures } = outcome
  const modelId = entryId(now)
  const [model, twin] = [Buffer.from(outcome.model), Buffer.from(outcome.twin)]
  await insertCandidate(scope, centre.id, {
    id: modelId,
    learned_at: now,
    cases: cases.length,
    from_day: Temporal.PlainDate.from(cases[0]!.day),
    to_day: Temporal.PlainDate.from(cases.at(-1)!.day),
    figures: JSON.stringify(figures),
    size: model.length,
    digest: createHash('sha256').update(model).digest(),
    model,
    twin,
  })
  const worse = shortfallsOf(figures).length > 0
  const { accuracy, coverage } = figures.model
  const told = { trainingId, modelId, cases: cases.length, accuracy, coverage, worse }
  await record(desk, { action: 'sorter-learned', data: told })
  await updateTraining(scope, centre.id, trainingId, {
    state: 'done',
    ended_at: now,
    step: null,
    model_id: modelId,
  })
  if (centre.charter.topics.learning.goesLiveAlone && !worse) await putToWork(desk, modelId)
}

async function giveUp(
  desk: Desk,
  trainingId: string,
  state: 'refused' | 'failed',
  why: string,
): Promise<void> {
  const { scope, centre, now } = desk
  if (!(await holdUnfinished(scope, centre.id, trainingId))) return
  await updateTraining(scope, centre.id, trainingId, { state, ended_at: now, step: null, why })
  await record(desk, { action: 'sorter-not-learned', data: { trainingId }, reason: why })
}
