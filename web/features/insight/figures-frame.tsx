import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Days } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import styles from './insight.module.css'
import { type InsightSearch, insightSearch } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'
import { PeriodAndFilters } from './period-and-filters.tsx'
import { useFreshFigures } from './use-fresh-figures.ts'

const tabs = [
  { key: 'title', to: '/$centre/overview' },
  { key: 'table', to: '/$centre/overview/table' },
  { key: 'quality', to: '/$centre/overview/quality' },
] as const

/** The common frame of the screens of figures: tabs, period and filters, how fresh it all is. Tabs keep period and filters. */
export function FiguresFrame(props: {
  tab: (typeof tabs)[number]['key']
  search: InsightSearch
  onChange: (change: Partial<InsightSearch>) => void
  /** The head of the answer; unknown before the first one. */
  head: { period: Days; previous: Days | null; since: string | null; asOf: string } | undefined
  isFading: boolean
  isStale: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useWords(overviewWords)
  const when = useWhen()
  const centre = useCentre()
  const { connected } = useFreshFigures(centre.slug)
  const { head } = props
  const days = ({ from, to }: Days) => (from === to ? when.day(from) : `${when.day(from)} – ${when.day(to)}`)
  const compared = () => {
    if (head === undefined) return undefined
    if (head.previous !== null)
      return t('comparedWith', { days: days(head.period), before: days(head.previous) })
    return head.since === null
      ? days(head.period)
      : t('noComparison', { days: days(head.period), since: when.day(head.since) })
  }
  return (
    <Page
      title={t(props.tab)}
      aside={compared()}
      actions={
        <>
          {head === undefined ? null : (
            <span className={`${styles.asOf} figures`}>{t('asOf', { time: when.short(head.asOf) })}</span>
          )}
          {props.actions}
        </>
      }
    >
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {tabs.map(({ key, to }) => (
          <Link
            key={key}
            to={to}
            params={centre.params}
            search={insightSearch.parse(props.search)}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t(key)}
          </Link>
        ))}
      </nav>
      <PeriodAndFilters search={props.search} period={head?.period} onChange={props.onChange} />
      {centre.may('case.read') ? null : <Notice tone="gray">{t('ownBlock')}</Notice>}
      {connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
      {props.isStale ? <Notice tone="amber">{t('stale')}</Notice> : null}
      <div className={`${styles.body} ${props.isFading ? styles.fading : ''}`} aria-busy={props.isFading}>
        {props.children}
      </div>
    </Page>
  )
}
