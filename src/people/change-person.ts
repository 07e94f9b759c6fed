import type * as z from 'zod'
import { record } from '../audit/index.ts'
import { updateAccount } from './account-store.ts'
import type { changePerson as route, Person } from './contract.ts'
import { type Desk, mustHave } from './desk.ts'
import { withIdentity } from './identity.ts'
import { readPerson } from './list-people.ts'
import { mustBeAnother, mustFitCharter } from './people-policy.ts'
import { countPlaces, lockStaff, updateStaff } from './staff-store.ts'

type PersonChange = z.output<(typeof route)['body']>
type PlaceState = Required<{ [Field in keyof PersonChange]: Exclude<PersonChange[Field], undefined> }>

/** Changes a person's place in the centre; nobody changes their own. */
export async function changePerson(desk: Desk, staffId: string, change: PersonChange): Promise<Person> {
  mustHave(desk.actor, 'people.manage', 'вести сотрудников')
  mustBeAnother(desk.actor, staffId)
  const { scope, centre } = desk
  const row = await lockStaff(scope, centre.id, staffId)
  const before: PlaceState = {
    name: row.name,
    position: row.position,
    role: row.role,
    sectorBlock: row.sector_block,
    organisation: row.organisation,
    active: row.active,
  }
  const after = { ...before, ...withoutGaps(change) }
  const changed = (Object.keys(before) as (keyof PlaceState)[]).filter(
    (field) => before[field] !== after[field],
  )
  if (changed.length === 0) return readPerson(desk, row)
  if (after.active) mustFitCharter(centre, after)
  const { sectorBlock, ...same } = after
  await updateStaff(scope, centre.id, staffId, { ...same, sector_block: sectorBlock })
  if (after.name !== before.name) await renameAccount(desk, row.account_id, after.name)
  const data = { staffId, before: only(before, changed), after: only(after, changed) }
  await record(desk, { action: 'person-changed', data })
  return readPerson(desk, await lockStaff(scope, centre.id, staffId))
}

// An account that works in several centres keeps its own name; here only the name of the place changes.
async function renameAccount({ scope }: Desk, accountId: string, name: string): Promise<void> {
  await withIdentity(scope, async () => {
    if ((await countPlaces(scope, accountId)) <= 1) await updateAccount(scope, accountId, { name })
  })
}

function withoutGaps(change: PersonChange): Partial<PlaceState> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function only(state: PlaceState, fields: (keyof PlaceState)[]): Partial<PlaceState> {
  return Object.fromEntries(fields.map((field) => [field, state[field]]))
}
