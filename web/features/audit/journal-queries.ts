import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { readInstallationJournal, readJournal, readReadLog } from '../../../src/audit/contract.ts'
import { listCases } from '../../../src/cases/contract.ts'
import { call } from '../../api.ts'
import type { When } from '../../ui/when.ts'
import type { JournalSearch } from './journal-search.ts'

type PageQuery = { from?: string; to?: string; actorId?: string; action?: string; caseId?: string }

/** The period of the address bar, whole days in the centre's zone, as instants. */
export function periodOf(
  search: { from?: string | undefined; to?: string | undefined },
  when: When,
): { from?: string; to?: string } {
  return {
    ...(search.from === undefined ? {} : { from: when.instantOf(`${search.from}T00:00`) }),
    ...(search.to === undefined ? {} : { to: when.instantOf(`${dayAfter(search.to)}T00:00`) }),
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** What to ask the journal for; `caseId` is that of the number in the address bar. */
export function journalQueryOf(search: JournalSearch, when: When, caseId: string | null): PageQuery {
  return {
    ...periodOf(search, when),
    ...(search.who === undefined ? {} : { actorId: search.who }),
    ...(search.action === undefined || search.log === 'reads' ? {} : { action: search.action }),
    ...(caseId === null ? {} : { caseId }),
  }
}

const paging = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
}
const cursorOf = (cursor: string) => (cursor === '' ? {} : { cursor })

export function actionsQuery(centre: string, query: PageQuery, enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: ['journal', centre, 'actions', query],
    queryFn: ({ pageParam }) =>
      call(readJournal, { params: { centre }, query: { ...query, ...cursorOf(pageParam) } }),
    ...paging,
    enabled,
  })
}

export function readsQuery(centre: string, query: PageQuery, enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: ['journal', centre, 'reads', query],
    queryFn: ({ pageParam }) =>
      call(readReadLog, { params: { centre }, query: { ...query, ...cursorOf(pageParam) } }),
    ...paging,
    enabled,
  })
}

export function installationJournalQuery(query: { from?: string; to?: string; action?: string }) {
  return infiniteQueryOptions({
    queryKey: ['journal-above', query],
    queryFn: ({ pageParam }) =>
      call(readInstallationJournal, { query: { ...query, ...cursorOf(pageParam) } }),
    ...paging,
  })
}

/** The id of the case with exactly this number; null where there is none. */
export function caseIdQuery(centre: string, number: string | undefined) {
  return queryOptions({
    queryKey: ['case-id', centre, number],
    queryFn: async () => {
      const { items } = await call(listCases, { params: { centre }, query: { number: number ?? '' } })
      const wanted = number?.toLowerCase()
      const exact = items.find((line) => line.number.toLowerCase() === wanted)
      return exact?.id ?? (items.length === 1 ? (items[0]?.id ?? null) : null)
    },
    enabled: number !== undefined,
  })
}
