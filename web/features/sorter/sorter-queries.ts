import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { readSorterRoute, type SorterState } from '../../../src/sorter/contract.ts'
import { call } from '../../api.ts'

/** The state of sorting; asked again and again while it learns. */
export function sorterQuery(centre: string) {
  return queryOptions({
    queryKey: ['sorter', centre],
    queryFn: () => call(readSorterRoute, { params: { centre } }),
    refetchInterval: ({ state }) => (isLearning(state.data) ? 1500 : false),
  })
}

/** True while a training is in hand, or begins in a moment; one that waits for the night is not. */
export function isLearning(state: SorterState | undefined): boolean {
  const training = state?.training
  if (training?.state === 'running') return true
  return training?.state === 'waiting' && training.cause === 'person'
}

/** A change of the sorter that answers with its new state. */
export function useSorterChange<Given>(
  centre: string,
  change: (given: Given) => Promise<SorterState>,
  onDone: () => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (state) => {
      queries.setQueryData(sorterQuery(centre).queryKey, state)
      onDone()
    },
  })
}
