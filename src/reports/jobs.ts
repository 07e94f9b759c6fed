import * as z from 'zod'
import { defineJob } from '../platform/jobs/index.ts'

const payload = z.strictObject({ centreId: z.int(), reportId: z.uuid() })

/** Counts a draft. */
export const countReportJob = defineJob({
  name: 'reports.count',
  payload,
  expireInSeconds: 1800,
  retryLimit: 3,
})

/** Makes and keeps the files of an approved report. */
export const fileReportJob = defineJob({
  name: 'reports.file',
  payload,
  expireInSeconds: 600,
  retryLimit: 5,
})

export const reportJobs = [countReportJob, fileReportJob]
