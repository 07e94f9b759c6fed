import { randomUUIDv7 } from 'node:crypto'
import { hasFactor } from './factor/factor-store.ts'
import type { Scope } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'

/** What a new account is made of. */
export interface NewAccount {
  login: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  isInstallationAdmin?: boolean
  isDemo?: boolean
}

export async function findAccount(scope: Scope, login: string) {
  return scope.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst()
}

/** The account, locked for the transaction; refuses an unknown id. */
export async function lockAccount(scope: Scope, id: string) {
  const found = await scope
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found ?? refuse('not-found', 'no-account', 'Такой учётной записи нет: обновите список.')
}

/** Adds an account; refuses a login that is taken. */
export async function insertAccount(
  scope: Scope,
  account: NewAccount,
  now: Temporal.Instant,
): Promise<string> {
  const row = await scope
    .insertInto('accounts')
    .values({
      id: randomUUIDv7(),
      login: account.login,
      name: account.name,
      password_hash: account.passwordHash,
      must_change_password: account.mustChangePassword,
      is_installation_admin: account.isInstallationAdmin ?? false,
      is_demo: account.isDemo ?? false,
      created_at: now,
      password_changed_at: now,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? refuse('conflict', 'login-taken', `Логин «${account.login}» занят: выберите другой.`)
}

/** Sets a password and forgets wrong attempts. */
export async function setPassword(
  scope: Scope,
  accountId: string,
  change: { hash: string; mustChange: boolean; now: Temporal.Instant },
): Promise<void> {
  await scope
    .updateTable('accounts')
    .set({
      password_hash: change.hash,
      must_change_password: change.mustChange,
      password_changed_at: change.now,
      failed_attempts: 0,
      locked_until: null,
    })
    .where('id', '=', accountId)
    .execute()
}

/** Keeps a stronger hash of the same password. */
export async function replaceHash(scope: Scope, accountId: string, hash: string): Promise<void> {
  await scope.updateTable('accounts').set({ password_hash: hash }).where('id', '=', accountId).execute()
}

export async function setAttempts(
  scope: Scope,
  accountId: string,
  failed: number,
  lockedUntil: Temporal.Instant | null,
): Promise<void> {
  await scope
    .updateTable('accounts')
    .set({ failed_attempts: failed, locked_until: lockedUntil })
    .where('id', '=', accountId)
    .execute()
}

export async function updateAccount(
  scope: Scope,
  accountId: string,
  change: { name?: string | undefined; status?: 'active' | 'blocked'; language?: 'ru' | 'en' },
): Promise<void> {
  await scope.updateTable('accounts').set(change).where('id', '=', accountId).execute()
}

const accountsSeen = (scope: Scope) =>
  scope
    .selectFrom('accounts')
    .selectAll('accounts')
    .select((column) => [
      column
        .selectFrom('sessions')
        .select(({ fn }) => fn.max('last_seen_at').as('at'))
        .whereRef('sessions.account_id', '=', 'accounts.id')
        .as('last_seen_at'),
      hasFactor(column).as('has_factor'),
    ])

/** All accounts with the time each was last seen in a session that still stands. */
export async function selectAccounts(scope: Scope) {
  return accountsSeen(scope).orderBy('login').execute()
}

/** The accounts of the given ids, likewise. */
export async function selectAccess(scope: Scope, ids: readonly string[]) {
  return ids.length === 0 ? [] : accountsSeen(scope).where('accounts.id', 'in', ids).execute()
}

/** Demo accounts that may sign in, with their places. */
export async function selectDemoPlaces(scope: Scope) {
  return scope
    .selectFrom('accounts')
    .innerJoin('staff', 'staff.account_id', 'accounts.id')
    .innerJoin('centres', 'centres.id', 'staff.centre_id')
    .select(['accounts.login', 'accounts.name', 'staff.role', 'staff.position', 'centres.slug'])
    .where('accounts.is_demo', '=', true)
    .where('accounts.status', '=', 'active')
    .where('staff.active', '=', true)
    .where('centres.is_demo', '=', true)
    .orderBy('accounts.created_at')
    .orderBy('accounts.id')
    .execute()
}
