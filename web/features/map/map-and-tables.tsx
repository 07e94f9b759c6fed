import { ActionIcon, Button } from '@mantine/core'
import { IconMapPinOff, IconMaximize } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MapAnswer } from '../../../src/insight/contract-map-routes.ts'
import { useCentre } from '../../app/centre-context.ts'
import { EmptyState } from '../../ui/states.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { tellValue } from '../insight/tell-figures.ts'
import { measureWords } from '../insight/measure-words.ts'
import { type Chosen, ChosenCard } from './chosen-card.tsx'
import type { Drawn } from './drawing/draw-places.ts'
import { Legend } from './legend.tsx'
import { spotsQuery } from './map-queries.ts'
import type { MapSearch } from './map-search.ts'
import { MapView, type Target } from './map-view.tsx'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'
import { SidePanel } from './side-panel.tsx'
import { tellUsual } from './tell-spot.ts'
import { tellWidth } from './tell-width.ts'
import type { MapData } from './use-map-data.ts'
import { classesOf } from './value-classes.ts'

type Choice = { of: 'spot' | 'place'; key: string }
/** How close the map comes to what is chosen. */
const closeTo = { spot: 14, place: 14 } as const

/** The map with its legend and what is chosen on it, and the tables beside. */
export function MapAndTables(props: {
  search: MapSearch
  places: MapAnswer
  data: MapData
  onChange: (change: Partial<MapSearch>) => void
}) {
  const t = useWords(mapWords)
  const measures = useWords(measureWords)
  const centre = useCentre()
  const { search, places, data } = props
  const [choice, setChoice] = useState<Choice | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const { data: spots } = useQuery(spotsQuery(centre.slug, search))
  const isOfSpots = (search.tab ?? 'spots') === 'spots'
  const { unit } = places.measure

  const classes = useMemo(
    () =>
      classesOf(
        places.rows.flatMap(({ value }) => (value === null ? [] : [value])),
        unit,
      ),
    [places.rows, unit],
  )
  const chosenPlace = choice?.of === 'place' ? choice.key : null
  const chosenSpot = choice?.of === 'spot' ? choice.key : null
  const drawn = useMemo<Drawn>(
    () => ({
      layer: places.layer,
      rows: places.rows,
      classes,
      chosen: chosenPlace,
      tell: ({ value }) => tellValue(value, unit),
      // The legend says of what the numbers are.
      number: ({ value }) => formatNumber(unit === 'points' ? (value ?? 0) : Math.round(value ?? 0)),
      onChoose: (key) => setChoice({ of: 'place', key }),
    }),
    [places.layer, places.rows, classes, chosenPlace, unit],
  )
  const marks = useMemo(
    () =>
      isOfSpots && spots
        ? { list: spots.spots, chosen: chosenSpot, onChoose: (key: string) => setChoice({ of: 'spot', key }) }
        : null,
    [isOfSpots, spots, chosenSpot],
  )
  const go = (one: { key: string; lat: number | null; lon: number | null }, of: Choice['of']) => {
    setChoice({ of, key: one.key })
    if (one.lat !== null && one.lon !== null) setTarget({ lat: one.lat, lon: one.lon, zoom: closeTo[of] })
  }
  const chosen = ((): Chosen | null => {
    const spot = spots?.spots.find(({ key }) => key === chosenSpot)
    if (spot) {
      const told = `${[t('cases', { count: spot.count }), tellUsual(spot, t)].filter(Boolean).join(', ')}.`
      return { name: `${spot.topic.name}. ${spot.place}`, told, count: spot.count, open: spot.open }
    }
    const row = places.rows.find(({ key }) => key === chosenPlace)
    if (!row) return null
    const told = `${measures(`measure.${places.measure.code}`)}: ${tellValue(row.value, unit)}.`
    return { name: row.name, told, count: row.count, open: row.open }
  })()

  return (
    <>
      <div className={styles.both}>
        {places.rows.length === 0 ? (
          <Nowhere places={places} onChange={props.onChange} />
        ) : (
          <MapView
            centre={centre.slug}
            base={data.base}
            features={data.features}
            places={drawn}
            spots={marks}
            target={target}
            onMove={data.onMove}
          >
            <ShowAll onShow={() => setTarget({ all: true })} />
            <Legend classes={classes} unit={unit} />
            {chosen === null ? null : <ChosenCard chosen={chosen} onClose={() => setChoice(null)} />}
          </MapView>
        )}
        <SidePanel
          search={search}
          places={places}
          classes={classes}
          chosen={{ spot: chosenSpot, place: chosenPlace }}
          onChange={props.onChange}
          onSpot={(spot) => go(spot, 'spot')}
          onPlace={(row) => go(row, 'place')}
        />
      </div>
      <Notes search={search} places={places} />
    </>
  )
}

function Nowhere(props: { places: MapAnswer; onChange: (change: Partial<MapSearch>) => void }) {
  const t = useWords(mapWords)
  const { layer } = props.places
  const kind = layer === 'settlements' ? 'settlements' : 'points'
  return (
    <div className={styles.frame}>
      <EmptyState title={t('nowhere')} hint={t(`nowhereHint.${kind}`)} icon={IconMapPinOff}>
        {kind === 'settlements' ? null : (
          <Button variant="default" onClick={() => props.onChange({ layer: 'settlements' })}>
            {t('toSettlements')}
          </Button>
        )}
      </EmptyState>
    </div>
  )
}

function ShowAll({ onShow }: { onShow: () => void }) {
  const t = useWords(mapWords)
  return (
    <ActionIcon
      variant="default"
      className={styles.showAll ?? ''}
      aria-label={t('showAll')}
      title={t('showAll')}
      onClick={onShow}
    >
      <IconMaximize size={16} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}

/** What the map does not show, and why. */
function Notes({ search, places }: { search: MapSearch; places: MapAnswer }) {
  const t = useWords(mapWords)
  const { unplaced, rows, found, layer, width } = places
  const isWider = layer === 'hexagons' && width !== Number(search.width ?? 300)
  if (unplaced.open === null && found <= rows.length && !isWider) return null
  return (
    <p className={`${styles.notes} quiet`}>
      {unplaced.open === null ? null : (
        <span>
          <CasesLink open={unplaced.open}>{t('unplaced', { count: unplaced.count })}</CasesLink>
          {`: ${t(layer === 'settlements' ? 'unplaced.settlements' : 'unplaced.points')}. `}
        </span>
      )}
      {found > rows.length ? <span>{t('capped', { shown: rows.length, found })} </span> : null}
      {isWider ? <span>{t('wider', { width: tellWidth(width) })}</span> : null}
    </p>
  )
}
