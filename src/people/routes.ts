import type { FastifyReply, FastifyRequest } from 'fastify'
import { inReach } from '../platform/db/centre-scope.ts'
import type { Serve } from '../platform/http/serve.ts'
import { refuse } from '../platform/refusal.ts'
import { changeAccount, createAccount, grantPlace, listAccounts } from './accounts.ts'
import { addPerson } from './add-person.ts'
import { changeLanguage, changePassword } from './change-password.ts'
import { changePerson } from './change-person.ts'
import type { PeopleContext } from './context.ts'
import * as routes from './contract.ts'
import type { ServeAtDesk } from './desk.ts'
import {
  clearHalfSessionCookie,
  clearSessionCookie,
  halfSessionToken,
  setHalfSessionCookie,
  setSessionCookie,
} from './cookies.ts'
import { awaitsCode, finishSignIn } from './factor/finish-sign-in.ts'
import { mustBeSignedIn } from './guard.ts'
import { listPeople } from './list-people.ts'
import { ownSignInRoutes } from './own-routes.ts'
import { readSession } from './read-session.ts'
import { resetAccountFactor, resetPersonFactor } from './factor/reset-factor.ts'
import { resetAccountPassword, resetPersonPassword } from './reset-password.ts'
import { deleteSession } from './session-store.ts'
import { authenticate, type Origin, type SignedIn } from './sessions.ts'
import { createSignInLimits, signIn, signInDemo } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

const ok = { ok: true as const }

/** Serves signing in and out and the own password. */
export function sessionRoutes(serve: Serve, context: PeopleContext): void {
  const limits = createSignInLimits()
  ownSignInRoutes(serve, context, limits)
  serve(routes.readSession, async ({ request }) => {
    const { signedIn } = request
    return readSession(
      context,
      signedIn,
      signedIn === null && (await awaitsCode(context, halfSessionToken(request))),
    )
  })
  serve(routes.signIn, async ({ body, request, reply }) => {
    const step = await signIn(context, limits, { ...body, origin: originOf(request) })
    if (!step.awaitsCode) return startSession(context, request, reply, step.token)
    await endFormer(context, request.signedIn)
    clearSessionCookie(reply)
    setHalfSessionCookie(reply, step.token)
    return readSession(context, null, true)
  })
  serve(routes.giveCode, async ({ body, request, reply }) => {
    const given = { ...body, halfToken: halfSessionToken(request), origin: originOf(request) }
    const { token } = await finishSignIn(context, limits, given)
    clearHalfSessionCookie(reply)
    return startSession(context, request, reply, token)
  })
  serve(routes.signInDemo, async ({ body, request, reply }) => {
    const { token } = await signInDemo(context, { ...body, origin: originOf(request) })
    return startSession(context, request, reply, token)
  })
  serve(routes.signOut, async ({ request, reply }) => {
    await signOut(context, mustBeSignedIn(request))
    clearSessionCookie(reply)
    return ok
  })
  serve(routes.signOutEverywhere, async ({ request, reply }) => {
    await signOutEverywhere(context, mustBeSignedIn(request))
    clearSessionCookie(reply)
    return ok
  })
  serve(routes.changePassword, async ({ body, request, reply }) => {
    const given = { ...body, signedIn: mustBeSignedIn(request), origin: originOf(request) }
    const { token } = await changePassword(context, limits.byLogin, given)
    return startSession(context, request, reply, token)
  })
  serve(routes.changeLanguage, async ({ body, request }) => {
    await changeLanguage(context, mustBeSignedIn(request), body.language)
    return ok
  })
}

/** Serves the people of a centre. */
export function peopleRoutes(serveAtDesk: ServeAtDesk): void {
  serveAtDesk(routes.listPeople, async (desk) => {
    const { charter } = desk.centre
    return {
      people: await listPeople(desk),
      roles: charter.roles.map(({ code, name, permissions, reach, secondFactor }) => ({
        code,
        name,
        permissions,
        reach,
        secondFactor,
      })),
      sectorBlocks: charter.sectorBlocks.map(({ code, name }) => ({ code, name })),
      organisations: charter.organisations.map(({ code, name }) => ({ code, name })),
    }
  })
  serveAtDesk(routes.addPerson, (desk, { body }) => addPerson(desk, body))
  serveAtDesk(routes.changePerson, (desk, { params, body }) => changePerson(desk, params.staffId, body))
  serveAtDesk(routes.resetPersonPassword, (desk, { params }) => resetPersonPassword(desk, params.staffId))
  serveAtDesk(routes.resetPersonFactor, async (desk, { params, body }) => {
    await resetPersonFactor(desk, params.staffId, body.reason)
    return ok
  })
}

/** Serves the accounts of the installation. */
export function accountRoutes(serve: Serve, context: PeopleContext): void {
  serve(routes.listAccounts, async () => ({ accounts: await listAccounts(context) }))
  serve(routes.createAccount, ({ body, request }) =>
    createAccount(context, mustBeSignedIn(request).account.login, body),
  )
  serve(routes.changeAccount, async ({ params, body, request }) => {
    await changeAccount(context, mustBeSignedIn(request), params.id, body)
    return ok
  })
  serve(routes.resetAccountPassword, ({ params, request }) =>
    resetAccountPassword(context, mustBeSignedIn(request), params.id),
  )
  serve(routes.resetAccountFactor, async ({ params, body, request }) => {
    await resetAccountFactor(context, mustBeSignedIn(request), { ...body, accountId: params.id })
    return ok
  })
  serve(routes.grantPlace, ({ params, body, request }) =>
    grantPlace(context, mustBeSignedIn(request), { ...body, accountId: params.id }),
  )
}

async function startSession(
  context: PeopleContext,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
) {
  await endFormer(context, request.signedIn)
  const signedIn = await authenticate(context.db, token, context.clock())
  if (!signedIn) refuse('unauthenticated', 'signed-out', 'Войдите ещё раз.')
  setSessionCookie(reply, token)
  return readSession(context, signedIn)
}

// Signing in over a session ends it: its cookie is about to be replaced.
async function endFormer({ db }: PeopleContext, former: SignedIn | null): Promise<void> {
  if (former) await inReach(db, 'identity', (scope) => deleteSession(scope, former.sessionHash))
}

function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, agent: request.headers['user-agent'] ?? null }
}
