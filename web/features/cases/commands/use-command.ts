import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import {
  type CaseCard,
  type CaseList,
  caseSummary,
  type CommandBodies,
  commandRoutes,
} from '../../../../src/cases/contract.ts'
import { call } from '../../../api.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { caseQuery } from '../case-queries.ts'

export type RoutedCommand = keyof CommandBodies
/** The body of a command without the revision, which is added at sending. */
export type CommandInput<C extends RoutedCommand> = Omit<z.input<CommandBodies[C]>, 'revision'>

type Given = { id: string; command: RoutedCommand; body: Record<string, unknown> }

/** Sends a command; then the card, its history and the case's line in every list are as the server has them. */
export function useCommand() {
  const centre = useCentre()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, command, body }: Given) =>
      call(commandRoutes[command] as (typeof commandRoutes)['take'], {
        params: { centre: centre.slug, id },
        body: body as { revision: number },
      }),
    onSuccess: (_, { id }) => refreshCase(queries, centre.slug, id),
    // After a conflict the card is read anew, so that the person sees what changed and may try again.
    onError: (_, { id }) => void queries.invalidateQueries({ queryKey: caseQuery(centre.slug, id).queryKey }),
  })
}

/** Reads a case anew and lays it into the card, the history and the lists, which keep their order. */
export async function refreshCase(queries: QueryClient, centre: string, id: string): Promise<void> {
  const card = await queries.fetchQuery({ ...caseQuery(centre, id), staleTime: 0 })
  layIntoLists(queries, centre, card)
  void queries.invalidateQueries({ queryKey: ['cases', centre, 'journal', id] })
  void queries.invalidateQueries({ queryKey: ['cases', centre, 'counts'] })
}

function layIntoLists(queries: QueryClient, centre: string, card: CaseCard): void {
  const line = caseSummary.strip().parse(card)
  queries.setQueriesData<{ pages: CaseList[]; pageParams: unknown[] }>(
    { queryKey: ['cases', centre, 'list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === line.id ? line : item)),
        })),
      },
  )
}
