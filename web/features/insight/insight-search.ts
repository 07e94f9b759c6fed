import * as z from 'zod'
import { type InsightFilters, insightFilterNames, presets } from '../../../src/insight/contract.ts'
import { oneOf, word, wordList } from '../../app/search-state.ts'

const day = z.iso.date().optional().catch(undefined)

/** Period and filters of figures as they stand in the address bar of every screen of figures; names are those of their routes. */
export const insightSearch = z.object({
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
})
export type InsightSearch = z.output<typeof insightSearch>

/** The filters of the address bar; unknown codes are left for the server to say. */
export function filtersOfSearch(search: InsightSearch): Partial<InsightFilters> {
  return Object.fromEntries(
    insightFilterNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  ) as Partial<InsightFilters>
}

/** What figures are asked for: days stand before a ready period. */
export function questionOf(search: InsightSearch) {
  const { preset, from, to } = search
  const period = from !== undefined || to !== undefined ? { from, to } : { preset }
  return { ...period, ...filtersOfSearch(search) }
}

/** True where filters narrow the figures. */
export function isNarrowed(search: InsightSearch): boolean {
  return insightFilterNames.some((name) => search[name] !== undefined)
}

/** No filter at all: what "reset" changes in an address bar. */
export const noFilters = Object.fromEntries(insightFilterNames.map((name) => [name, undefined])) as {
  [Name in keyof InsightFilters]: undefined
}
