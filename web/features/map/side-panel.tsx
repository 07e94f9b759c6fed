import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MapAnswer, MapRow } from '../../../src/insight/contract-map-routes.ts'
import type { HotSpot } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { spotsQuery, topicsQuery } from './map-queries.ts'
import { type MapSearch, type MapTab, mapTabs } from './map-search.ts'
import { mapWords } from './map-words.ts'
import styles from './panel.module.css'
import { PlacesTable } from './places-table.tsx'
import { SpotsList } from './spots-list.tsx'
import { TopicsTable } from './topics-table.tsx'
import type { ValueClass } from './value-classes.ts'

/** The tables beside the map: hot spots, the places of the layer, topics. */
export function SidePanel(props: {
  search: MapSearch
  places: MapAnswer
  classes: readonly ValueClass[]
  chosen: { spot: string | null; place: string | null }
  onChange: (change: Partial<MapSearch>) => void
  onSpot: (spot: HotSpot) => void
  onPlace: (row: MapRow) => void
}) {
  const t = useWords(mapWords)
  const { search, places, onChange } = props
  const tab = search.tab ?? 'spots'
  const titles: Record<MapTab, string> = {
    spots: t('spots'),
    places: t(`tab.places.${places.layer}`),
    topics: t('topics'),
  }
  return (
    <Tabs
      className={styles.panel ?? ''}
      value={tab}
      onChange={(value) => onChange({ tab: value === 'spots' ? undefined : (value as MapTab) })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('beside')}>
        {mapTabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {titles[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="spots" className={styles.body ?? ''}>
        <Spots search={search} chosen={props.chosen.spot} onChoose={props.onSpot} onChange={onChange} />
      </Tabs.Panel>
      <Tabs.Panel value="places" className={styles.body ?? ''}>
        <PlacesTable
          answer={places}
          classes={props.classes}
          chosen={props.chosen.place}
          onChoose={props.onPlace}
        />
      </Tabs.Panel>
      <Tabs.Panel value="topics" className={styles.body ?? ''}>
        <Topics search={search} onChange={onChange} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Spots(props: {
  search: MapSearch
  chosen: string | null
  onChoose: (spot: HotSpot) => void
  onChange: (change: Partial<MapSearch>) => void
}) {
  const spots = useQuery(spotsQuery(useCentre().slug, props.search))
  if (spots.isPending) return <LoadingState />
  if (spots.data === undefined) return <ErrorState error={spots.error} onRetry={() => void spots.refetch()} />
  return (
    <SpotsList
      answer={spots.data}
      by={props.search.by}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onBy={(by) => props.onChange({ by })}
    />
  )
}

function Topics(props: { search: MapSearch; onChange: (change: Partial<MapSearch>) => void }) {
  const centre = useCentre()
  const topics = useQuery(topicsQuery(centre.slug, { ...props.search, by: undefined }))
  const { data: reference } = useQuery(referenceQuery(centre.slug))
  if (topics.isPending) return <LoadingState />
  if (topics.data === undefined)
    return <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />
  const choose = (topic: string | null) => {
    if (topic === props.search.topic) return props.onChange({ topic: undefined, topicGroup: undefined })
    const group = reference?.topicGroups.find(({ topics: own }) => own.some(({ code }) => code === topic))
    return props.onChange({ topic: topic ?? 'none', topicGroup: group?.code })
  }
  return <TopicsTable answer={topics.data} chosen={props.search.topic} onChoose={choose} />
}
