/**
 * The append-only record. It owns the words journal (what was done in a centre, by whom and why), read log (who looked
 * at personal data and for what purpose) and installation journal (what was done above the centres). It promises that
 * an entry is written in the transaction of what it tells of, is never changed, and holds no resident's words or
 * contacts: every action has a closed shape of codes, ids, dates and figures.
 */
export { entryId, leastEntryId } from './entry-id.ts'
export { lastOfAccount, type NumbersOf, readInstallationJournal, readJournal, readReadLog } from './read.ts'
export { type Entry, record, recordAbove, recordMany, recordReading, type Recorder } from './record.ts'
export { withoutContacts } from './reasons.ts'
export { auditRoutes } from './routes.ts'
