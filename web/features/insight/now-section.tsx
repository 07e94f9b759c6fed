import { useQuery } from '@tanstack/react-query'
import { type Dashboard, queryOf } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { BarsCard } from './bars-card.tsx'
import type { Tables } from './chart-card.tsx'
import { Tile, type TotalOf } from './figure-tile.tsx'
import { GrowingCard } from './growing-card.tsx'
import styles from './insight.module.css'
import { measureWords } from './measure-words.ts'
import { dueTodayQuery } from './overview-queries.ts'
import type { OverviewSearch } from './overview-search.ts'
import { overviewWords } from './overview-words.ts'

/** What needs a decision today: overdue and by whom, due today, promised, what grows. */
export function NowSection(props: {
  dashboard: Dashboard
  totalOf: TotalOf
  search: OverviewSearch
  tables: Tables
}) {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  const { dashboard, totalOf } = props
  const dueToday = useQuery(dueTodayQuery(useCentre().slug, props.search)).data
  const overdue = totalOf('overdue').total
  const promised = totalOf('promises-coming').total
  return (
    <div className={styles.now}>
      <Section card title={t('now')}>
        <ul className={styles.nowTiles}>
          <Tile
            name={words('measure.overdue')}
            formula={words('formula.overdue')}
            value={formatNumber(overdue.count)}
            open={overdue.open}
            tone={overdue.count > 0 ? 'red' : undefined}
          >
            {t('overdueHint')}
          </Tile>
          {dueToday === undefined ? null : (
            <Tile
              name={t('dueToday')}
              value={
                dueToday.isMore ? t('moreThan', { count: dueToday.count }) : formatNumber(dueToday.count)
              }
              open={queryOf(dueToday.query)}
              tone={dueToday.count > 0 ? 'amber' : undefined}
            >
              {t('dueTodayHint')}
            </Tile>
          )}
          <Tile
            name={words('measure.promises-coming')}
            formula={words('formula.promises-coming')}
            value={formatNumber(promised.count)}
            open={promised.open}
          >
            {t('promisedHint')}
          </Tile>
        </ul>
      </Section>
      <BarsCard
        id="overdue"
        title={t('overdueBy')}
        measure="overdue"
        rows={dashboard.overdue}
        most={6}
        empty={t('noOverdue')}
        tables={props.tables}
      />
      <GrowingCard growing={dashboard.growing} />
    </div>
  )
}
