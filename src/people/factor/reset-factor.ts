import { record, recordAbove, withoutContacts } from '../../audit/index.ts'
import { type Database, inReach, type Scope } from '../../platform/db/centre-scope.ts'
import { refuse } from '../../platform/refusal.ts'
import { findAccount, lockAccount } from '../account-store.ts'
import type { PeopleContext } from '../context.ts'
import { type Desk, mustHave } from '../desk.ts'
import { deleteFactor } from './factor-store.ts'
import { withIdentity } from '../identity.ts'
import { mustBeAnother, mustBeOursAlone } from '../people-policy.ts'
import { deleteSessionsOf } from '../session-store.ts'
import type { SignedIn } from '../sessions.ts'
import { countPlaces, lockStaff } from '../staff-store.ts'

type Act = { accountId: string; actor: string; reason: string; now: Temporal.Instant }

/** Takes a lost second factor from a person of the centre; refuses for an account that opens more than this centre. */
export async function resetPersonFactor(desk: Desk, staffId: string, reason: string): Promise<void> {
  mustHave(desk.actor, 'people.manage', 'вести сотрудников')
  mustBeAnother(desk.actor, staffId)
  const { scope, centre, now, actor } = desk
  const { account_id: accountId } = await lockStaff(scope, centre.id, staffId)
  await withIdentity(scope, async () => {
    const account = await lockAccount(scope, accountId)
    const centres = await countPlaces(scope, accountId)
    mustBeOursAlone({ isInstallationAdmin: account.is_installation_admin, centres, isDemo: account.is_demo })
    await reset(scope, { accountId, actor: actor.name, reason, now })
  })
  await record(desk, { action: 'factor-reset', data: { staffId }, reason })
}

/** Takes a lost second factor from any account but the own one, as the installation's administrator. */
export async function resetAccountFactor(
  { db, clock }: PeopleContext,
  signedIn: SignedIn,
  given: { accountId: string; reason: string },
): Promise<void> {
  if (signedIn.account.id === given.accountId) {
    refuse(
      'forbidden',
      'own-account',
      'Свой второй фактор выключают паролем и кодом; без телефона это сделает другой администратор.',
    )
  }
  await inReach(db, 'identity', async (scope) => {
    await lockAccount(scope, given.accountId)
    await reset(scope, { ...given, actor: signedIn.account.login, now: clock() })
  })
}

/** The same from the command line, for whoever keeps the machine. */
export async function resetFactorOf(
  db: Database,
  given: { login: string; reason: string; now: Temporal.Instant },
): Promise<void> {
  await inReach(db, 'identity', async (scope) => {
    const account =
      (await findAccount(scope, given.login)) ??
      refuse('not-found', 'no-account', `Учётной записи «${given.login}» нет: проверьте логин.`)
    await reset(scope, {
      accountId: account.id,
      actor: 'командная строка',
      reason: given.reason,
      now: given.now,
    })
  })
}

async function reset(scope: Scope, { accountId, actor, reason, now }: Act): Promise<void> {
  if (!(await deleteFactor(scope, accountId))) {
    refuse('conflict', 'no-factor', 'Второй фактор у этой учётной записи не включён: сбрасывать нечего.')
  }
  await deleteSessionsOf(scope, accountId)
  const data = { accountId, reason: withoutContacts(reason) }
  await recordAbove(scope, { at: now, actor, action: 'account-factor-reset', data })
}
