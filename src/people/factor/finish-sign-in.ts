import { recordAbove } from '../../audit/index.ts'
import { inReach } from '../../platform/db/centre-scope.ts'
import { refuse } from '../../platform/refusal.ts'
import { mustBeRight, takeCode } from './check-code.ts'
import type { PeopleContext } from '../context.ts'
import { deleteHalfSessionsOf, findHalfSession } from './half-sessions.ts'
import { refuseToWait } from '../refuse-to-wait.ts'
import { openSession, type Origin } from '../sessions.ts'
import type { SignInLimits } from '../sign-in.ts'

/** True while a request carries a right password that waits for its code. */
export async function awaitsCode(
  { db, clock }: PeopleContext,
  halfToken: string | undefined,
): Promise<boolean> {
  if (halfToken === undefined) return false
  const found = await inReach(db, 'identity', (scope) => findHalfSession(scope, halfToken, clock()))
  return found !== undefined
}

/** The second step: a session for a right password and a right code. */
export async function finishSignIn(
  { db, clock, vault }: PeopleContext,
  limits: SignInLimits,
  given: { halfToken: string | undefined; code: string; origin: Origin },
): Promise<{ token: string }> {
  const now = clock()
  const wait = limits.byAddress.take(given.origin.address ?? '', now)
  if (wait !== null) refuseToWait(wait)
  const { outcome, token } = await inReach(db, 'identity', async (scope) => {
    const half =
      (await findHalfSession(scope, given.halfToken, now)) ??
      refuse('unauthenticated', 'password-again', 'Время на код вышло: введите логин и пароль ещё раз.')
    const { id: accountId, login } = half
    const taken = await takeCode(scope, vault, { accountId, login, code: given.code, now })
    if (taken.is !== 'right') return { outcome: taken, token: '' }
    await deleteHalfSessionsOf(scope, accountId)
    const data = {
      accountId,
      by: taken.by,
      ...(taken.wrongBefore > 0 ? { wrongCodes: taken.wrongBefore } : {}),
    }
    await recordAbove(scope, { at: now, actor: login, action: 'signed-in', data })
    return { outcome: taken, token: (await openSession(scope, accountId, given.origin, now)).token }
  })
  mustBeRight(outcome, 'unauthenticated', now)
  return { token }
}
