import * as z from 'zod'
import type { Database } from '../../platform/db/centre-scope.ts'
import { inCentre, inReach } from '../../platform/db/centre-scope.ts'
import { defineJob, type Enqueue, type Jobs } from '../../platform/jobs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ImportContext } from './context.ts'
import { runImport } from './run-import.ts'

/** Carries a started import on to its end. */
export const runImportJob = defineJob({
  name: 'intake.run',
  payload: z.strictObject({ centreId: z.int(), runId: z.uuid() }),
  expireInSeconds: 6 * 3600,
  retryLimit: 3,
})

/** Names the handler of the import's job. */
export function handleImports(jobs: Jobs, context: ImportContext): void {
  jobs.handle(runImportJob, async ({ centreId, runId }) => {
    const centre = await context.loadCentre(centreId)
    try {
      await runImport(context, { centre, runId })
    } catch (error) {
      // Another process has it in hand: nothing is left to do here.
      if (!(error instanceof Refusal && error.reason === 'import-runs')) throw error
    }
  })
}

/** Puts imports that a stop of the server left running back to work: called once after the jobs started. Gives their number. */
export async function resumeImports(db: Database, enqueue: Enqueue): Promise<number> {
  const centres = await inReach(db, 'installation', (scope) =>
    scope.selectFrom('centres').select('id').execute(),
  )
  let resumed = 0
  for (const { id: centreId } of centres) {
    await inCentre(db, centreId, async (scope) => {
      const running = await scope
        .selectFrom('import_runs')
        .select('id')
        .where('centre_id', '=', centreId)
        .where('state', '=', 'running')
        .execute()
      for (const { id: runId } of running) await enqueue(scope, runImportJob, { centreId, runId })
      resumed += running.length
    })
  }
  return resumed
}
