import type { Dashboard } from '../../../src/insight/contract.ts'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { BarsCard } from './bars-card.tsx'
import type { Tables } from './chart-card.tsx'
import { Tile, type TotalOf } from './figure-tile.tsx'
import { GrowingCard } from './growing-card.tsx'
import styles from './insight.module.css'
import { measureWords } from './measure-words.ts'
import { overviewWords } from './overview-words.ts'

/** What needs a decision today: overdue and by whom, due today, promised, what grows. */
export function NowSection(props: { dashboard: Dashboard; totalOf: TotalOf; tables: Tables }) {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  const { dashboard, totalOf } = props
  const dueToday = totalOf('due-today').total
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
          <Tile
            name={words('measure.due-today')}
            formula={words('formula.due-today')}
            value={formatNumber(dueToday.count)}
            open={dueToday.open}
            tone={dueToday.count > 0 ? 'amber' : undefined}
          >
            {t('dueTodayHint')}
          </Tile>
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
      <GrowingCard growing={dashboard.growing} isCompared={dashboard.previous !== null} />
    </div>
  )
}
