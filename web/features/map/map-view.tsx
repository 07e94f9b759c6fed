import type * as L from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { BaseMap } from '../../../src/basemap/contract.ts'
import type { BaseFeature } from '../../../src/basemap/feature.ts'
import type { Box, MapRow } from '../../../src/insight/contract-map-routes.ts'
import type { HotSpot } from '../../../src/insight/contract.ts'
import { useWords } from '../../ui/words.ts'
import { drawBaseLayers } from './drawing/base-layers.ts'
import { boundsOfMost, createMap, isCalm } from './drawing/create-map.ts'
import { drawPlaces, type Drawn } from './drawing/draw-places.ts'
import { drawSpots } from './drawing/draw-spots.ts'
import { outsideTiles, tilesOfFile } from './drawing/tiles.ts'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'

/** A point and how close to come to it, a frame, or everything that is shown. */
export type Target =
  | { lat: number; lon: number; zoom: number }
  | { bounds: BaseMap['layers'][number]['bounds'] }
  | { all: true }

type Props = {
  centre: string
  base: BaseMap | undefined
  features: readonly BaseFeature[]
  places: Drawn | null
  spots: { list: readonly HotSpot[]; chosen: string | null; onChoose: (key: string) => void } | null
  /** Where to go: a new object goes there again. */
  target: Target | null
  onMove?: (box: Box) => void
  children?: React.ReactNode
}

/** The map itself. It only shows: everything on it stands in the tables beside, where the keyboard reaches it. */
export function MapView(props: Props) {
  const t = useWords(mapWords)
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<L.Map | null>(null)
  const tiles = useTiles(map, props.centre, props.base)
  const overTiles = tiles.told.length > 0
  const withPlaces = props.places?.layer !== 'settlements'
  useEffect(() => {
    const unit = (key: 'metres' | 'kilometres') => t(key, { count: '' }).trim()
    const made = createMap(frame.current!, {
      zoomIn: t('zoomIn'),
      zoomOut: t('zoomOut'),
      metres: unit('metres'),
      kilometres: unit('kilometres'),
    })
    const watch = new ResizeObserver(() => made.invalidateSize({ animate: false }))
    watch.observe(frame.current!)
    setMap(made)
    return () => {
      watch.disconnect()
      made.remove()
    }
  }, [t])
  useMoves(map, props.onMove)
  useEffect(
    () => (map === null ? undefined : drawBaseLayers(map, props.features, { overTiles, withPlaces })),
    [map, props.features, overTiles, withPlaces],
  )
  useEffect(
    () => (map === null || props.places === null ? undefined : drawPlaces(map, props.places, props.features)),
    [map, props.places, props.features],
  )
  useEffect(
    () => (map === null || props.spots === null ? undefined : drawSpots(map, props.spots.list, props.spots)),
    [map, props.spots],
  )
  useView(map, props)
  const told = [...tiles.told, ...(props.base?.layers ?? []).map(({ attribution }) => attribution)]
  return (
    <div className={styles.frame}>
      <div ref={frame} className={styles.map} role="application" aria-label={t('mapLabel')} />
      {props.children}
      {tiles.isBroken ? <p className={styles.broken}>{t('tilesBroken')}</p> : null}
      {told.length === 0 ? null : <p className={styles.attribution}>{[...new Set(told)].join(' · ')}</p>}
    </div>
  )
}

function useMoves(map: L.Map | null, onMove: Props['onMove']): void {
  useEffect(() => {
    if (map === null || onMove === undefined) return undefined
    const tell = () => {
      const bounds = map.getBounds()
      onMove({
        south: bounds.getSouth(),
        west: bounds.getWest(),
        north: bounds.getNorth(),
        east: bounds.getEast(),
      })
    }
    map.on('moveend', tell)
    return () => void map.off('moveend', tell)
  }, [map, onMove])
}

/** Goes to where most figures are, once for each layer, and from then on only where the person wants to. */
function useView(map: L.Map | null, { places, base, target }: Props): void {
  const done = useRef<{ map: L.Map; layer: string } | null>(null)
  const layer = places?.layer ?? 'none'
  useEffect(() => {
    if (map === null || base === undefined) return
    if (done.current?.map === map && done.current.layer === layer) return
    done.current = { map, layer }
    const [ground] = base.layers
    // Settlements are drawn by their borders: their middles alone would be too close a view.
    if (layer === 'settlements' && ground) fitTo(map, ground.bounds)
    else fit(map, { places, base }, 0.05)
  }, [map, layer, places, base])
  useEffect(() => {
    if (map === null || target === null || base === undefined) return
    if ('all' in target) fit(map, { places, base }, 0)
    else if ('bounds' in target) fitTo(map, target.bounds)
    else map.setView([target.lat, target.lon], Math.max(map.getZoom(), target.zoom), { animate: !isCalm() })
    // Only a new target moves the map: figures that change leave it where it is.
  }, [map, target])
}

/** Fits the map to the figures without the outermost `share` of cases; without figures to the centre's own layers. */
function fit(map: L.Map, { places, base }: { places: Drawn | null; base: BaseMap }, share: number): void {
  const points = (places?.rows ?? []).flatMap(({ lat, lon, count }: MapRow) =>
    lat === null || lon === null ? [] : [{ lat, lon, weight: Math.max(count, 1) }],
  )
  const bounds = boundsOfMost(points, share)
  const [layer] = base.layers
  if (bounds) map.fitBounds(bounds, framed)
  else if (layer) fitTo(map, layer.bounds)
}

const framed = { padding: [36, 36] as [number, number], maxZoom: 15, animate: false }

function fitTo(map: L.Map, { south, west, north, east }: BaseMap['layers'][number]['bounds']): void {
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    framed,
  )
}

/** Tiles under everything else; gives whose they are, and whether the file of them cannot be read. */
function useTiles(map: L.Map | null, centre: string, base: BaseMap | undefined) {
  const [told, setTold] = useState<string[]>([])
  const [isBroken, setBroken] = useState(false)
  const t = useWords(mapWords)
  useEffect(() => {
    if (map === null || base === undefined) return undefined
    let isOver = false
    const shown: L.GridLayer[] = []
    const show = ({ layer, attribution }: { layer: L.GridLayer; attribution: string }) => {
      if (isOver) return
      shown.push(layer.addTo(map))
      setTold((before) => [...before, attribution === '' ? t('tiles') : attribution])
    }
    if (base.tiles !== null) show(outsideTiles(base.tiles))
    if (base.tilesFile) tilesOfFile(centre).then(show, () => setBroken(!isOver))
    return () => {
      isOver = true
      for (const layer of shown) layer.remove()
      setTold([])
      setBroken(false)
    }
  }, [map, centre, base, t])
  return { told, isBroken }
}
