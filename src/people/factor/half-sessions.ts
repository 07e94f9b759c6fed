import type { Scope } from '../../platform/db/centre-scope.ts'
import { halfSessionLimit } from './factor-rules.ts'
import { hashOf, isToken, newToken } from '../tokens.ts'

/** Notes that an account's password was right and its code is awaited; the token goes into a cookie and is kept nowhere. */
export async function openHalfSession(
  scope: Scope,
  accountId: string,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  await scope.deleteFrom('half_sessions').where('expires_at', '<', now).execute()
  await scope
    .insertInto('half_sessions')
    .values({
      token_hash: hashOf(token),
      account_id: accountId,
      begun_at: now,
      expires_at: now.add(halfSessionLimit),
    })
    .execute()
  return token
}

/** Whose code a half-session awaits; undefined when it is over or the account is closed. */
export async function findHalfSession(scope: Scope, token: string | undefined, now: Temporal.Instant) {
  if (token === undefined || !isToken(token)) return undefined
  return scope
    .selectFrom('half_sessions')
    .innerJoin('accounts', 'accounts.id', 'half_sessions.account_id')
    .select(['half_sessions.token_hash', 'accounts.id', 'accounts.login'])
    .where('half_sessions.token_hash', '=', hashOf(token))
    .where('half_sessions.expires_at', '>', now)
    .where('accounts.status', '=', 'active')
    .executeTakeFirst()
}

export async function deleteHalfSessionsOf(scope: Scope, accountId: string): Promise<void> {
  await scope.deleteFrom('half_sessions').where('account_id', '=', accountId).execute()
}
