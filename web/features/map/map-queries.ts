import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { readBaseLayer, readBaseMap } from '../../../src/basemap/contract.ts'
import type { BaseFeature } from '../../../src/basemap/feature.ts'
import { type Box, readHotSpotsRoute, readMapRoute } from '../../../src/insight/contract-map-routes.ts'
import { readMeasuresRoute } from '../../../src/insight/contract.ts'
import { addressOf, call } from '../../api.ts'
import { questionOf } from '../insight/insight-search.ts'
import { figuresKey } from '../insight/overview-queries.ts'
import type { MapSearch } from './map-search.ts'

/** Figures change with time alone (a deadline passes), so they are asked for now and then without news as well. */
const fresh = { staleTime: 0, refetchInterval: 60_000, placeholderData: keepPreviousData } as const

/** The places of the layer in the address bar; `box` narrows where there are more than a map shows at once. */
export function mapQuery(centre: string, search: MapSearch, box: Box | null) {
  const { measure = 'received', layer = 'hexagons', width } = search
  const within = box === null ? {} : { box: [box.south, box.west, box.north, box.east].join(',') }
  const query = {
    ...questionOf(search),
    measure,
    layer,
    ...(width === undefined ? {} : { width }),
    ...within,
  }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'map', query],
    queryFn: () => call(readMapRoute, { params: { centre }, query }),
    ...fresh,
  })
}

export function spotsQuery(centre: string, search: MapSearch) {
  const query = { ...questionOf(search), by: search.by ?? ('topic' as const) }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'hot-spots', query],
    queryFn: () => call(readHotSpotsRoute, { params: { centre }, query }),
    ...fresh,
  })
}

/** What residents write about, by topic. */
export function topicsQuery(centre: string, search: MapSearch) {
  const measure = search.measure ?? 'received'
  const query = {
    ...questionOf(search),
    measure: [measure],
    by: search.by ?? ('topic' as const),
    compare: 'none' as const,
  }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'topics', query],
    queryFn: () => call(readMeasuresRoute, { params: { centre }, query }),
    ...fresh,
  })
}

export function baseMapQuery(centre: string) {
  return queryOptions({
    queryKey: ['base-map', centre],
    queryFn: () => call(readBaseMap, { params: { centre } }),
    staleTime: 300_000,
  })
}

/** The features of a layer; a layer never changes under its id. */
export function baseLayerQuery(centre: string, id: string) {
  return queryOptions({
    queryKey: ['base-map', centre, id],
    queryFn: async ({ signal }) => {
      const response = await fetch(addressOf(readBaseLayer, { centre, id }), {
        signal,
        credentials: 'same-origin',
      })
      if (!response.ok) throw new Error(`layer ${id}: ${response.status}`)
      const { features } = (await response.json()) as { features: BaseFeature[] }
      return features
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}
