import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMap2 } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { EmptyOverview } from '../insight/empty-overview.tsx'
import { noFilters } from '../insight/insight-search.ts'
import { PeriodAndFilters } from '../insight/period-and-filters.tsx'
import { useFreshFigures } from '../insight/use-fresh-figures.ts'
import { MapAndTables } from './map-and-tables.tsx'
import type { MapSearch } from './map-search.ts'
import { MapToolbar } from './map-toolbar.tsx'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'
import { useMapData } from './use-map-data.ts'

/** The heat map: a measure by places, hot spots and topics; everything on it opens its cases. */
export function MapScreen() {
  const t = useWords(mapWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/map' })
  const data = useMapData(centre.slug, search)
  const { connected } = useFreshFigures(centre.slug)
  const isWide = useMediaQuery('(min-width: 1001px)', true, { getInitialValueInEffect: false })
  const { places } = data

  const change = (part: Partial<MapSearch>) =>
    void navigate({
      to: '/$centre/map',
      params: centre.params,
      search: { ...search, ...part },
      replace: true,
    })
  const days =
    places &&
    (places.period.from === places.period.to
      ? when.day(places.period.from)
      : `${when.day(places.period.from)} – ${when.day(places.period.to)}`)

  const body = () => {
    if (data.isPending) return <LoadingState />
    if (places === undefined) return <ErrorState error={data.error} onRetry={data.retry} />
    if (places.measure.total.count === 0 && !places.measure.total.of)
      return <EmptyOverview search={search} onReset={() => change(noFilters)} onChange={change} />
    return <MapAndTables search={search} places={places} data={data} onChange={change} />
  }
  return (
    <Page
      fill={isWide}
      title={t('title')}
      aside={days}
      actions={
        <>
          <MapToolbar search={search} onChange={change} />
          {centre.may('charter.apply') ? (
            <Button
              variant="default"
              leftSection={<IconMap2 size={15} stroke={1.7} aria-hidden />}
              renderRoot={(root) => <Link to="/$centre/base-map" params={centre.params} {...root} />}
            >
              {t('base')}
            </Button>
          ) : null}
        </>
      }
    >
      <PeriodAndFilters search={search} period={places?.period} onChange={change} />
      {connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
      <div className={`${styles.body} ${data.isFading ? styles.fading : ''}`} aria-busy={data.isFading}>
        {body()}
      </div>
    </Page>
  )
}
