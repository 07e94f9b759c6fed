import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { listCentres } from '../../../src/charter/contract.ts'
import {
  changeAccount,
  createAccount,
  grantPlace,
  listAccounts,
  resetAccountFactor,
  resetAccountPassword,
} from '../../../src/people/contract.ts'
import { call } from '../../api.ts'

export const centresQuery = queryOptions({
  queryKey: ['installation', 'centres'],
  queryFn: async () => (await call(listCentres)).centres,
})

export const accountsQuery = queryOptions({
  queryKey: ['installation', 'accounts'],
  queryFn: async () => (await call(listAccounts)).accounts,
})

export type AccountInput = z.input<(typeof createAccount)['body']>
export type PlaceInput = z.input<(typeof grantPlace)['body']>

/** The changes of accounts; after each the list is read anew. */
export function useAccountChanges() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey })
  const create = useMutation({
    mutationFn: (body: AccountInput) => call(createAccount, { body }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: { name?: string; blocked?: boolean } }) =>
      call(changeAccount, { params: { id }, body }),
    onSuccess,
  })
  const givePassword = useMutation({
    mutationFn: (id: string) => call(resetAccountPassword, { params: { id } }),
    onSuccess,
  })
  const grant = useMutation({
    mutationFn: ({ id, body }: { id: string; body: PlaceInput }) =>
      call(grantPlace, { params: { id }, body }),
    onSuccess,
  })
  const resetFactor = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(resetAccountFactor, { params: { id }, body: { reason } }),
    onSuccess,
  })
  return { create, change, givePassword, grant, resetFactor }
}
