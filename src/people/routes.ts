import type { FastifyReply, FastifyRequest } from 'fastify'
import { inReach } from '../platform/db/centre-scope.ts'
import type { Serve } from '../platform/http/serve.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import { changeAccount, createAccount, grantPlace, listAccounts } from './accounts.ts'
import { addPerson } from './add-person.ts'
import { changeLanguage, changePassword } from './change-password.ts'
import { changePerson } from './change-person.ts'
import type { PeopleContext } from './context.ts'
import * as routes from './contract.ts'
import type { ServeAtDesk } from './desk.ts'
import { clearSessionCookie, mustBeSignedIn, setSessionCookie } from './guard.ts'
import { listPeople } from './list-people.ts'
import { readSession } from './read-session.ts'
import { resetAccountPassword, resetPersonPassword } from './reset-password.ts'
import { deleteSession } from './session-store.ts'
import { authenticate, type Origin, type SignedIn } from './sessions.ts'
import { createSignInLimits, signIn, signInDemo } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

const ok = { ok: true as const }

/** Serves signing in and out and the own password. */
export function sessionRoutes(serve: Serve, context: PeopleContext): void {
  const limits = createSignInLimits()
  serve(routes.readSession, ({ request }) => readSession(context, request.signedIn))
  serve(routes.signIn, async ({ body, request, reply }) => {
    const { token } = await signIn(context, limits, { ...body, origin: originOf(request) })
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
      roles: charter.roles.map(({ code, name, permissions, reach }) => ({ code, name, permissions, reach })),
      sectorBlocks: charter.sectorBlocks.map(({ code, name }) => ({ code, name })),
      organisations: charter.organisations.map(({ code, name }) => ({ code, name })),
    }
  })
  serveAtDesk(routes.addPerson, (desk, { body }) => addPerson(desk, body))
  serveAtDesk(routes.changePerson, (desk, { params, body }) => changePerson(desk, params.staffId, body))
  serveAtDesk(routes.resetPersonPassword, (desk, { params }) => resetPersonPassword(desk, params.staffId))
}

/** Serves the accounts of the installation. */
export function accountRoutes(serve: Serve, context: PeopleContext, vault: Vault): void {
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
  serve(routes.grantPlace, ({ params, body, request }) =>
    grantPlace(context, vault, mustBeSignedIn(request), { ...body, accountId: params.id }),
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
