import * as z from 'zod'
import { caseSorts, quickViews } from '../../../src/cases/contract.ts'
import { openStates } from '../../../src/cases/states.ts'
import { oneOf, word, wordList } from '../../app/search-state.ts'
import { courseSearch } from './course-search.ts'
import { facetSearch } from './facet-search.ts'
import { placeSearch } from './place-search.ts'

const day = z.iso.date().optional().catch(undefined)
const flag = z.enum(['true']).optional().catch(undefined)

/** The worklist's filters as they stand in the address bar; names are those of the list's route. */
export const worklistSearch = z.object({
  view: oneOf(quickViews),
  /** A number or words, as typed; which of the two it is, is decided by its look. */
  find: word,
  /** States, or `any`; where nothing is said, every open one. */
  state: wordList,
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
  alike: flag,
  from: day,
  to: day,
  importRun: word,
  network: word,
  ...courseSearch,
  ...facetSearch,
  ...placeSearch,
  sort: oneOf(caseSorts),
})
export type WorklistSearch = z.output<typeof worklistSearch>

/** Every state, in the address bar. */
export const anyState = ['any']

/** What looks like a number: one word with a digit in it. */
export function isNumber(find: string): boolean {
  return /^\S*\d\S*$/.test(find)
}

/** True where anything but the quick view, every state and the order narrows the list. */
export function hasConditions(search: WorklistSearch): boolean {
  const { view: _view, sort: _sort, state, ...conditions } = search
  const isNarrowed = state !== undefined && !state.includes('any')
  return isNarrowed || Object.values(conditions).some((value) => value !== undefined)
}

/** The quick view that the list stands on; none where the states chosen go beyond the open cases that views count. */
export function viewOf(search: WorklistSearch): (typeof quickViews)[number] | null {
  return hasOpenOnly(search) ? (search.view ?? 'all') : null
}

/** Another quick view under the same conditions, of open cases. */
export function onView(search: WorklistSearch, key: string): WorklistSearch {
  const view = quickViews.find((known) => known === key && known !== 'all')
  return { ...search, view, state: hasOpenOnly(search) ? search.state : undefined }
}

function hasOpenOnly({ state = [] }: WorklistSearch): boolean {
  return state.every((one) => (openStates as readonly string[]).includes(one))
}

/**
 * What a search asks for. A number is looked for everywhere and leaves the conditions as they stand for afterwards; words
 * start from all cases in every state; without a search the list goes back to open cases.
 */
export function onFind(search: WorklistSearch, find: string | undefined): WorklistSearch {
  if (find === undefined)
    return { ...search, find, state: search.state?.includes('any') ? undefined : search.state }
  if (isNumber(find)) return { ...search, find }
  return { find, state: anyState, sort: search.sort }
}
