import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Dashboard, readDashboardRoute } from '../../../src/insight/contract.ts'
import { readCrossTableRoute } from '../../../src/insight/contract-tables.ts'
import { call } from '../../api.ts'
import { type InsightSearch, questionOf } from './insight-search.ts'

/** Figures change with time alone (a deadline passes), so they are asked for now and then without news as well. */
export const fresh = { staleTime: 0, refetchInterval: 60_000, placeholderData: keepPreviousData } as const

/** What every question about figures of a centre begins with. */
export const figuresKey = (centre: string) => ['insight', centre] as const

export function dashboardQuery(centre: string, search: InsightSearch) {
  const query = questionOf(search)
  return queryOptions({
    queryKey: [...figuresKey(centre), 'dashboard', query],
    queryFn: () => call(readDashboardRoute, { params: { centre }, query }),
    ...fresh,
  })
}

/** What came in day by day (or week by week) by group of topics: asked for when the flow is looked at so. */
export function flowByThemeQuery(
  centre: string,
  search: InsightSearch,
  { by, isWanted }: { by: Dashboard['flow']['by']; isWanted: boolean },
) {
  const query = {
    ...questionOf(search),
    rows: by,
    columns: 'topicGroup' as const,
    measure: ['received' as const],
    compare: 'none' as const,
  }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'flow-by-theme', query],
    queryFn: () => call(readCrossTableRoute, { params: { centre }, query }),
    enabled: isWanted,
    ...fresh,
  })
}
