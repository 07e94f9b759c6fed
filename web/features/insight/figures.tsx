import type { Dashboard, MeasureCode } from '../../../src/insight/contract.ts'
import { Choice } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import { AllMeasures } from './all-measures.tsx'
import { AnswersCard } from './answers-card.tsx'
import { BarsCard } from './bars-card.tsx'
import type { Tables } from './chart-card.tsx'
import { MeasureTile, type TotalOf } from './figure-tile.tsx'
import { FlowCard } from './flow-card.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import { MarksCard } from './marks-card.tsx'
import styles from './insight.module.css'
import { NowSection } from './now-section.tsx'
import { OutcomesCard } from './outcomes-card.tsx'
import type { OverviewSearch } from './overview-search.ts'
import { overviewWords } from './overview-words.ts'

const ofPeriod = [
  'received',
  'answered',
  'in-time',
  'late',
  'first-answer-time',
  'final-answer-time',
  'solved',
  'explained',
] as const
const promised = ['promises-missed', 'promises-kept', 'promises-coming'] as const

/** All figures of the screen, the most urgent first. */
export function Figures(props: {
  dashboard: Dashboard
  search: OverviewSearch
  tables: Tables
  onChange: (change: Partial<OverviewSearch>) => void
}) {
  const t = useWords(overviewWords)
  const { dashboard, search, tables, onChange } = props
  const isTopics = search.list === 'topics'
  const byCode = new Map(dashboard.measures.map((one) => [one.code, one]))
  const totalOf: TotalOf = (code) => byCode.get(code)!
  const tilesOf = (codes: readonly MeasureCode[]) =>
    codes.map((code) => <MeasureTile key={code} of={totalOf(code)} />)
  const noRows = { empty: t('noRows'), measure: 'received', most: 8, tables } as const
  return (
    <>
      <NowSection dashboard={dashboard} totalOf={totalOf} tables={tables} />
      <Section title={t('inPeriod')}>
        <ul className={styles.tiles}>{tilesOf(ofPeriod)}</ul>
      </Section>
      <div className={styles.wideAndNarrow}>
        <FlowCard flow={dashboard.flow} search={search} tables={tables} onChange={onChange} />
        <AnswersCard answers={dashboard.answers} totalOf={totalOf} tables={tables} />
      </div>
      <div className={styles.halves}>
        <BarsCard
          id="topics"
          title={t(isTopics ? 'topics' : 'topicGroups')}
          rows={isTopics ? dashboard.topics : dashboard.topicGroups}
          aside={
            <Choice
              label={t('topicsOf')}
              value={isTopics ? 'topics' : 'groups'}
              options={[
                { value: 'groups', label: t('byGroups') },
                { value: 'topics', label: t('byTopics') },
              ]}
              onChange={(list) => onChange({ list: list === 'topics' ? list : undefined })}
            />
          }
          trend
          {...noRows}
        />
        <BarsCard id="blocks" title={t('sectorBlocks')} rows={dashboard.sectorBlocks} trend {...noRows} />
      </div>
      <div className={styles.halves}>
        <OutcomesCard totalOf={totalOf} tables={tables} />
        <Section card title={t('promises')}>
          <p className="quiet">{t('promisesHint')}</p>
          <ul className={styles.promises}>{tilesOf(promised)}</ul>
        </Section>
      </div>
      <div className={styles.halves}>
        <MarksCard dashboard={dashboard} totalOf={totalOf} tables={tables} />
        <FreshnessCard />
      </div>
      <AllMeasures measures={dashboard.measures} />
    </>
  )
}
