import * as z from 'zod'
import { permissionCodes } from '../charter/contract.ts'
import { defineRoute, done } from '../platform/http/route.ts'

const givenPassword = z.string().min(1, 'введите пароль').max(1000, 'слишком длинный пароль')

/** Six digits of an authenticator, or a recovery code. */
export const givenCode = z.string().trim().min(6, 'введите код целиком').max(40, 'слишком длинный код')

export const account = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  language: z.enum(['ru', 'en']),
  /** Until they choose a password of their own, only the session and the password may be reached. */
  mustChangePassword: z.boolean(),
  isInstallationAdmin: z.boolean(),
  isDemo: z.boolean(),
  /** True when signing in asks for a code besides the password. */
  secondFactor: z.boolean(),
})
export type Account = z.infer<typeof account>

/** A centre in which the signed-in person works, with what its charter lets them do there. */
export const place = z.strictObject({
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  timeZone: z.string(),
  role: z.string(),
  roleName: z.string(),
  permissions: z.array(z.enum(permissionCodes)),
  staffId: z.uuid(),
  position: z.string(),
  sectorBlock: z.string().nullable(),
  organisation: z.string().nullable(),
})
export type Place = z.infer<typeof place>

export const session = z.strictObject({
  signedIn: z.boolean(),
  /** The password was right and a code is awaited; nobody is signed in yet. */
  awaitsCode: z.boolean(),
  /** A charter demands a second factor of this person, who has none: its centre stays closed until they turn it on. */
  mustHaveFactor: z.boolean(),
  account: account.nullable(),
  csrfToken: z.string().nullable(),
  centres: z.array(place),
  /** One-click sign-ins: filled only for the demo centre on a loopback address. */
  demo: z.array(
    z.strictObject({ login: z.string(), name: z.string(), roleName: z.string(), position: z.string() }),
  ),
})
export type Session = z.infer<typeof session>

export const readSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  summary: 'Who am I, in which centres, and the token for changes',
  response: session,
  access: 'anyone',
})
export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with login and password; with a second factor, the first of two steps',
  body: z.strictObject({ login: z.string().trim().toLowerCase().min(1).max(64), password: givenPassword }),
  response: session,
  access: 'anyone',
})
export const giveCode = defineRoute({
  method: 'POST',
  path: '/api/session/code',
  summary: 'The second step of signing in: a code of the authenticator or a recovery code',
  body: z.strictObject({ code: givenCode }),
  response: session,
  access: 'anyone',
})
export const signInDemo = defineRoute({
  method: 'POST',
  path: '/api/session/demo',
  summary: 'Sign in as a person of the demo centre; only on a loopback address',
  body: z.strictObject({ login: z.string() }),
  response: session,
  access: 'anyone',
})
export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out here',
  response: done,
  access: 'signed-in',
})
export const signOutEverywhere = defineRoute({
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'Sign out on all devices',
  response: done,
  access: 'signed-in',
})
export const changePassword = defineRoute({
  method: 'POST',
  path: '/api/password',
  summary: 'Change the own password; ends the sessions on other devices',
  body: z.strictObject({ current: givenPassword, next: givenPassword }),
  response: session,
  access: 'signed-in',
})
export const changeLanguage = defineRoute({
  method: 'POST',
  path: '/api/language',
  summary: 'Choose the language of the screens',
  body: z.strictObject({ language: z.enum(['ru', 'en']) }),
  response: done,
  access: 'signed-in',
})
