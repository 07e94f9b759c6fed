import * as z from 'zod'
import { type InsightFilters, insightFilterNames, presets } from '../../../src/insight/contract.ts'
import { oneOf, word, wordList } from '../../app/search-state.ts'

const day = z.iso.date().optional().catch(undefined)

/** Period, filters and cards shown as tables, as they stand in the address bar; names are those of the dashboard's route. */
export const overviewSearch = z.object({
  preset: oneOf(presets),
  from: day,
  to: day,
  regime: wordList,
  channel: wordList,
  network: word,
  nature: wordList,
  topicGroup: word,
  topic: word,
  settlement: word,
  organisation: word,
  sectorBlock: word,
  /** Cards that show their table instead of their chart. */
  table: wordList,
})
export type OverviewSearch = z.output<typeof overviewSearch>

/** The filters of the address bar; unknown codes are left for the server to say. */
export function filtersOfSearch(search: OverviewSearch): Partial<InsightFilters> {
  return Object.fromEntries(
    insightFilterNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  ) as Partial<InsightFilters>
}

/** What the dashboard is asked for: days stand before a ready period. */
export function questionOf(search: OverviewSearch) {
  const { preset, from, to } = search
  const period = from !== undefined || to !== undefined ? { from, to } : { preset }
  return { ...period, ...filtersOfSearch(search) }
}

/** True where filters narrow the figures. */
export function isNarrowed(search: OverviewSearch): boolean {
  return insightFilterNames.some((name) => search[name] !== undefined)
}
