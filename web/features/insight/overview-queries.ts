import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listCases } from '../../../src/cases/contract.ts'
import { type Dashboard, readDashboardRoute, readMeasuresRoute } from '../../../src/insight/contract.ts'
import { call } from '../../api.ts'
import { filtersOfSearch, type InsightSearch, questionOf } from './insight-search.ts'

/** Figures change with time alone (a deadline passes), so they are asked for now and then without news as well. */
const fresh = { staleTime: 0, refetchInterval: 60_000, placeholderData: keepPreviousData } as const

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

/** Answers in time and late along the period, in the same steps as the flow. */
export function answersQuery(centre: string, search: InsightSearch, by: Dashboard['flow']['by'] | undefined) {
  const query = { ...questionOf(search), by: by ?? 'day', measure: ['in-time' as const, 'late' as const] }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'answers', query],
    queryFn: () => call(readMeasuresRoute, { params: { centre }, query }),
    enabled: by !== undefined,
    ...fresh,
  })
}

/** Cases with a deadline still ahead today, within the filters: how many, and whether there are more than the list counts. */
export function dueTodayQuery(centre: string, search: InsightSearch) {
  const query = { ...filtersOfSearch(search), view: 'due-today' as const }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'due-today', query],
    queryFn: async () => {
      const list = await call(listCases, { params: { centre }, query: { ...query, limit: 1 } })
      return { query, count: list.total ?? list.countedTo, isMore: list.total === null }
    },
    ...fresh,
  })
}
