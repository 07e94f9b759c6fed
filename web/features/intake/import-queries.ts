import { queryOptions, skipToken } from '@tanstack/react-query'
import {
  listImports,
  listSources,
  listTables,
  previewImport,
  readImport,
} from '../../../src/intake/contract.ts'
import { call } from '../../api.ts'

export function importsQuery(centre: string) {
  return queryOptions({
    queryKey: ['imports', centre],
    queryFn: () => call(listImports, { params: { centre }, query: { limit: 30 } }),
  })
}

/** A run; asked every second while it goes. */
export function importQuery(centre: string, id: string | undefined) {
  return queryOptions({
    queryKey: ['imports', centre, 'run', id],
    queryFn: id === undefined ? skipToken : () => call(readImport, { params: { centre, id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  })
}

export function previewQuery(centre: string, id: string) {
  return queryOptions({
    queryKey: ['imports', centre, 'preview', id],
    queryFn: () => call(previewImport, { params: { centre, id } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Tables of the centre's own. */
export function tablesQuery(centre: string) {
  return queryOptions({
    queryKey: ['import-tables', centre],
    queryFn: async () => (await call(listTables, { params: { centre } })).tables,
  })
}

export function sourcesQuery(centre: string) {
  return queryOptions({
    queryKey: ['import-sources', centre],
    queryFn: async () => (await call(listSources, { params: { centre } })).sources,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
