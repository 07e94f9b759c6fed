import * as z from 'zod'
import { permissionCodes } from '../charter/contract.ts'
import { centreParams, defineRoute, done } from '../platform/http/route.ts'

export * from './contract-own.ts'
export * from './contract-session.ts'

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
const personName = z.string().trim().min(1, 'укажите имя').max(200)
const positionTitle = z.string().trim().max(300)
const moment = z.iso.datetime({ offset: true })

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
      secondFactor: z.boolean(),
    })
    .nullable(),
})
export type Person = z.infer<typeof person>

const named = z.strictObject({ code: z.string(), name: z.string() })
/** Why something was done to another, for the journal. */
const reason = z.string().trim().min(1, 'укажите причину').max(500)
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
        secondFactor: z.boolean(),
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

export const resetPersonFactor = defineRoute({
  method: 'POST',
  path: '/api/centres/:centre/people/:staffId/factor-reset',
  summary: 'Take a lost second factor from a person; ends their sessions',
  params: staffParams,
  body: z.strictObject({ reason }),
  response: done,
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
  secondFactor: z.boolean(),
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
export const resetAccountFactor = defineRoute({
  method: 'POST',
  path: '/api/installation/accounts/:id/factor-reset',
  summary: 'Take a lost second factor from an account but the own one; ends its sessions',
  params: accountParams,
  body: z.strictObject({ reason }),
  response: done,
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
