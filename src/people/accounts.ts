import { recordAbove } from '../audit/index.ts'
import { enterCentre, inReach } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import { insertAccount, lockAccount, selectAccounts, updateAccount } from './account-store.ts'
import { systemActor } from './actor.ts'
import { placeAccount } from './add-person.ts'
import type { PeopleContext } from './context.ts'
import type { InstallationAccount } from './contract.ts'
import { hashPassword, makeOneTimePassword } from './passwords.ts'
import type { PlaceCodes } from './people-policy.ts'
import { deleteSessionsOf } from './session-store.ts'
import type { SignedIn } from './sessions.ts'
import { selectPlaces } from './staff-store.ts'

/** Every account of the installation with its places. */
export async function listAccounts({ db }: PeopleContext): Promise<InstallationAccount[]> {
  return inReach(db, 'identity', async (scope) => {
    const places = Map.groupBy(await selectPlaces(scope), (place) => place.account_id)
    const rows = await selectAccounts(scope)
    return rows.map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      blocked: row.status === 'blocked',
      isInstallationAdmin: row.is_installation_admin,
      isDemo: row.is_demo,
      mustChangePassword: row.must_change_password,
      lockedUntil: row.locked_until?.toString() ?? null,
      lastSeenAt: row.last_seen_at?.toString() ?? null,
      secondFactor: row.has_factor,
      createdAt: row.created_at.toString(),
      places: (places.get(row.id) ?? []).map(({ slug, centre, role, position, active }) => ({
        slug,
        centre,
        role,
        position,
        active,
      })),
    }))
  })
}

/** Creates an account without a place; the password is shown once. */
export async function createAccount(
  { db, clock }: PeopleContext,
  actor: string,
  given: { login: string; name: string; isInstallationAdmin: boolean },
): Promise<{ id: string; oneTimePassword: string }> {
  const oneTimePassword = makeOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  const now = clock()
  const id = await inReach(db, 'identity', async (scope) => {
    const accountId = await insertAccount(scope, { ...given, passwordHash, mustChangePassword: true }, now)
    const { login, isInstallationAdmin } = given
    const data = { accountId, login, isInstallationAdmin }
    await recordAbove(scope, { at: now, actor, action: 'account-created', data })
    return accountId
  })
  return { id, oneTimePassword }
}

/** Renames, blocks or unblocks an account; blocking ends its sessions. Nobody blocks themselves. */
export async function changeAccount(
  { db, clock }: PeopleContext,
  signedIn: SignedIn,
  accountId: string,
  change: { name?: string | undefined; blocked?: boolean | undefined },
): Promise<void> {
  if (change.blocked && signedIn.account.id === accountId) {
    refuse('forbidden', 'own-account', 'Себя закрыть нельзя: это сделает другой администратор.')
  }
  await inReach(db, 'identity', async (scope) => {
    await lockAccount(scope, accountId)
    const { name, blocked } = change
    if (name === undefined && blocked === undefined) return
    const status = blocked ? ('blocked' as const) : ('active' as const)
    await updateAccount(scope, accountId, { name, ...(blocked === undefined ? {} : { status }) })
    if (blocked) await deleteSessionsOf(scope, accountId)
    const entry = { action: 'account-changed', data: { accountId, name, blocked } } as const
    await recordAbove(scope, { at: clock(), actor: signedIn.account.login, ...entry })
  })
}

/** Gives an account a place in a centre. Installation administrators have none: they see no resident. */
export async function grantPlace(
  { db, clock, loadCentre, vault }: PeopleContext,
  signedIn: SignedIn,
  given: PlaceCodes & { accountId: string; centre: string; position: string },
): Promise<{ staffId: string }> {
  const centre = await loadCentre(given.centre)
  const now = clock()
  return inReach(db, 'identity', async (scope) => {
    const account = await lockAccount(scope, given.accountId)
    if (account.is_installation_admin) {
      refuse(
        'forbidden',
        'admin-without-place',
        'Администратор установки не работает в центрах: заведите отдельную учётную запись.',
      )
    }
    await enterCentre(scope, centre.id)
    const actor = systemActor(signedIn.account.name)
    const { login, name } = account
    const staffId = await placeAccount({ scope, centre, actor, now, vault }, { ...given, login, name })
    const data = { accountId: given.accountId, centre: centre.slug, role: given.role }
    await recordAbove(scope, { at: now, actor: signedIn.account.login, action: 'place-granted', data })
    return { staffId }
  })
}
