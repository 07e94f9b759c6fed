import { entryId } from '../src/audit/index.ts'
import { type Centre, centreOf } from '../src/charter/index.ts'
import { charter as charterShape, type CharterInput } from '../src/charter/contract.ts'
import { registerMany } from '../src/cases/register-many.ts'
import type { RegisteredCase, Registration } from '../src/cases/index.ts'
import { type Actor, atDeskOf, type Desk, systemActor } from '../src/people/index.ts'
import { type Database, inCentre, inReach } from '../src/platform/db/centre-scope.ts'
import { createVault } from '../src/platform/vault.ts'
import { workingCharter } from './working-charter.ts'

export { aSorting } from './sorting.ts'

/** Thursday, 11:00 by the centre's clock: the moment at which tests of cases stand unless they say otherwise. */
export const thursday = Temporal.Instant.from('2026-11-19T08:00:00Z')
/** A vault with a key of ones. */
export const aVault = createVault(new Uint8Array(32).fill(1))

let made = 0

/** A working centre in the database: four roles, two blocks, norms of messages and appeals. */
export async function aCentre(db: Database, changes: Partial<CharterInput> = {}): Promise<Centre> {
  const charter = charterShape.parse({ ...workingCharter, ...changes })
  const { name, kind, timeZone } = charter.centre
  made += 1
  const slug = `middle-${made}`
  const row = await inReach(db, 'installation', (scope) =>
    scope
      .insertInto('centres')
      .values({ slug, name, kind, time_zone: timeZone, edition: 1, created_at: thursday })
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  return centreOf(row, charter)
}

/** A person of the centre at work. */
export async function aPerson(
  db: Database,
  centre: Centre,
  role: string,
  place: { name?: string; sectorBlock?: string | null; organisation?: string | null } = {},
): Promise<Actor & { staffId: string }> {
  const staffId = entryId(thursday)
  const accountId = entryId(thursday)
  const { name = `${centre.roles.get(role)!.name} ${staffId.slice(-4)}` } = place
  const { sectorBlock = null, organisation = null } = place
  await inCentre(db, centre.id, (scope) =>
    scope
      .insertInto('staff')
      .values({
        centre_id: centre.id,
        id: staffId,
        account_id: accountId,
        login: `login-${staffId}`,
        name,
        role,
        sector_block: sectorBlock,
        organisation,
        created_at: thursday,
      })
      .execute(),
  )
  const { permissions, reach } = centre.roles.get(role)!
  return {
    staffId,
    accountId,
    name,
    role,
    permissions: new Set(permissions),
    reach,
    sectorBlock,
    organisation,
  }
}

/** Work at a desk of the centre, in a transaction of its own. */
export function at<T>(
  db: Database,
  centre: Centre,
  actor: Actor,
  work: (desk: Desk) => Promise<T>,
  now: Temporal.Instant = thursday,
): Promise<T> {
  return atDeskOf(db, { centre, actor, now, vault: aVault }, work)
}

/** What registration takes, with a message by telephone about a pit where nothing else is said. */
export function aRegistration(changes: Partial<Registration> & { text?: string } = {}): Registration {
  const { text = 'На улице Садовой огромная яма, объехать нельзя.', ...rest } = changes
  return {
    submission: { channel: 'phone', receivedAt: thursday, raw: text, words: text, contacts: null },
    regime: 'message',
    nature: 'solvable',
    ...rest,
  }
}

/** A registered case. */
export async function aCase(
  db: Database,
  centre: Centre,
  changes: Partial<Registration> & { text?: string } = {},
  now: Temporal.Instant = thursday,
): Promise<RegisteredCase> {
  const cases = await at(
    db,
    centre,
    systemActor('проверка'),
    (desk) => registerMany(desk, [aRegistration(changes)]),
    now,
  )
  return cases[0]!
}
