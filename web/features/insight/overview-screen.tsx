import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { exportDashboardRoute } from '../../../src/insight/contract-tables.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { EmptyOverview } from './empty-overview.tsx'
import { ExportLinks } from './export-menu.tsx'
import { FiguresFrame } from './figures-frame.tsx'
import { Figures } from './figures.tsx'
import { noFilters, questionOf } from './insight-search.ts'
import { dashboardQuery } from './overview-queries.ts'
import type { OverviewSearch } from './overview-search.ts'

/** The picture of the day: what needs a decision, then the flow and what became of it; every figure opens its cases. */
export function OverviewScreen() {
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/overview' })
  const dashboard = useQuery(dashboardQuery(centre.slug, search))
  const { data } = dashboard

  const change = (part: Partial<OverviewSearch>) =>
    void navigate({
      to: '/$centre/overview',
      params: centre.params,
      search: { ...search, ...part },
      replace: true,
    })
  const shown = search.table ?? []
  const tables = {
    shown,
    onToggle: (card: string) =>
      change({ table: shown.includes(card) ? shown.filter((one) => one !== card) : [...shown, card] }),
  }

  const body = () => {
    if (dashboard.isPending) return <LoadingState />
    if (data === undefined || (dashboard.isError && dashboard.isPlaceholderData))
      return <ErrorState error={dashboard.error} onRetry={() => void dashboard.refetch()} />
    if (data.measures.every(({ total }) => total.count === 0 && !total.of))
      return <EmptyOverview search={search} onReset={() => change(noFilters)} onChange={change} />
    return <Figures dashboard={data} search={search} tables={tables} onChange={change} />
  }
  return (
    <FiguresFrame
      tab="title"
      search={search}
      onChange={change}
      head={data}
      isFading={dashboard.isPlaceholderData}
      isStale={data !== undefined && dashboard.isRefetchError}
      actions={<ExportLinks route={exportDashboardRoute} query={questionOf(search)} />}
    >
      {body()}
    </FiguresFrame>
  )
}
