import * as z from 'zod'
import { installationEntry } from '../audit/contract.ts'
import { defineRoute, done } from '../platform/http/route.ts'
import { givenCode } from './contract-session.ts'

const moment = z.iso.datetime({ offset: true })
const givenPassword = z.string().min(1, 'введите пароль').max(1000, 'слишком длинный пароль')
/** Codes for a lost telephone, shown once. */
const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

/** How the signed-in person signs in. */
export const ownSignIn = z.strictObject({
  factor: z.strictObject({
    /** Since when it is on; null when it is off. */
    since: moment.nullable(),
    recoveryCodesLeft: z.int(),
    /** Roles of which a charter demands it, by name, with the short names of their centres. */
    demandedBy: z.array(z.strictObject({ role: z.string(), centre: z.string() })),
    /** True when turning it on asks for the password: signing in was long ago. */
    asksPassword: z.boolean(),
    mayTurnOn: z.boolean(),
  }),
  sessions: z.array(
    z.strictObject({
      id: z.uuid(),
      isThis: z.boolean(),
      since: moment,
      lastSeenAt: moment,
      address: z.string().nullable(),
      /** What the browser calls itself. */
      agent: z.string().nullable(),
    }),
  ),
  /** What happened last to the account, newest first. */
  events: z.array(installationEntry),
})
export type OwnSignIn = z.infer<typeof ownSignIn>

export const readOwnSignIn = defineRoute({
  method: 'GET',
  path: '/api/account',
  summary: 'The own second factor, open sessions and last events of the account',
  response: ownSignIn,
  access: 'signed-in',
})
export const endOwnSession = defineRoute({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  summary: 'End one of the own sessions',
  params: z.object({ id: z.uuid() }),
  response: done,
  access: 'signed-in',
})
export const beginSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/account/factor',
  summary: 'Make a secret for an authenticator; it is asked for only after it is proved',
  body: z.strictObject({ password: givenPassword.optional() }),
  response: z.strictObject({ key: z.string(), uri: z.string() }),
  access: 'signed-in',
})
export const proveSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/account/factor/proof',
  summary: 'Turn the second factor on by the first code; answers with the recovery codes, shown once',
  body: z.strictObject({ code: givenCode }),
  response: recoveryCodes,
  access: 'signed-in',
})
export const turnOffSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/account/factor/off',
  summary: 'Turn the second factor off by password and code',
  body: z.strictObject({ password: givenPassword, code: givenCode }),
  response: done,
  access: 'signed-in',
})
export const renewRecoveryCodes = defineRoute({
  method: 'POST',
  path: '/api/account/factor/recovery-codes',
  summary: 'New recovery codes in place of the former ones; asks for a code',
  body: z.strictObject({ code: givenCode }),
  response: recoveryCodes,
  access: 'signed-in',
})
