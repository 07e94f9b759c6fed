import { lastOfAccount, recordAbove } from '../audit/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import type { PeopleContext } from './context.ts'
import type { OwnSignIn } from './contract.ts'
import { rolesThatDemand } from './factor/demanded-factor.ts'
import { isFresh } from './factor/factor-rules.ts'
import { findFactor } from './factor/factor-store.ts'
import { idleLimit } from './session-rules.ts'
import { deleteSessionById, sessionsOf } from './session-store.ts'
import type { SignedIn } from './sessions.ts'

const eventsShown = 20

/** How the signed-in person signs in: second factor, open sessions, and what happened last to the account. */
export async function readOwnSignIn(context: PeopleContext, signedIn: SignedIn): Promise<OwnSignIn> {
  const { db, clock } = context
  const { account } = signedIn
  const now = clock()
  const demandedBy = await rolesThatDemand(context, signedIn)
  return inReach(db, 'identity', async (scope) => {
    const factor = await findFactor(scope, account.id)
    const sessions = await sessionsOf(scope, account.id, now, now.subtract(idleLimit))
    return {
      factor: {
        since: factor?.proved_at.toString() ?? null,
        recoveryCodesLeft: factor?.codes_left ?? 0,
        demandedBy,
        asksPassword: !isFresh(signedIn.signedInAt, now),
        mayTurnOn: !account.isDemo,
      },
      sessions: sessions.map((row) => ({
        id: row.id,
        isThis: row.token_hash.equals(signedIn.sessionHash),
        since: row.created_at.toString(),
        lastSeenAt: row.last_seen_at.toString(),
        address: row.address,
        agent: row.agent,
      })),
      events: await lastOfAccount(scope, account.id, eventsShown),
    }
  })
}

/** Ends one of the own sessions; one that is over already is no error. */
export async function endOwnSession(
  { db, clock }: PeopleContext,
  { account }: SignedIn,
  sessionId: string,
): Promise<void> {
  await inReach(db, 'identity', async (scope) => {
    if (!(await deleteSessionById(scope, account.id, sessionId))) return
    const entry = { action: 'session-ended', data: { accountId: account.id } } as const
    await recordAbove(scope, { at: clock(), actor: account.login, ...entry })
  })
}
