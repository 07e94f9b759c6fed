import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  type CaseCard,
  type CaseFilters,
  type CaseListQuery,
  countCases,
  listCases,
  listSavedViews,
  readCase,
  readCaseJournal,
  readNearCases,
  readReference,
} from '../../../src/cases/contract.ts'
import { call } from '../../api.ts'
import { isNumber, type WorklistSearch } from './worklist-search.ts'

/** The list's query for what stands in the address bar: open cases where it names no state. Unknown codes are left for the server to say. */
export function listQueryOf(search: WorklistSearch): Partial<CaseListQuery> {
  const {
    find,
    emergency,
    undecided,
    alike,
    late,
    fastTrack,
    repeated,
    marked,
    sameText,
    sourceConflict,
    ...rest
  } = search
  const open = rest.state === undefined ? { open: true } : {}
  const flags = {
    emergency: emergency && true,
    undecided: undecided && true,
    alike: alike && true,
    late: either(late),
    fastTrack: either(fastTrack),
    repeated: either(repeated),
    marked: either(marked),
    sameText: either(sameText),
    sourceConflict: either(sourceConflict),
  }
  const found = find === undefined ? {} : isNumber(find) ? { number: find } : { q: find }
  return { ...(rest as Partial<CaseFilters>), ...open, ...flags, ...found }
}

const either = (told: 'true' | 'false' | undefined) => (told === undefined ? undefined : told === 'true')

export function casesQuery(centre: string, search: WorklistSearch) {
  const query = listQueryOf(search)
  return infiniteQueryOptions({
    queryKey: ['cases', centre, 'list', query],
    queryFn: ({ pageParam }) =>
      call(listCases, {
        params: { centre },
        query: { ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function countsQuery(centre: string) {
  return queryOptions({
    queryKey: ['cases', centre, 'counts'],
    queryFn: () => call(countCases, { params: { centre } }),
    refetchInterval: 60_000,
  })
}

/** Topics, settlements, organisations, people: they change with the charter, seldom. */
export function referenceQuery(centre: string) {
  return queryOptions({
    queryKey: ['reference', centre],
    queryFn: () => call(readReference, { params: { centre } }),
    staleTime: 5 * 60_000,
  })
}

export function savedViewsQuery(centre: string) {
  return queryOptions({
    queryKey: ['saved-views', centre],
    queryFn: async () => (await call(listSavedViews, { params: { centre } })).views,
  })
}

export function caseQuery(centre: string, id: string) {
  return queryOptions({
    queryKey: ['cases', centre, 'card', id],
    queryFn: () => call(readCase, { params: { centre, id } }),
  })
}

export function caseJournalQuery(centre: string, id: string) {
  return queryOptions({
    queryKey: ['cases', centre, 'journal', id],
    queryFn: async () => (await call(readCaseJournal, { params: { centre, id } })).entries,
  })
}

/** Cases near to a case, anew where what it is compared by has changed. */
export function nearQuery(centre: string, { id, topic, settlement, street, house, state }: CaseCard) {
  return queryOptions({
    queryKey: ['cases', centre, 'near', id, topic?.code, settlement?.code, street, house, state],
    queryFn: () => call(readNearCases, { params: { centre, id } }),
  })
}
