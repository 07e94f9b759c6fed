/**
 * Reports: what a centre tells others of itself, by the calendar of its charter. Owns the words report, period, due, part,
 * slot, version, delivery. Promises that a period's days and due moment follow from the charter and say why; that a figure of a
 * report opens the very cases it counted; that texts of people survive recounting; that a report is approved once, under a number
 * of a gapless series, and from then on the same document gives the same files, while a correction is a new version;
 * that no resident is named in it; and that nothing is sent by the program: a person notes where a report went.
 */
export type { ReportContext } from './context.ts'
export { resumeReports } from './count-draft.ts'
export { fileNameOf, giveReport, type GivenReport } from './draft-in-memory.ts'
export { handleReports, startAutoDrafts } from './handle-jobs.ts'
export { reportJobs } from './jobs.ts'
export { reportRoutes } from './routes.ts'
