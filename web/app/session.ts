import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Permission } from '../../src/charter/permissions.ts'
import { call, rememberCsrf } from '../api.ts'
import { sessionRoutes, type Session, type SessionCentre } from './session-contract.ts'

/** Who we are; read once and kept until we sign in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await call(sessionRoutes.read)
    rememberCsrf(session.csrf)
    return session
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (data === undefined) throw new Error('the session is read before any screen is drawn')
  return data
}

/** The centre of the address with what this person may do in it; null where the person has no such centre. */
export function centreOf(session: Session, code: string): SessionCentre | null {
  return session.centres.find((centre) => centre.code === code) ?? null
}

export function may(centre: SessionCentre, ...any: Permission[]): boolean {
  return any.some((permission) => centre.permissions.includes(permission))
}

/** Signs in, and reads the session anew. */
export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: { login: string; password: string }) => call(sessionRoutes.signIn, { body: given }),
    onSuccess: () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 }),
  })
}

/** Signs in as one of the demonstration people that the server offers. */
export function useDemoSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (login: string) => call(sessionRoutes.demoSignIn, { body: { login } }),
    onSuccess: () => queries.fetchQuery({ ...sessionQuery, staleTime: 0 }),
  })
}

/** Signs out here or everywhere; nothing of what was read stays in memory. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (everywhere: boolean) => call(everywhere ? sessionRoutes.signOutEverywhere : sessionRoutes.signOut),
    onSettled: () => {
      queries.clear()
      location.assign('/app/sign-in')
    },
  })
}
