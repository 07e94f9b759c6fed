import type * as z from 'zod'
import { oneOf, wordList } from '../../app/search-state.ts'
import { insightSearch } from './insight-search.ts'

/** Period, filters and cards shown as tables, as they stand in the address bar. */
export const overviewSearch = insightSearch.extend({
  /** Cards that show their table instead of their chart. */
  table: wordList,
  /** The flow is laid out by channel, or by group of topics. */
  flow: oneOf(['themes']),
  /** Groups of topics are listed, or topics. */
  list: oneOf(['topics']),
})
export type OverviewSearch = z.output<typeof overviewSearch>
