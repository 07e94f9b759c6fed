import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BaseMap } from '../../../src/basemap/contract.ts'
import type { BaseFeature } from '../../../src/basemap/feature.ts'
import { baseLayerQuery } from './map-queries.ts'

/** Features of every layer of the base map that has come so far. */
export function useBaseFeatures(centre: string, base: BaseMap | undefined): readonly BaseFeature[] {
  const layers = useQueries({
    queries: (base?.layers ?? []).map(({ id }) => baseLayerQuery(centre, id)),
    combine: (found) => found.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })
  return useMemo(() => layers.flat(), [layers])
}
