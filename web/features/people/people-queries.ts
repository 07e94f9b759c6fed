import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import {
  addPerson,
  changePerson,
  listPeople,
  resetPersonFactor,
  resetPersonPassword,
} from '../../../src/people/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'

/** People of the centre, those who left among them, with the roles, blocks and organisations of the charter. */
export function peopleQuery(centre: string) {
  return queryOptions({
    queryKey: ['people', centre],
    queryFn: () => call(listPeople, { params: { centre } }),
  })
}

export type PersonInput = z.input<(typeof addPerson)['body']>
export type PersonChange = z.input<(typeof changePerson)['body']>

/** The changes of people; after each the list and the reference of cases are read anew. */
export function usePeopleChanges() {
  const centre = useCentre()
  const queries = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['people', centre.slug] }),
      queries.invalidateQueries({ queryKey: ['reference', centre.slug] }),
    ])
  const add = useMutation({
    mutationFn: (body: PersonInput) => call(addPerson, { params: centre.params, body }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ staffId, body }: { staffId: string; body: PersonChange }) =>
      call(changePerson, { params: { ...centre.params, staffId }, body }),
    onSuccess,
  })
  const givePassword = useMutation({
    mutationFn: (staffId: string) => call(resetPersonPassword, { params: { ...centre.params, staffId } }),
    onSuccess,
  })
  const resetFactor = useMutation({
    mutationFn: ({ staffId, reason }: { staffId: string; reason: string }) =>
      call(resetPersonFactor, { params: { ...centre.params, staffId }, body: { reason } }),
    onSuccess,
  })
  return { add, change, givePassword, resetFactor }
}
