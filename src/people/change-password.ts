import { recordAbove } from '../audit/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import { findAccount, setPassword, updateAccount } from './account-store.ts'
import type { PeopleContext } from './context.ts'
import type { Limiter } from './limiter.ts'
import { mustBeStrong } from './password-rules.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { deleteSessionsOf } from './session-store.ts'
import { openSession, type Origin, type SignedIn } from './sessions.ts'

/** Changes the own password, ends all sessions and opens a new one for the one who changed it. */
export async function changePassword(
  { db, clock }: PeopleContext,
  byLogin: Limiter,
  given: { signedIn: SignedIn; current: string; next: string; origin: Origin },
): Promise<{ token: string }> {
  const { account } = given.signedIn
  const now = clock()
  if (account.isDemo) {
    refuse('forbidden', 'demo-account', 'У показательной учётной записи пароль не меняют.')
  }
  if (byLogin.take(account.login, now) !== null) {
    refuse('too-many', 'wait', 'Слишком много попыток: повторите через минуту.')
  }
  const found = await inReach(db, 'identity', (scope) => findAccount(scope, account.login))
  if (!found || !(await verifyPassword(given.current, found.password_hash))) {
    refuse('invalid', 'wrong-current-password', 'Нынешний пароль введён неверно.')
  }
  if (given.current === given.next) refuse('invalid', 'same-password', 'Новый пароль совпадает с нынешним.')
  mustBeStrong(given.next, account.login)
  const hash = await hashPassword(given.next)
  return inReach(db, 'identity', async (scope) => {
    await setPassword(scope, account.id, { hash, mustChange: false, now })
    await deleteSessionsOf(scope, account.id)
    const entry = { action: 'password-changed', data: { accountId: account.id } } as const
    await recordAbove(scope, { at: now, actor: account.login, ...entry })
    return openSession(scope, account.id, given.origin, now)
  })
}

/** Keeps the language of the screens with the account. */
export async function changeLanguage(
  { db }: PeopleContext,
  { account }: SignedIn,
  language: 'ru' | 'en',
): Promise<void> {
  await inReach(db, 'identity', (scope) => updateAccount(scope, account.id, { language }))
}
