import { SegmentedControl } from '@mantine/core'
import { spotKinds } from '../../../src/insight/contract-map.ts'
import type { SpotsAnswer } from '../../../src/insight/contract-map-routes.ts'
import type { HotSpot } from '../../../src/insight/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import type { MapSearch } from './map-search.ts'
import { mapWords } from './map-words.ts'
import styles from './panel.module.css'
import { tellCourse, tellUsual } from './tell-spot.ts'

/** Hot spots, heaviest first: choosing one goes there on the map, its number opens its cases. */
export function SpotsList(props: {
  answer: SpotsAnswer
  by: MapSearch['by']
  chosen: string | null
  onChoose: (spot: HotSpot) => void
  onBy: (by: MapSearch['by']) => void
}) {
  const t = useWords(mapWords)
  const { spots, found, rule, history } = props.answer
  return (
    <>
      <div className={styles.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('gatherBy')}
          value={props.by ?? 'topic'}
          onChange={(by) => props.onBy(by === 'topic' ? undefined : 'topicGroup')}
          data={spotKinds.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </div>
      {spots.length === 0 ? (
        <EmptyState title={t('noSpots')} hint={t('noSpotsHint')} />
      ) : (
        <ol className={styles.spots}>
          {spots.map((spot, at) => (
            <Spot
              key={spot.key}
              spot={spot}
              rank={at + 1}
              isChosen={spot.key === props.chosen}
              onChoose={() => props.onChoose(spot)}
            />
          ))}
        </ol>
      )}
      {spots.length > 0 && history === null ? (
        <p className={`${styles.note} quiet`}>{t('noHistory')}</p>
      ) : null}
      {found > spots.length ? (
        <p className={`${styles.note} quiet`}>{t('moreSpots', { count: found - spots.length })}</p>
      ) : null}
      <details className={styles.rule}>
        <summary>{t('rule')}</summary>
        {/* The rule is told by the server, in the language of the charter. */}
        <p lang="ru">{rule}</p>
      </details>
    </>
  )
}

function Spot(props: { spot: HotSpot; rank: number; isChosen: boolean; onChoose: () => void }) {
  const t = useWords(mapWords)
  const { spot } = props
  const name = `${spot.topic.name}, ${spot.place}`
  const hasPoint = spot.lat !== null
  return (
    <li
      className={`${styles.spot} ${props.isChosen ? styles.isChosen : ''}`}
      title={t('weight', { weight: spot.weight })}
    >
      <span className={`${styles.rank} figures`} aria-hidden>
        {props.rank}
      </span>
      <button
        type="button"
        className={styles.spotName}
        aria-pressed={props.isChosen}
        aria-label={t('show', { name })}
        onClick={props.onChoose}
      >
        <span className={styles.spotTopic}>{spot.topic.name}</span>
        <span className="quiet">
          {spot.place}
          {hasPoint ? '' : ` (${t('noPoint')})`}
        </span>
      </button>
      <CasesLink
        open={spot.open}
        className={`${styles.spotCount} figures`}
        label={`${name}: ${t('openCases', { count: spot.count })}`}
      >
        {t('cases', { count: spot.count })}
      </CasesLink>
      <span className={styles.spotTold}>
        <span className="quiet">
          {spot.expected === null ? '' : `${tellUsual(spot, t)} · `}
          {tellCourse(spot, t)}
        </span>
        {spot.isGrowing ? (
          <Badge
            tone="amber"
            bare
            title={spot.chance === null ? '' : t('chance', { percent: percentOf(spot.chance) })}
          >
            {t('growing')}
          </Badge>
        ) : null}
      </span>
    </li>
  )
}

function percentOf(chance: number): string {
  const percent = chance * 100
  return percent < 0.01 ? `< ${formatNumber(0.01)}` : formatNumber(Math.round(percent * 100) / 100)
}
