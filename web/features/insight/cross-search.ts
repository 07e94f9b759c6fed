import type * as z from 'zod'
import { dimensionCodes, type MeasureCode, measureCodes } from '../../../src/insight/contract.ts'
import { oneOf, wordList } from '../../app/search-state.ts'
import { insightSearch, questionOf } from './insight-search.ts'

/** The cross-table as it stands in the address bar: period, filters, what lies in rows and columns, what is counted. */
export const crossSearch = insightSearch.extend({
  rows: oneOf(dimensionCodes),
  columns: oneOf(dimensionCodes),
  measure: wordList,
})
export type CrossSearch = z.output<typeof crossSearch>

/** Rows where nothing was chosen. */
export const usualRows = 'topicGroup'

/** What the table is asked for; measures that are not known are left out. */
export function questionOfTable(search: CrossSearch) {
  const known = new Set<string>(measureCodes)
  const measure = search.measure?.filter((code) => known.has(code)) as MeasureCode[] | undefined
  return {
    ...questionOf(search),
    rows: search.rows ?? usualRows,
    ...(search.columns === undefined ? {} : { columns: search.columns }),
    ...(measure === undefined || measure.length === 0 ? {} : { measure }),
  } as const
}
