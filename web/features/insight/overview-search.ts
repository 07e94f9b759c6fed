import type * as z from 'zod'
import { wordList } from '../../app/search-state.ts'
import { insightSearch } from './insight-search.ts'

/** Period, filters and cards shown as tables, as they stand in the address bar. */
export const overviewSearch = insightSearch.extend({
  /** Cards that show their table instead of their chart. */
  table: wordList,
})
export type OverviewSearch = z.output<typeof overviewSearch>
