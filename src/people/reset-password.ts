import { record, recordAbove } from '../audit/index.ts'
import { inReach, type Scope } from '../platform/db/centre-scope.ts'
import { lockAccount, setPassword } from './account-store.ts'
import type { PeopleContext } from './context.ts'
import { type Desk, mustHave } from './desk.ts'
import { withIdentity } from './identity.ts'
import { hashPassword, makeOneTimePassword } from './passwords.ts'
import { mustBeAnother, mustBeOursAlone } from './people-policy.ts'
import { deleteSessionsOf } from './session-store.ts'
import type { SignedIn } from './sessions.ts'
import { countPlaces, lockStaff } from './staff-store.ts'

/** Gives a person of the centre a password shown once; refuses for an account that opens more than this centre. */
export async function resetPersonPassword(desk: Desk, staffId: string): Promise<{ oneTimePassword: string }> {
  mustHave(desk.actor, 'people.manage', 'вести сотрудников')
  mustBeAnother(desk.actor, staffId)
  const { scope, centre, now } = desk
  const { account_id: accountId } = await lockStaff(scope, centre.id, staffId)
  const { oneTimePassword, hash } = await makePassword()
  await withIdentity(scope, async () => {
    const account = await lockAccount(scope, accountId)
    const centres = await countPlaces(scope, accountId)
    mustBeOursAlone({ isInstallationAdmin: account.is_installation_admin, centres, isDemo: account.is_demo })
    await replacePassword(scope, accountId, hash, now)
  })
  await record(desk, { action: 'password-reset', data: { staffId } })
  return { oneTimePassword }
}

/** Gives any account a password shown once, as the installation's administrator. */
export async function resetAccountPassword(
  { db, clock }: PeopleContext,
  signedIn: SignedIn,
  accountId: string,
): Promise<{ oneTimePassword: string }> {
  const now = clock()
  const { oneTimePassword, hash } = await makePassword()
  await inReach(db, 'identity', async (scope) => {
    await lockAccount(scope, accountId)
    await replacePassword(scope, accountId, hash, now)
    const entry = { action: 'account-password-reset', data: { accountId } } as const
    await recordAbove(scope, { at: now, actor: signedIn.account.login, ...entry })
  })
  return { oneTimePassword }
}

async function makePassword(): Promise<{ oneTimePassword: string; hash: string }> {
  const oneTimePassword = makeOneTimePassword()
  return { oneTimePassword, hash: await hashPassword(oneTimePassword) }
}

async function replacePassword(
  scope: Scope,
  accountId: string,
  hash: string,
  now: Temporal.Instant,
): Promise<void> {
  await setPassword(scope, accountId, { hash, mustChange: true, now })
  await deleteSessionsOf(scope, accountId)
}
