import * as z from 'zod'
import { caseSorts, quickViews } from '../../../src/cases/contract.ts'
import { oneOf, word, wordList } from '../../app/search-state.ts'
import { courseSearch } from './course-search.ts'

const day = z.iso.date().optional().catch(undefined)
const flag = z.enum(['true']).optional().catch(undefined)

/** The worklist's filters as they stand in the address bar; names are those of the list's route. */
export const worklistSearch = z.object({
  view: oneOf(quickViews),
  /** A number or words, as typed; which of the two it is, is decided by its look. */
  find: word,
  state: wordList,
  open: flag,
  regime: wordList,
  channel: wordList,
  nature: wordList,
  outcome: wordList,
  topicGroup: word,
  topic: word,
  settlement: word,
  organisation: word,
  sectorBlock: word,
  assignee: word,
  emergency: flag,
  undecided: flag,
  from: day,
  to: day,
  importRun: word,
  network: word,
  ...courseSearch,
  sort: oneOf(caseSorts),
})
export type WorklistSearch = z.output<typeof worklistSearch>

/** True where anything but the quick view and the order narrows the list. */
export function hasConditions(search: WorklistSearch): boolean {
  const { view: _view, sort: _sort, ...conditions } = search
  return Object.values(conditions).some((value) => value !== undefined)
}
