import { queryOptions } from '@tanstack/react-query'
import { readCharterFiles, readCharterRoute } from '../../../src/charter/contract.ts'
import { call } from '../../api.ts'

const editionOf = (edition: number | undefined) => (edition === undefined ? {} : { edition })

/** An edition of the charter with its clauses; the present one where none is named. */
export function charterQuery(centre: string, edition: number | undefined) {
  return queryOptions({
    queryKey: ['charter', centre, 'read', edition ?? 'current'],
    queryFn: () => call(readCharterRoute, { params: { centre }, query: editionOf(edition) }),
    staleTime: 60_000,
  })
}

/** The files of an edition as they were uploaded. */
export function charterFilesQuery(centre: string, edition: number | undefined) {
  return queryOptions({
    queryKey: ['charter', centre, 'files', edition ?? 'current'],
    queryFn: () => call(readCharterFiles, { params: { centre }, query: editionOf(edition) }),
    staleTime: 60_000,
  })
}
