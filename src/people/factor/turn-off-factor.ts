import { recordAbove } from '../../audit/index.ts'
import { inReach } from '../../platform/db/centre-scope.ts'
import { refuse } from '../../platform/refusal.ts'
import { findAccount } from '../account-store.ts'
import { mustBeRight, takeCode } from './check-code.ts'
import type { PeopleContext } from '../context.ts'
import { deleteFactor } from './factor-store.ts'
import { verifyPassword } from '../passwords.ts'
import { rolesThatDemand } from './demanded-factor.ts'
import { refuseToWait } from '../refuse-to-wait.ts'
import type { SignedIn } from '../sessions.ts'
import type { SignInLimits } from '../sign-in.ts'

/** Turns the own second factor off by password and code; refuses while a role of the account demands it. */
export async function turnOffSecondFactor(
  context: PeopleContext,
  limits: SignInLimits,
  { signedIn, password, code }: { signedIn: SignedIn; password: string; code: string },
): Promise<void> {
  const { db, clock, vault } = context
  const { id: accountId, login } = signedIn.account
  const now = clock()
  const [demanding] = await rolesThatDemand(context, signedIn)
  if (demanding) {
    refuse(
      'forbidden',
      'factor-demanded',
      `Второго фактора требует устав центра от роли «${demanding.role}» (${demanding.centre}): выключить его нельзя.`,
    )
  }
  const wait = limits.byLogin.take(login, now)
  if (wait !== null) refuseToWait(wait)
  const account = await inReach(db, 'identity', (scope) => findAccount(scope, login))
  if (!account || !(await verifyPassword(password, account.password_hash))) {
    refuse('invalid', 'wrong-current-password', 'Пароль введён неверно.')
  }
  const outcome = await inReach(db, 'identity', async (scope) => {
    const taken = await takeCode(scope, vault, { accountId, login, code, now })
    if (taken.is === 'right') {
      await deleteFactor(scope, accountId)
      await recordAbove(scope, { at: now, actor: login, action: 'factor-turned-off', data: { accountId } })
    }
    return taken
  })
  mustBeRight(outcome, 'invalid', now)
}
