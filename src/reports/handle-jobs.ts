import type { Enqueue, Jobs } from '../platform/jobs/index.ts'
import { draftByItself } from './auto-drafts.ts'
import type { ReportContext } from './context.ts'
import { countDraft } from './count-draft.ts'
import { fileReport } from './file-report.ts'
import { countReportJob, fileReportJob } from './jobs.ts'

/** Names the handlers of the jobs of reports. */
export function handleReports(jobs: Jobs, context: ReportContext): void {
  jobs.handle(countReportJob, async ({ centreId, reportId }) =>
    countDraft(context, await context.loadCentre(centreId), reportId),
  )
  jobs.handle(fileReportJob, async ({ centreId, reportId }) =>
    fileReport(context, await context.loadCentre(centreId), reportId),
  )
}

/** Looks now and every few minutes which reports the program begins by itself; `onError` hears what went wrong. Gives how to stop. */
export function startAutoDrafts(
  context: ReportContext,
  enqueue: Enqueue,
  onError: (error: unknown) => void,
  everyMs = 5 * 60_000,
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running.then(() => draftByItself(context, enqueue)).catch(onError)
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
