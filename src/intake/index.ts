/**
 * Intake: how a submission becomes a case, once. Owns the words source (an outside system whose exports we read), source
 * row, reject, import run and mapping (what a value of the source means here). Promises that columns are found by name; that a
 * row is either taken whole in our words or rejected with its number and a sentence, and no column of a file is dropped; that the
 * six outcomes of a run add up to the rows read; that a killed import goes on where it stopped; that a newer export never
 * takes back what our people decided; and that the copy of a file is destroyed when its import ends, or when nobody started it in time.
 */
export { importRoutes } from './routes.ts'
export { type Inboxes, watchInboxes } from './inbox/watch-inboxes.ts'
export type { ImportContext } from './runs/context.ts'
export { handleImports, resumeImports, runImportJob } from './runs/job.ts'
export { importFile, type ImportAccount, type ImportRequest } from './runs/import-file.ts'
export { lastImports } from './runs/last-imports.ts'
export { readMappingFile } from './runs/mapping-file.ts'
export { caseSorting } from './sorting/case-sorting.ts'
export {
  detectTable,
  type DetectedTable,
  openTable,
  type OpenTable,
  sources,
  type TableChoice,
} from './sources/open-table.ts'
export type { RowReject, Source, SourceAnswer, SourceField, SourceRow } from './sources/source.ts'
