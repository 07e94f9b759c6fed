import { timingSafeEqual } from 'node:crypto'
import { type Database, inReach, type Scope } from '../platform/db/centre-scope.ts'
import { refuse } from '../platform/refusal.ts'
import type { Account } from './contract.ts'
import { absoluteLimit, judgeToken } from './session-rules.ts'
import {
  changeToken,
  deleteSession,
  findSession,
  insertSession,
  placesOf,
  sessionStands,
  touchSession,
} from './session-store.ts'
import { hashOf, isToken, newToken } from './tokens.ts'

/** A row of `staff` of the signed-in person, by which they may enter a centre. */
export interface StaffPlace {
  centreId: number
  /** The edition of the centre's charter in force at this moment. */
  edition: number
  /** The learned model that sorts the centre's cases at this moment; null where keywords do. */
  sorterModel: string | null
  slug: string
  staffId: string
  name: string
  position: string
  role: string
  sectorBlock: string | null
  organisation: string | null
}

/** Who sent a request: their account, session and places. */
export interface SignedIn {
  account: Account
  sessionHash: Buffer
  csrfToken: string
  signedInAt: Temporal.Instant
  places: readonly StaffPlace[]
  /** A token to set in the cookie in place of the old one; null when it stays. */
  newToken: string | null
}

/** Where a sign-in came from, as far as it is told to the person later. */
export type Origin = { address: string | null; agent: string | null }

/** Opens a session; the token goes into the cookie and is kept nowhere. */
export async function openSession(scope: Scope, accountId: string, origin: Origin, now: Temporal.Instant) {
  const token = newToken()
  const csrfToken = newToken()
  await insertSession(scope, {
    tokenHash: hashOf(token),
    accountId,
    csrfToken,
    now,
    expiresAt: now.add(absoluteLimit),
    address: origin.address,
    agent: origin.agent?.slice(0, 300) ?? null,
  })
  return { token, csrfToken }
}

/** Finds who a token stands for; null when the session is over, ended or its account blocked. */
export async function authenticate(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<SignedIn | null> {
  if (!isToken(token)) return null
  const presented = hashOf(token)
  return inReach(db, 'identity', async (scope) => {
    const rows = await findSession(scope, presented)
    const found = rows[0]
    if (!found) return null
    const isPrevious = !presented.equals(found.token_hash)
    const times = { lastSeenAt: found.last_seen_at, expiresAt: found.expires_at, rotatedAt: found.rotated_at }
    const verdict = judgeToken(times, isPrevious, now)
    if (verdict === 'over' || verdict === 'stolen' || found.status !== 'active') {
      await deleteSession(scope, found.token_hash)
      return null
    }
    const next = verdict === 'rotate' ? newToken() : null
    const rotated =
      next !== null &&
      (await changeToken(scope, { stored: found.token_hash, presented, next: hashOf(next), now }))
    if (next === null && !isPrevious && isWorthTouching(times, now))
      await touchSession(scope, found.token_hash, now)
    return {
      account: accountOf(found),
      sessionHash: rotated ? hashOf(next) : found.token_hash,
      csrfToken: found.csrf_token,
      signedInAt: found.created_at,
      places: placesIn(rows),
      newToken: rotated ? next : null,
    }
  })
}

/** Who a long request still stands for, with the places of this moment; refuses once the session has ended. */
export async function stillSignedIn(
  db: Database,
  signedIn: SignedIn,
  now: Temporal.Instant,
): Promise<SignedIn> {
  return inReach(db, 'identity', async (scope) => {
    const session = { accountId: signedIn.account.id, csrfToken: signedIn.csrfToken, now }
    if (!(await sessionStands(scope, session)))
      refuse('unauthenticated', 'signed-out', 'Войдите, чтобы продолжить.')
    return { ...signedIn, places: await staffPlaces(scope, signedIn.account.id) }
  })
}

/** Refuses a change that does not carry the session's own token. */
export function mustCarryCsrf(signedIn: SignedIn, given: string | undefined): void {
  const expected = Buffer.from(signedIn.csrfToken)
  const got = Buffer.from(given ?? '')
  if (got.length !== expected.length || !timingSafeEqual(got, expected)) {
    refuse('forbidden', 'bad-csrf', 'Страница устарела: обновите её и повторите действие.')
  }
}

/** The active places of an account. */
export async function staffPlaces(scope: Scope, accountId: string): Promise<StaffPlace[]> {
  return placesIn(await placesOf(scope, accountId))
}

type PlaceRow = Partial<Awaited<ReturnType<typeof placesOf>>[number]>

/** Places of rows, but for those of an account without any. */
function placesIn(rows: readonly { [Name in keyof PlaceRow]: PlaceRow[Name] | null }[]): StaffPlace[] {
  return rows
    .filter((row) => row.centre_id != null)
    .map((row) => ({
      centreId: row.centre_id!,
      edition: row.edition!,
      sorterModel: row.sorter_model ?? null,
      slug: row.slug!,
      staffId: row.staff_id!,
      name: row.staff_name!,
      position: row.position!,
      role: row.role!,
      sectorBlock: row.sector_block ?? null,
      organisation: row.organisation ?? null,
    }))
}

// Written at most once a minute, but always once after a change of token: that tells that the new token arrived.
function isWorthTouching(
  times: { lastSeenAt: Temporal.Instant; rotatedAt: Temporal.Instant },
  now: Temporal.Instant,
) {
  const isFirstUse = times.lastSeenAt.equals(times.rotatedAt) && !now.equals(times.lastSeenAt)
  return isFirstUse || now.since(times.lastSeenAt).total('seconds') >= 60
}

function accountOf(row: {
  account_id: string
  login: string
  name: string
  language: string
  must_change_password: boolean
  is_installation_admin: boolean
  is_demo: boolean
  has_factor: boolean
}): Account {
  return {
    id: row.account_id,
    login: row.login,
    name: row.name,
    language: row.language === 'en' ? 'en' : 'ru',
    mustChangePassword: row.must_change_password,
    isInstallationAdmin: row.is_installation_admin,
    isDemo: row.is_demo,
    secondFactor: row.has_factor,
  }
}
