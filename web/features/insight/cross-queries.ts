import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { qualityCodes, readMeasuresRoute } from '../../../src/insight/contract.ts'
import {
  listCutsRoute,
  readCrossTableRoute,
  readFreshnessRoute,
} from '../../../src/insight/contract-tables.ts'
import { call } from '../../api.ts'
import { type CrossSearch, questionOfTable } from './cross-search.ts'
import { type InsightSearch, questionOf } from './insight-search.ts'
import { figuresKey, fresh } from './overview-queries.ts'

export function crossTableQuery(centre: string, search: CrossSearch) {
  const query = questionOfTable(search)
  return queryOptions({
    queryKey: [...figuresKey(centre), 'cross-table', query],
    queryFn: () => call(readCrossTableRoute, { params: { centre }, query }),
    ...fresh,
  })
}

/** What the data of a period lacks. */
export function qualityQuery(centre: string, search: InsightSearch) {
  const query = {
    ...questionOf(search),
    measure: [...qualityCodes, 'received' as const, 'answered' as const],
  }
  return queryOptions({
    queryKey: [...figuresKey(centre), 'quality', query],
    queryFn: () => call(readMeasuresRoute, { params: { centre }, query }),
    ...fresh,
  })
}

export function freshnessQuery(centre: string) {
  return queryOptions({
    queryKey: [...figuresKey(centre), 'freshness'],
    queryFn: () => call(readFreshnessRoute, { params: { centre } }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}

export function cutsQuery(centre: string) {
  return queryOptions({
    queryKey: ['cuts', centre],
    queryFn: async () => (await call(listCutsRoute, { params: { centre } })).cuts,
  })
}
