import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { EmptyOverview } from './empty-overview.tsx'
import { Figures } from './figures.tsx'
import styles from './insight.module.css'
import { noFilters } from './insight-search.ts'
import { dashboardQuery } from './overview-queries.ts'
import type { OverviewSearch } from './overview-search.ts'
import { overviewWords } from './overview-words.ts'
import { PeriodAndFilters } from './period-and-filters.tsx'
import { useFreshFigures } from './use-fresh-figures.ts'

/** The picture of the day: what needs a decision, then the flow and what became of it; every figure opens its cases. */
export function OverviewScreen() {
  const t = useWords(overviewWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/overview' })
  const dashboard = useQuery(dashboardQuery(centre.slug, search))
  const { connected } = useFreshFigures(centre.slug)
  const { data } = dashboard

  const go = (next: OverviewSearch) =>
    void navigate({ to: '/$centre/overview', params: centre.params, search: next, replace: true })
  const change = (part: Partial<OverviewSearch>) => go({ ...search, ...part })
  const shown = search.table ?? []
  const tables = {
    shown,
    onToggle: (card: string) =>
      change({ table: shown.includes(card) ? shown.filter((one) => one !== card) : [...shown, card] }),
  }
  const days = ({ from, to }: { from: string; to: string }) =>
    from === to ? when.day(from) : `${when.day(from)} – ${when.day(to)}`

  const body = () => {
    if (dashboard.isPending) return <LoadingState />
    if (data === undefined || (dashboard.isError && dashboard.isPlaceholderData))
      return <ErrorState error={dashboard.error} onRetry={() => void dashboard.refetch()} />
    if (data.measures.every(({ total }) => total.count === 0 && !total.of))
      return <EmptyOverview search={search} onReset={() => change(noFilters)} onChange={change} />
    return <Figures dashboard={data} search={search} tables={tables} />
  }
  return (
    <Page
      title={t('title')}
      aside={
        data === undefined
          ? undefined
          : data.previous === null
            ? days(data.period)
            : t('comparedWith', { days: days(data.period), before: days(data.previous) })
      }
      actions={
        data === undefined ? undefined : (
          <span className={`${styles.asOf} figures`}>{t('asOf', { time: when.short(data.asOf) })}</span>
        )
      }
    >
      <PeriodAndFilters search={search} period={data?.period} onChange={change} />
      {centre.may('case.read') ? null : <Notice tone="gray">{t('ownBlock')}</Notice>}
      {connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
      {data !== undefined && dashboard.isRefetchError ? <Notice tone="amber">{t('stale')}</Notice> : null}
      <div
        className={`${styles.body} ${dashboard.isPlaceholderData ? styles.fading : ''}`}
        aria-busy={dashboard.isPlaceholderData}
      >
        {body()}
      </div>
    </Page>
  )
}
