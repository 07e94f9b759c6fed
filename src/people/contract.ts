import * as z from 'zod'
import { permissionCodes } from '../charter/contract.ts'
import { centreParams, defineRoute, done } from '../platform/http/route.ts'

/** The header that carries the token of `GET /api/session` with every request that changes something. */
export const csrfHeader = 'x-otklik-csrf'

/** What a person types to say who they are: kept in lower case. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-zа-яё0-9][a-zа-яё0-9._@-]{1,63}$/,
    'логин: от 2 до 64 знаков — буквы, цифры, точка, дефис, «_» и «@»',
  )
const givenPassword = z.string().min(1, 'введите пароль').max(1000, 'слишком длинный пароль')
const personName = z.string().trim().min(1, 'укажите имя').max(200)
const positionTitle = z.string().trim().max(300)
const moment = z.iso.datetime({ offset: true })

export const account = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  language: z.enum(['ru', 'en']),
  /** Until they choose a password of their own, only the session and the password may be reached. */
  mustChangePassword: z.boolean(),
  isInstallationAdmin: z.boolean(),
  isDemo: z.boolean(),
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
  summary: 'Sign in with login and password',
  body: z.strictObject({ login: z.string().trim().toLowerCase().min(1).max(64), password: givenPassword }),
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

const placeFields = {
  position: positionTitle,
  role: z.string(),
  sectorBlock: z.string().nullable(),
  organisation: z.string().nullable(),
}

/** A person of a centre. `access` is null for those who may not manage people. */
export const person = z.strictObject({
  staffId: z.uuid(),
  name: z.string(),
  ...placeFields,
  roleName: z.string(),
  active: z.boolean(),
  access: z
    .strictObject({
      login: z.string(),
      blocked: z.boolean(),
      mustChangePassword: z.boolean(),
      lockedUntil: moment.nullable(),
      lastSeenAt: moment.nullable(),
    })
    .nullable(),
})
export type Person = z.infer<typeof person>

const named = z.strictObject({ code: z.string(), name: z.string() })
const staffParams = centreParams.extend({ staffId: z.uuid() })
/** A password shown once; its owner chooses another at the first sign-in. */
const oneTimePassword = z.string()

export const listPeople = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/people',
  summary: 'People of the centre, and the roles, blocks and organisations of its charter',
  params: centreParams,
  response: z.strictObject({
    people: z.array(person),
    roles: z.array(
      named.extend({
        permissions: z.array(z.enum(permissionCodes)),
        reach: z.enum(['centre', 'block', 'own']),
      }),
    ),
    sectorBlocks: z.array(named),
    organisations: z.array(named),
  }),
})
export const addPerson = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/people',
  summary: 'Add a person with a new account; answers with a password shown once',
  params: centreParams,
  body: z.strictObject({
    login,
    name: personName,
    role: placeFields.role,
    position: positionTitle.default(''),
    sectorBlock: placeFields.sectorBlock.default(null),
    organisation: placeFields.organisation.default(null),
  }),
  response: z.strictObject({ person, oneTimePassword }),
})
export const changePerson = defineRoute({
  method: 'PATCH',
  path: '/api/centres/:centre/people/:staffId',
  summary: 'Change name, position, role, block, organisation; take away or give back the place',
  params: staffParams,
  body: z.strictObject({ name: personName, ...placeFields, active: z.boolean() }).partial(),
  response: person,
})
export const resetPersonPassword = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/people/:staffId/password',
  summary: 'Give a person a password shown once; ends their sessions',
  params: staffParams,
  response: z.strictObject({ oneTimePassword }),
})

/** An account as an installation administrator sees it. */
export const installationAccount = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  blocked: z.boolean(),
  isInstallationAdmin: z.boolean(),
  isDemo: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: moment.nullable(),
  lastSeenAt: moment.nullable(),
  createdAt: moment,
  places: z.array(
    z.strictObject({
      slug: z.string(),
      centre: z.string(),
      role: z.string(),
      position: z.string(),
      active: z.boolean(),
    }),
  ),
})
export type InstallationAccount = z.infer<typeof installationAccount>
const accountParams = z.object({ id: z.uuid() })

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/installation/accounts',
  summary: 'Accounts of the installation and the centres they work in',
  response: z.strictObject({ accounts: z.array(installationAccount) }),
  access: 'installation',
})
export const createAccount = defineRoute({
  method: 'POST',
  path: '/api/installation/accounts',
  summary: 'Create an account; answers with a password shown once',
  body: z.strictObject({ login, name: personName, isInstallationAdmin: z.boolean().default(false) }),
  response: z.strictObject({ id: z.uuid(), oneTimePassword }),
  access: 'installation',
})
export const changeAccount = defineRoute({
  method: 'PATCH',
  path: '/api/installation/accounts/:id',
  summary: 'Rename, block or unblock an account',
  params: accountParams,
  body: z.strictObject({ name: personName, blocked: z.boolean() }).partial(),
  response: done,
  access: 'installation',
})
export const resetAccountPassword = defineRoute({
  method: 'POST',
  path: '/api/installation/accounts/:id/password',
  summary: 'Give an account a password shown once; ends its sessions and its lockout',
  params: accountParams,
  response: z.strictObject({ oneTimePassword }),
  access: 'installation',
})
export const grantPlace = defineRoute({
  method: 'POST',
  path: '/api/installation/accounts/:id/places',
  summary: 'Give an account a place in a centre',
  params: accountParams,
  body: z.strictObject({
    centre: z.string(),
    role: placeFields.role,
    position: positionTitle.default(''),
    sectorBlock: placeFields.sectorBlock.default(null),
    organisation: placeFields.organisation.default(null),
  }),
  response: z.strictObject({ staffId: z.uuid() }),
  access: 'installation',
})
