import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { BaseMap } from '../../../src/basemap/contract.ts'
import type { BaseFeature } from '../../../src/basemap/feature.ts'
import type { Box, MapAnswer } from '../../../src/insight/contract-map-routes.ts'
import { baseMapQuery, mapQuery } from './map-queries.ts'
import type { MapSearch } from './map-search.ts'
import { useBaseFeatures } from './use-base-features.ts'

/** What the map is drawn of. */
export interface MapData {
  places: MapAnswer | undefined
  base: BaseMap | undefined
  /** Features of every layer that has come so far. */
  features: readonly BaseFeature[]
  isPending: boolean
  /** The figures of other conditions are still shown. */
  isFading: boolean
  error: unknown
  retry: () => void
  onMove: (box: Box) => void
}

/** Parts of a degree that a frame is widened to, so that small moves ask for nothing new. */
const frameStep = 0.02

/** Asks for the map's figures and its base; where there are more places than are shown at once, for those within the frame. */
export function useMapData(centre: string, search: MapSearch): MapData {
  const [box, setBox] = useState<Box | null>(null)
  const onMove = useCallback((given: Box) => setBox(widened(given)), [])
  const whole = useQuery(mapQuery(centre, search, null))
  const isCapped = whole.data !== undefined && whole.data.found > whole.data.rows.length
  const part = useQuery({ ...mapQuery(centre, search, box), enabled: isCapped && box !== null })
  const base = useQuery(baseMapQuery(centre))
  const features = useBaseFeatures(centre, base.data)
  const shown =
    isCapped && part.data !== undefined
      ? { ...whole.data, rows: part.data.rows, found: part.data.found }
      : whole.data
  const places = useMemo(() => shown, [whole.data, part.data, isCapped])
  return {
    places: whole.isError && whole.isPlaceholderData ? undefined : places,
    base: base.data,
    features,
    isPending: whole.isPending,
    isFading: whole.isPlaceholderData,
    error: whole.error,
    retry: () => void whole.refetch(),
    onMove,
  }
}

function widened({ south, west, north, east }: Box): Box {
  const down = (value: number) => round(Math.floor(value / frameStep) * frameStep)
  const up = (value: number) => round(Math.ceil(value / frameStep) * frameStep)
  return { south: down(south), west: down(west), north: up(north), east: up(east) }
}

const round = (value: number) => Math.round(value * 100) / 100
