import type { Scope } from '../platform/db/centre-scope.ts'
import { selectAccess } from './account-store.ts'
import type { Person } from './contract.ts'
import type { Desk } from './desk.ts'
import { withIdentity } from './identity.ts'
import { selectStaff } from './staff-store.ts'

type StaffRow = Awaited<ReturnType<typeof selectStaff>>[number]
type Access = Person['access']

/** People of the centre; how each signs in is told only to those who manage people. */
export async function listPeople(desk: Desk): Promise<Person[]> {
  const rows = await selectStaff(desk.scope, desk.centre.id)
  const access = desk.actor.permissions.has('people.manage')
    ? await accessOf(desk.scope, rows)
    : new Map<string, Access>()
  return rows.map((row) => personOf(desk, row, access.get(row.account_id) ?? null))
}

/** One person as those who manage people see them. */
export async function readPerson(desk: Desk, row: StaffRow): Promise<Person> {
  const access = await accessOf(desk.scope, [row])
  return personOf(desk, row, access.get(row.account_id) ?? null)
}

function personOf({ centre }: Desk, row: StaffRow, access: Access): Person {
  return {
    staffId: row.id,
    name: row.name,
    position: row.position,
    role: row.role,
    roleName: centre.roles.get(row.role)?.name ?? row.role,
    sectorBlock: row.sector_block,
    organisation: row.organisation,
    active: row.active,
    access,
  }
}

async function accessOf(scope: Scope, rows: StaffRow[]): Promise<Map<string, Access>> {
  const ids = rows.map((row) => row.account_id)
  const accounts = await withIdentity(scope, () => selectAccess(scope, ids))
  return new Map(
    accounts.map((account) => [
      account.id,
      {
        login: account.login,
        blocked: account.status === 'blocked',
        mustChangePassword: account.must_change_password,
        lockedUntil: account.locked_until?.toString() ?? null,
        lastSeenAt: account.last_seen_at?.toString() ?? null,
        secondFactor: account.has_factor,
      },
    ]),
  )
}
