import * as z from 'zod'
import { type Database, inCentre, inReach } from '../platform/db/centre-scope.ts'
import { defineJob, type Enqueue, type Jobs } from '../platform/jobs/index.ts'
import type { SorterContext } from './context.ts'
import { LearningStopped } from './learning/learn-aside.ts'
import { runTraining } from './run-training.ts'

/** Carries a training that was asked for to its end. */
export const learnJob = defineJob({
  name: 'sorter.learn',
  payload: z.strictObject({ centreId: z.int(), trainingId: z.uuid() }),
  expireInSeconds: 3600,
  retryLimit: 2,
})

/** Names the handler of the job. */
export function handleLearning(jobs: Jobs, context: SorterContext): void {
  jobs.handle(learnJob, async (payload) => {
    try {
      await runTraining(context, payload)
    } catch (error) {
      // The next start takes it up again.
      if (!(error instanceof LearningStopped)) throw error
    }
  })
}

/** Puts trainings that a stop of the server left unfinished back to work: called once after the jobs started. Gives their number. */
export async function resumeLearning(db: Database, enqueue: Enqueue): Promise<number> {
  const centres = await inReach(db, 'installation', (scope) =>
    scope.selectFrom('centres').select('id').execute(),
  )
  let resumed = 0
  for (const { id: centreId } of centres) {
    await inCentre(db, centreId, async (scope) => {
      const unfinished = await scope
        .selectFrom('sorter_trainings')
        .select(['id', 'begins_at'])
        .where('centre_id', '=', centreId)
        .where('state', 'in', ['waiting', 'running'])
        .execute()
      for (const { id: trainingId, begins_at } of unfinished)
        await enqueue(scope, learnJob, { centreId, trainingId }, { after: begins_at })
      resumed += unfinished.length
    })
  }
  return resumed
}
