import type { FastifyReply, FastifyRequest } from 'fastify'
import { halfSessionLimit } from './factor/factor-rules.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** True when people come over https: cookies are then sent over nothing else. */
    secureCookies: boolean
  }
}

type CookieName = 'otklik' | 'otklik-step'

// Over https the `__Host-` prefix ties the cookie to this very host.
function nameFor(request: FastifyRequest, name: CookieName): string {
  return request.server.secureCookies ? `__Host-${name}` : name
}

function optionsFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: request.server.secureCookies }
}

/** The session's token that a request carries. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request, 'otklik')]
}

/** Puts the session's token into a cookie that scripts cannot read; it ends with the browser. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(nameFor(reply.request, 'otklik'), token, optionsFor(reply.request))
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(nameFor(reply.request, 'otklik'), optionsFor(reply.request))
}

/** The token of a half-session that a request carries. */
export function halfSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request, 'otklik-step')]
}

/** Remembers that the password was right, for as long as the code may be given. */
export function setHalfSessionCookie(reply: FastifyReply, token: string): void {
  const options = { ...optionsFor(reply.request), sameSite: 'strict' as const }
  const maxAge = halfSessionLimit.total('seconds')
  reply.setCookie(nameFor(reply.request, 'otklik-step'), token, { ...options, maxAge })
}

export function clearHalfSessionCookie(reply: FastifyReply): void {
  const options = { ...optionsFor(reply.request), sameSite: 'strict' as const }
  reply.clearCookie(nameFor(reply.request, 'otklik-step'), options)
}
