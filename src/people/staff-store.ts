import { randomUUIDv7 } from 'node:crypto'
import type { Scope } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'

/** A row of `staff` to add. */
export interface NewStaff {
  accountId: string
  login: string
  name: string
  position: string
  role: string
  sectorBlock: string | null
  organisation: string | null
}

/** Everyone of a centre, those at work first; names as people order them. */
export async function selectStaff(scope: Scope, centreId: number) {
  return scope
    .selectFrom('staff')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('active', 'desc')
    .orderBy('name', (order) => order.collate('ru-RU-x-icu'))
    .execute()
}

/** One person of a centre, locked for the transaction; refuses an unknown id. */
export async function lockStaff(scope: Scope, centreId: number, staffId: string) {
  const found = await scope
    .selectFrom('staff')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('id', '=', staffId)
    .forUpdate()
    .executeTakeFirst()
  return found ?? refuse('not-found', 'no-person', 'Такого сотрудника в центре нет: обновите список.')
}

/** Adds a place; refuses when the account already has one in the centre. */
export async function insertStaff(
  scope: Scope,
  centreId: number,
  staff: NewStaff,
  now: Temporal.Instant,
): Promise<string> {
  const row = await scope
    .insertInto('staff')
    .values({
      centre_id: centreId,
      id: randomUUIDv7(),
      account_id: staff.accountId,
      login: staff.login,
      name: staff.name,
      position: staff.position,
      role: staff.role,
      sector_block: staff.sectorBlock,
      organisation: staff.organisation,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return (
    row?.id ??
    refuse(
      'conflict',
      'place-taken',
      `У «${staff.login}» уже есть место в этом центре: измените его в списке.`,
    )
  )
}

export async function updateStaff(
  scope: Scope,
  centreId: number,
  staffId: string,
  change: {
    name?: string
    position?: string
    role?: string
    sector_block?: string | null
    organisation?: string | null
    active?: boolean
  },
): Promise<void> {
  await scope
    .updateTable('staff')
    .set(change)
    .where('centre_id', '=', centreId)
    .where('id', '=', staffId)
    .execute()
}

/** In how many centres an account works; needs reach `identity`. */
export async function countPlaces(scope: Scope, accountId: string): Promise<number> {
  const row = await scope
    .selectFrom('staff')
    .select(({ fn }) => fn.countAll<number>().as('places'))
    .where('account_id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return row.places
}

/** Places of all accounts with the names of their centres; needs reach `identity`. */
export async function selectPlaces(scope: Scope) {
  return scope
    .selectFrom('staff')
    .innerJoin('centres', 'centres.id', 'staff.centre_id')
    .select([
      'staff.account_id',
      'staff.role',
      'staff.position',
      'staff.active',
      'centres.slug',
      'centres.name as centre',
    ])
    .orderBy('centres.name')
    .execute()
}
