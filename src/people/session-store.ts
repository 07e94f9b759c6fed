import { randomUUIDv7 } from 'node:crypto'
import type { Scope } from '../platform/db/centre-scope.ts'
import { hasFactor } from './factor/factor-store.ts'
import { deleteHalfSessionsOf } from './factor/half-sessions.ts'

/** A session with its account and active places, a row for each place (or one without), found by the present or the previous token's hash. */
export async function findSession(scope: Scope, tokenHash: Buffer) {
  return scope
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .leftJoin('staff', (join) =>
      join.onRef('staff.account_id', '=', 'accounts.id').on('staff.active', '=', true),
    )
    .leftJoin('centres', 'centres.id', 'staff.centre_id')
    .select((column) => [
      'sessions.token_hash',
      'sessions.account_id',
      'sessions.csrf_token',
      'sessions.created_at',
      'sessions.last_seen_at',
      'sessions.expires_at',
      'sessions.rotated_at',
      'accounts.login',
      'accounts.name',
      'accounts.language',
      'accounts.status',
      'accounts.must_change_password',
      'accounts.is_installation_admin',
      'accounts.is_demo',
      hasFactor(column).as('has_factor'),
      'staff.centre_id',
      'staff.id as staff_id',
      'staff.name as staff_name',
      'staff.position',
      'staff.role',
      'staff.sector_block',
      'staff.organisation',
      'centres.slug',
      'centres.edition',
      'centres.sorter_model',
    ])
    .where((where) =>
      where.or([where('token_hash', '=', tokenHash), where('previous_token_hash', '=', tokenHash)]),
    )
    .orderBy('centres.name')
    .execute()
}

export async function insertSession(
  scope: Scope,
  row: {
    tokenHash: Buffer
    accountId: string
    csrfToken: string
    now: Temporal.Instant
    expiresAt: Temporal.Instant
    address: string | null
    agent: string | null
  },
): Promise<void> {
  await scope
    .insertInto('sessions')
    .values({
      token_hash: row.tokenHash,
      id: randomUUIDv7(),
      account_id: row.accountId,
      csrf_token: row.csrfToken,
      created_at: row.now,
      last_seen_at: row.now,
      rotated_at: row.now,
      expires_at: row.expiresAt,
      address: row.address,
      agent: row.agent,
    })
    .execute()
}

/** Gives a session a new token, unless another request has just done so; tells whether it did. */
export async function changeToken(
  scope: Scope,
  change: { stored: Buffer; presented: Buffer; next: Buffer; now: Temporal.Instant },
): Promise<boolean> {
  const result = await scope
    .updateTable('sessions')
    .set({
      token_hash: change.next,
      previous_token_hash: change.presented,
      rotated_at: change.now,
      last_seen_at: change.now,
    })
    .where('token_hash', '=', change.stored)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function touchSession(scope: Scope, tokenHash: Buffer, now: Temporal.Instant): Promise<void> {
  await scope.updateTable('sessions').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).execute()
}

export async function deleteSession(scope: Scope, tokenHash: Buffer): Promise<void> {
  await scope.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Ends the sessions of an account, all or all but one, and those half open. */
export async function deleteSessionsOf(scope: Scope, accountId: string, except?: Buffer): Promise<void> {
  await scope
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(except !== undefined, (query) => query.where('token_hash', '!=', except as Buffer))
    .execute()
  await deleteHalfSessionsOf(scope, accountId)
}

/** The sessions of an account that still stand, the one seen last first. */
export async function sessionsOf(
  scope: Scope,
  accountId: string,
  now: Temporal.Instant,
  idleSince: Temporal.Instant,
) {
  return scope
    .selectFrom('sessions')
    .select(['id', 'token_hash', 'created_at', 'last_seen_at', 'address', 'agent'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Ends one session of an account; tells whether there was one. */
export async function deleteSessionById(scope: Scope, accountId: string, id: string): Promise<boolean> {
  const result = await scope
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Removes sessions that are over by the clock. */
export async function deleteOldSessions(
  scope: Scope,
  now: Temporal.Instant,
  idleSince: Temporal.Instant,
): Promise<void> {
  await scope
    .deleteFrom('sessions')
    .where((where) => where.or([where('expires_at', '<', now), where('last_seen_at', '<', idleSince)]))
    .execute()
}

/** The centres in which an account works, by name. */
export async function placesOf(scope: Scope, accountId: string) {
  return scope
    .selectFrom('staff')
    .innerJoin('centres', 'centres.id', 'staff.centre_id')
    .select([
      'staff.centre_id',
      'staff.id as staff_id',
      'staff.name as staff_name',
      'staff.position',
      'staff.role',
      'staff.sector_block',
      'staff.organisation',
      'centres.slug',
      'centres.edition',
      'centres.sorter_model',
    ])
    .where('staff.account_id', '=', accountId)
    .where('staff.active', '=', true)
    .orderBy('centres.name')
    .execute()
}

/** True while a session, known by its account and token of changes through every rotation, has not ended. */
export async function sessionStands(
  scope: Scope,
  session: { accountId: string; csrfToken: string; now: Temporal.Instant },
): Promise<boolean> {
  const found = await scope
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select('sessions.expires_at')
    .where('sessions.account_id', '=', session.accountId)
    .where('sessions.csrf_token', '=', session.csrfToken)
    .where('sessions.expires_at', '>', session.now)
    .where('accounts.status', '=', 'active')
    .executeTakeFirst()
  return found !== undefined
}
