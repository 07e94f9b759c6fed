import { QueryClient } from '@tanstack/react-query'
import { CallError } from '../api.ts'

/** Answers are fresh for a while; a refusal is an answer and is not asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The server may stand on this very machine: whether the browser believes itself on the internet says nothing.
        networkMode: 'always',
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof CallError && error.status === 0,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
