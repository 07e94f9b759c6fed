import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Permission } from '../../src/charter/permissions.ts'
import {
  changeLanguage,
  changePassword,
  giveCode,
  type Place,
  readSession,
  type Session,
  signIn,
  signInDemo,
  signOut,
  signOutEverywhere,
} from '../../src/people/contract.ts'
import { call, rememberCsrf } from '../api.ts'
import {
  chooseLanguage,
  currentLanguage,
  isLanguageChosen,
  type Language,
  showLanguage,
} from '../ui/language.ts'

/** Who we are; read once and kept until we sign in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => keepToken(await call(readSession)),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

function keepToken(session: Session): Session {
  rememberCsrf(session.csrfToken)
  if (session.account !== null) void followLanguage(session.account)
  return session
}

// A language chosen on this page becomes the account's; else the account's is shown. People share demo accounts: theirs stays.
async function followLanguage(account: { isDemo: boolean; language: Language }): Promise<void> {
  if (account.isDemo) return
  if (!isLanguageChosen()) showLanguage(account.language)
  else if (currentLanguage() !== account.language) await keepLanguage(currentLanguage())
}

// Without the server the screen still shows the language; the account learns it with the next choice.
async function keepLanguage(language: Language): Promise<void> {
  await call(changeLanguage, { body: { language } }).catch(() => {})
}

/** Switches the language of the screens and keeps it with the account, so that it follows the person. */
export function useLanguageChoice(): (language: Language) => void {
  const queries = useQueryClient()
  return (language) => {
    chooseLanguage(language)
    const { account = null } = queries.getQueryData(sessionQuery.queryKey) ?? {}
    if (account === null || account.isDemo) return
    queries.setQueryData(sessionQuery.queryKey, (session) =>
      session?.account ? { ...session, account: { ...session.account, language } } : session,
    )
    void keepLanguage(language)
  }
}

export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (data === undefined) throw new Error('the session is read before any screen is drawn')
  return data
}

/** The centre of the address with what this person may do in it; null where the person has no such centre. */
export function placeOf(session: Session, slug: string): Place | null {
  return session.centres.find((place) => place.slug === slug) ?? null
}

/** True where the charter gives this person any one of the permissions. */
export function may(place: Place, ...any: Permission[]): boolean {
  return any.some((permission) => place.permissions.includes(permission))
}

function useNewSession<Given>(ask: (given: Given) => Promise<Session>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ask,
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, keepToken(session))
    },
  })
}

export function useSignIn() {
  return useNewSession((body: { login: string; password: string }) => call(signIn, { body }))
}

/** The second step of signing in. */
export function useGiveCode() {
  return useNewSession((code: string) => call(giveCode, { body: { code } }))
}

/** Goes back from the second step to the first. */
export function useForgetPassword(): () => void {
  const queries = useQueryClient()
  return () => {
    queries.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, awaitsCode: false })
  }
}

/** Signs in as one of the demonstration people that the server offers. */
export function useDemoSignIn() {
  return useNewSession((login: string) => call(signInDemo, { body: { login } }))
}

export function useChangePassword() {
  return useNewSession((body: { current: string; next: string }) => call(changePassword, { body }))
}

/** Signs out here or everywhere; nothing of what was read stays in memory, because the page is loaded anew. */
export function useSignOut() {
  return useMutation({
    mutationFn: (everywhere: boolean) => call(everywhere ? signOutEverywhere : signOut),
    onSuccess: () => location.assign('/app/sign-in'),
  })
}
