/**
 * Intake: how a submission becomes a case, once. Owns the words source (an outside system whose exports we read), source
 * row and reject. Promises that columns are found by name, that a row is either taken whole in our words or rejected with
 * its number and a sentence, and that no column of a file is dropped.
 */
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
