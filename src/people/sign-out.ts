import { recordAbove } from '../audit/index.ts'
import { inReach } from '../platform/db/centre-scope.ts'
import type { PeopleContext } from './context.ts'
import { deleteSession, deleteSessionsOf } from './session-store.ts'
import type { SignedIn } from './sessions.ts'

/** Ends this session. */
export async function signOut({ db }: PeopleContext, signedIn: SignedIn): Promise<void> {
  await inReach(db, 'identity', (scope) => deleteSession(scope, signedIn.sessionHash))
}

/** Ends every session of the account, this one included. */
export async function signOutEverywhere({ db, clock }: PeopleContext, { account }: SignedIn): Promise<void> {
  await inReach(db, 'identity', async (scope) => {
    await deleteSessionsOf(scope, account.id)
    const entry = { action: 'signed-out-everywhere', data: { accountId: account.id } } as const
    await recordAbove(scope, { at: clock(), actor: account.login, ...entry })
  })
}
