import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/centre-scope.ts'
import type { Route } from '../platform/http/route.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { csrfHeader } from './contract.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from './cookies.ts'
import { authenticate, mustCarryCsrf, type SignedIn } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null for anyone. */
    signedIn: SignedIn | null
  }
  interface FastifyContextConfig {
    access?: Route['access']
  }
}

/** Routes that stay open while a one-time password waits to be changed. */
const openBeforePassword = new Set(['/api/session', '/api/sessions', '/api/password', '/api/language'])

/** Before any handler: who is it, may they call this route, does a change carry the session's token. */
export function guardRequests(
  server: FastifyInstance,
  given: { db: Database; clock: Clock; secure: boolean },
): void {
  server.decorate('secureCookies', given.secure)
  server.decorateRequest('signedIn', null)
  server.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access
    if (access === undefined) return
    refuseForeignPages(request)
    const token = sessionToken(request)
    request.signedIn = token === undefined ? null : await authenticate(given.db, token, given.clock())
    if (request.signedIn?.newToken) setSessionCookie(reply, request.signedIn.newToken)
    if (request.signedIn === null) {
      if (token !== undefined) clearSessionCookie(reply)
      if (access !== 'anyone') refuse('unauthenticated', 'signed-out', 'Войдите, чтобы продолжить.')
      return
    }
    checkSignedIn(request, request.signedIn, access)
  })
  server.addHook('onError', async (request, _reply, error) => {
    if (error instanceof Refusal && error.kind === 'forbidden') logForbidden(request, error.reason)
  })
}

function logForbidden(request: FastifyRequest, reason: string): void {
  const { method, routeOptions, id: requestId } = request
  const accountId = request.signedIn?.account.id ?? null
  request.log.warn({ requestId, method, route: routeOptions.url, reason, accountId }, 'forbidden')
}

function checkSignedIn(request: FastifyRequest, signedIn: SignedIn, access: Route['access']): void {
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && access !== 'anyone') mustCarryCsrf(signedIn, headerOf(request, csrfHeader))
  if (access === 'installation' && !signedIn.account.isInstallationAdmin) {
    refuse('forbidden', 'not-installation-admin', 'Это может только администратор установки.')
  }
  if (signedIn.account.mustChangePassword && !openBeforePassword.has(request.routeOptions.url ?? '')) {
    refuse('forbidden', 'must-change-password', 'Сначала смените разовый пароль на свой.')
  }
}

/** Who sent the request; refuses when nobody is signed in. */
export function mustBeSignedIn(request: FastifyRequest): SignedIn {
  return request.signedIn ?? refuse('unauthenticated', 'signed-out', 'Войдите, чтобы продолжить.')
}

// Signing in has no session and so no token yet: a page of another site must not do it for the person.
function refuseForeignPages(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    refuse(
      'forbidden',
      'foreign-page',
      'Запрос пришёл с другого сайта: откройте страницу программы и повторите.',
    )
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}
