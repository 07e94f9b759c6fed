import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** True of what `newToken` could have made: anything else need not be looked for. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
