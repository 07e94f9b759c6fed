import { recordAbove } from '../audit/index.ts'
import type { Centre } from '../charter/index.ts'
import { type Database, inReach } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Vault } from '../platform/vault.ts'
import { findAccount, insertAccount } from './account-store.ts'
import { systemActor } from './actor.ts'
import { placeAccount, placeNewAccount } from './add-person.ts'
import { atDeskOf } from './at-desk.ts'
import { login as loginShape } from './contract.ts'
import { mustBeStrong } from './password-rules.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import type { PlaceCodes } from './people-policy.ts'

type Given = Partial<Omit<PlaceCodes, 'role'>> & {
  login: string
  role: string
  password: string
  name?: string
  position?: string
}

/**
 * Adds a person from the command line: a new account, or a place for an account that stands already and has this very
 * password. Refuses a bad login, a weak password and a role that the charter does not know.
 */
export async function addUser(
  db: Database,
  at: { centre: Centre; now: Temporal.Instant; vault: Vault },
  given: Given,
): Promise<{ login: string; staffId: string; created: boolean }> {
  const login = checkedLogin(given.login)
  const person = {
    login,
    name: given.name ?? login,
    position: given.position ?? at.centre.roles.get(given.role)?.name ?? '',
    role: given.role,
    sectorBlock: given.sectorBlock ?? null,
    organisation: given.organisation ?? null,
  }
  const actor = systemActor('командная строка')
  const account = await inReach(db, 'identity', (scope) => findAccount(scope, login))
  if (account) {
    if (!(await verifyPassword(given.password, account.password_hash))) {
      refuse(
        'conflict',
        'login-taken',
        `Логин «${login}» есть и с другим паролем: введите его пароль или выберите другой логин.`,
      )
    }
    if (account.is_installation_admin) {
      refuse(
        'forbidden',
        'admin-without-place',
        `«${login}» — администратор установки, в центрах он не работает.`,
      )
    }
    const place = { ...person, name: given.name ?? account.name, accountId: account.id }
    return {
      login,
      staffId: await atDeskOf(db, { ...at, actor }, (desk) => placeAccount(desk, place)),
      created: false,
    }
  }
  mustBeStrong(given.password, login)
  const passwordHash = await hashPassword(given.password)
  const staffId = await atDeskOf(db, { ...at, actor }, (desk) =>
    placeNewAccount(desk, person, { passwordHash, mustChangePassword: false }),
  )
  return { login, staffId, created: true }
}

/** Makes an installation administrator from the command line; refuses a taken login and a weak password. */
export async function addInstallationAdmin(
  db: Database,
  now: Temporal.Instant,
  given: { login: string; password: string; name?: string },
): Promise<{ login: string; id: string }> {
  const login = checkedLogin(given.login)
  mustBeStrong(given.password, login)
  const passwordHash = await hashPassword(given.password)
  return inReach(db, 'identity', async (scope) => {
    const name = given.name ?? login
    const account = { login, name, passwordHash, mustChangePassword: false, isInstallationAdmin: true }
    const id = await insertAccount(scope, account, now)
    const data = { accountId: id, login, isInstallationAdmin: true }
    await recordAbove(scope, { at: now, actor: 'командная строка', action: 'account-created', data })
    return { login, id }
  })
}

/** Adds a person of the demo centre, who has no password and signs in by one click on a loopback address. */
export async function addDemoPerson(
  db: Database,
  at: { centre: Centre; now: Temporal.Instant; vault: Vault },
  given: PlaceCodes & { login: string; name: string; position: string },
): Promise<string> {
  if (!at.centre.isDemo) throw new Error('demo people belong to a demo centre')
  const passwordHash = await hashPassword(crypto.randomUUID())
  return atDeskOf(db, { ...at, actor: systemActor('демонстрация') }, (desk) =>
    placeNewAccount(desk, given, { passwordHash, mustChangePassword: false, isDemo: true }),
  )
}

function checkedLogin(given: string): string {
  const result = loginShape.safeParse(given)
  if (!result.success) refuse('invalid', 'bad-login', `Неверный ${result.error.issues[0]?.message}.`)
  return result.data
}
