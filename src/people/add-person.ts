import { record } from '../audit/index.ts'
import { insertAccount } from './account-store.ts'
import type { Person } from './contract.ts'
import { type Desk, mustHave } from './desk.ts'
import { withIdentity } from './identity.ts'
import { readPerson } from './list-people.ts'
import { hashPassword, makeOneTimePassword } from './passwords.ts'
import { mustFitCharter, type PlaceCodes } from './people-policy.ts'
import { insertStaff, lockStaff } from './staff-store.ts'

/** What a person is added by. */
export type NewPerson = PlaceCodes & { login: string; name: string; position: string }

/** Adds a person with a new account to the centre; the password is shown once. Refuses a taken login. */
export async function addPerson(
  desk: Desk,
  given: NewPerson,
): Promise<{ person: Person; oneTimePassword: string }> {
  mustHave(desk.actor, 'people.manage', 'вести сотрудников')
  mustFitCharter(desk.centre, given)
  const oneTimePassword = makeOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  const staffId = await placeNewAccount(desk, given, { passwordHash, mustChangePassword: true })
  const person = await readPerson(desk, await lockStaff(desk.scope, desk.centre.id, staffId))
  return { person, oneTimePassword }
}

/** Adds an account and its place in one transaction, with the journal's entry; for `addPerson`, the CLI and the demo. */
export async function placeNewAccount(
  desk: Desk,
  given: NewPerson,
  account: { passwordHash: string; mustChangePassword: boolean; isDemo?: boolean },
): Promise<string> {
  const { login, name } = given
  const accountId = await withIdentity(desk.scope, () =>
    insertAccount(desk.scope, { login, name, ...account }, desk.now),
  )
  return placeAccount(desk, { ...given, accountId })
}

/** Gives an account a place in the centre of the desk, with the journal's entry. */
export async function placeAccount(desk: Desk, given: NewPerson & { accountId: string }): Promise<string> {
  mustFitCharter(desk.centre, given)
  const staffId = await insertStaff(desk.scope, desk.centre.id, given, desk.now)
  const { login, role, position, sectorBlock, organisation } = given
  await record(desk, {
    action: 'person-added',
    data: { staffId, login, role, position, sectorBlock, organisation },
  })
  return staffId
}
