import { recordAbove } from '../audit/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import { findAccount, lockAccount, replaceHash, selectDemoPlaces, setAttempts } from './account-store.ts'
import type { PeopleContext } from './context.ts'
import { findFactor } from './factor/factor-store.ts'
import { openHalfSession } from './factor/half-sessions.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { hashPassword, needsRehash, spendTime, verifyPassword } from './passwords.ts'
import { refuseToWait } from './refuse-to-wait.ts'
import { idleLimit, lockedUntil } from './session-rules.ts'
import { deleteOldSessions } from './session-store.ts'
import { openSession, type Origin } from './sessions.ts'

/** Sign-ins let through per minute: by address (an office stands behind one) and by login. */
export interface SignInLimits {
  byAddress: Limiter
  byLogin: Limiter
}

export function createSignInLimits(): SignInLimits {
  return {
    byAddress: createLimiter({ most: 60, seconds: 60 }),
    byLogin: createLimiter({ most: 10, seconds: 60 }),
  }
}

/** The token of a session, or of the half of one that awaits the code of the second factor. */
export type SignInStep = { token: string; awaitsCode: boolean }

/** Signs in with login and password; refuses wrong ones alike whether or not the login exists. */
export async function signIn(
  { db, clock }: PeopleContext,
  limits: SignInLimits,
  given: { login: string; password: string; origin: Origin },
): Promise<SignInStep> {
  const now = clock()
  const wait = limits.byAddress.take(given.origin.address ?? '', now) ?? limits.byLogin.take(given.login, now)
  if (wait !== null) refuseToWait(wait)
  const account = await inReach(db, 'identity', (scope) => findAccount(scope, given.login))
  if (account?.locked_until && Temporal.Instant.compare(account.locked_until, now) > 0) {
    refuseToWait(account.locked_until.since(now).total('seconds'))
  }
  const isRight = account
    ? await verifyPassword(given.password, account.password_hash)
    : await spendTime(given.password)
  if (!account || !isRight) {
    if (account) await countFailure({ db, now }, account)
    refuse('unauthenticated', 'wrong-password', 'Неверный логин или пароль: проверьте раскладку и Caps Lock.')
  }
  if (account.status !== 'active') {
    refuse('forbidden', 'account-blocked', 'Учётная запись закрыта: обратитесь к администратору.')
  }
  const stronger = needsRehash(account.password_hash) ? await hashPassword(given.password) : null
  return inReach(db, 'identity', async (scope) => {
    if (stronger) await replaceHash(scope, account.id, stronger)
    if (account.failed_attempts > 0) await setAttempts(scope, account.id, 0, null)
    await deleteOldSessions(scope, now, now.subtract(idleLimit))
    if (await findFactor(scope, account.id)) {
      return { token: await openHalfSession(scope, account.id, now), awaitsCode: true }
    }
    await recordAbove(scope, {
      at: now,
      actor: account.login,
      action: 'signed-in',
      data: { accountId: account.id },
    })
    const { token } = await openSession(scope, account.id, given.origin, now)
    return { token, awaitsCode: false }
  })
}

/** Signs in as a person of the demo centre without a password; refuses anywhere but on a loopback address. */
export async function signInDemo(
  { db, clock, isLoopback }: PeopleContext,
  given: { login: string; origin: Origin },
): Promise<{ token: string }> {
  return inReach(db, 'identity', async (scope) => {
    const places = isLoopback ? await selectDemoPlaces(scope) : []
    const account = places.some((place) => place.login === given.login)
      ? await findAccount(scope, given.login)
      : undefined
    if (!account) {
      refuse(
        'forbidden',
        'no-demo',
        'Вход без пароля есть только для показа на этом компьютере: войдите с паролем.',
      )
    }
    const now = clock()
    await recordAbove(scope, {
      at: now,
      actor: account.login,
      action: 'signed-in',
      data: { accountId: account.id },
    })
    return openSession(scope, account.id, given.origin, now)
  })
}

async function countFailure(
  { db, now }: { db: PeopleContext['db']; now: Temporal.Instant },
  { id, login }: { id: string; login: string },
): Promise<void> {
  await inReach(db, 'identity', async (scope) => {
    const failed = (await lockAccount(scope, id)).failed_attempts + 1
    const until = lockedUntil(failed, now)
    await setAttempts(scope, id, failed, until)
    if (!until) return
    const data = { accountId: id, attempts: failed }
    await recordAbove(scope, { at: now, actor: login, action: 'sign-in-locked', data })
  })
}
