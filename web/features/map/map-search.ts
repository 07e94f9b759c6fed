import * as z from 'zod'
import { hexagonWidths, mapLayers } from '../../../src/insight/contract-map-routes.ts'
import { measureCodes } from '../../../src/insight/contract.ts'
import { spotKinds } from '../../../src/insight/contract-map.ts'
import { oneOf } from '../../app/search-state.ts'
import { insightSearch } from '../insight/insight-search.ts'

/** What stands beside the map. */
export const mapTabs = ['spots', 'places', 'topics'] as const
export type MapTab = (typeof mapTabs)[number]

const widths = hexagonWidths.map(String) as [string, ...string[]]

/** Period, filters, measure and layer of the map as they stand in the address bar. */
export const mapSearch = insightSearch.extend({
  measure: oneOf(measureCodes),
  layer: oneOf(mapLayers),
  width: oneOf(widths),
  tab: oneOf(mapTabs),
  /** What hot spots are gathered by. */
  by: oneOf(spotKinds),
})
export type MapSearch = z.output<typeof mapSearch>
