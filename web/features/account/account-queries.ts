import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  beginSecondFactor,
  endOwnSession,
  proveSecondFactor,
  readOwnSignIn,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from '../../../src/people/contract.ts'
import { call } from '../../api.ts'

/** The own second factor, open sessions and last events. */
export const ownSignInQuery = queryOptions({
  queryKey: ['own-sign-in'],
  queryFn: () => call(readOwnSignIn),
  staleTime: 0,
})

/** The two steps of turning the second factor on. */
export function useTurningOn() {
  const begin = useMutation({
    mutationFn: (password: string) => call(beginSecondFactor, { body: password === '' ? {} : { password } }),
  })
  const prove = useMutation({ mutationFn: (code: string) => call(proveSecondFactor, { body: { code } }) })
  return { begin, prove }
}

/** What else is done with the own sign-in; after each the state is read anew. */
export function useOwnSignInChanges() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ownSignInQuery.queryKey })
  const turnOff = useMutation({
    mutationFn: (body: { password: string; code: string }) => call(turnOffSecondFactor, { body }),
    onSuccess,
  })
  const renew = useMutation({
    mutationFn: (code: string) => call(renewRecoveryCodes, { body: { code } }),
    onSuccess,
  })
  const end = useMutation({
    mutationFn: (id: string) => call(endOwnSession, { params: { id } }),
    onSuccess,
  })
  return { turnOff, renew, end }
}
