import { randomBytes } from 'node:crypto'
import { recordAbove } from '../../audit/index.ts'
import { inReach, type Scope } from '../../platform/db/centre-scope.ts'
import { refuse } from '../../platform/refusal.ts'
import { seal, type Vault } from '../../platform/vault.ts'
import { findAccount } from '../account-store.ts'
import { digitsOf, mustBeRight, openSecret, secretContext, takeCode } from './check-code.ts'
import type { PeopleContext } from '../context.ts'
import { isFresh, judgeCode, proofLimit, secretLength, tellSecret } from './factor-rules.ts'
import { beginFactor, lockFactor, proveFactor, replaceRecoveryCodes } from './factor-store.ts'
import { verifyPassword } from '../passwords.ts'
import { makeRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { refuseToWait } from '../refuse-to-wait.ts'
import { deleteSessionsOf } from '../session-store.ts'
import type { SignedIn } from '../sessions.ts'
import type { SignInLimits } from '../sign-in.ts'

/** Makes a secret for the own account and shows it; sign-in asks for no code before `proveSecondFactor`. */
export async function beginSecondFactor(
  { db, clock, vault }: PeopleContext,
  limits: SignInLimits,
  given: { signedIn: SignedIn; password: string | undefined },
): Promise<{ key: string; uri: string }> {
  const { account } = given.signedIn
  const now = clock()
  if (account.isDemo) {
    refuse('forbidden', 'demo-account', 'У показательной учётной записи второго фактора нет: она без пароля.')
  }
  await mustKnowPassword({ db }, limits, given, now)
  const secret = randomBytes(secretLength)
  const { key, wrapped } = vault.newKey()
  const row = {
    accountId: account.id,
    wrappedKey: wrapped,
    sealedSecret: seal(key, secret, secretContext(account.id)),
    now,
  }
  if (!(await inReach(db, 'identity', (scope) => beginFactor(scope, row)))) {
    refuse(
      'conflict',
      'factor-on',
      'Второй фактор уже включён: чтобы сменить телефон, сначала выключите его.',
    )
  }
  return tellSecret(secret, account.login)
}

/** Turns the second factor on by the first code of the authenticator; ends other sessions and shows the recovery codes. */
export async function proveSecondFactor(
  { db, clock, vault }: PeopleContext,
  limits: SignInLimits,
  { signedIn, code }: { signedIn: SignedIn; code: string },
): Promise<{ recoveryCodes: string[] }> {
  const { id: accountId, login } = signedIn.account
  const now = clock()
  const wait = limits.byLogin.take(login, now)
  if (wait !== null) refuseToWait(wait)
  return inReach(db, 'identity', async (scope) => {
    const factor = await lockFactor(scope, accountId)
    if (!factor || factor.proved_at || Temporal.Instant.compare(factor.begun_at.add(proofLimit), now) < 0) {
      refuse('conflict', 'begin-again', 'Ключ устарел: начните включение второго фактора заново.')
    }
    const verdict = judgeCode(openSecret(vault, factor), digitsOf(code), now, null)
    if (verdict.is !== 'right') {
      refuse(
        'invalid',
        'wrong-code',
        'Код не подходит: введите тот, что приложение показывает сейчас; на телефоне должно стоять точное время.',
      )
    }
    await proveFactor(scope, accountId, verdict.step, now)
    const recoveryCodes = await giveRecoveryCodes(scope, vault, accountId)
    await deleteSessionsOf(scope, accountId, signedIn.sessionHash)
    await recordAbove(scope, { at: now, actor: login, action: 'factor-turned-on', data: { accountId } })
    return { recoveryCodes }
  })
}

/** Gives new recovery codes in place of the former ones; asks for a code of the authenticator. */
export async function renewRecoveryCodes(
  { db, clock, vault }: PeopleContext,
  { signedIn, code }: { signedIn: SignedIn; code: string },
): Promise<{ recoveryCodes: string[] }> {
  const { id: accountId, login } = signedIn.account
  const now = clock()
  const { outcome, recoveryCodes } = await inReach(db, 'identity', async (scope) => {
    const taken = await takeCode(scope, vault, { accountId, login, code, now })
    if (taken.is !== 'right') return { outcome: taken, recoveryCodes: [] }
    const codes = await giveRecoveryCodes(scope, vault, accountId)
    await recordAbove(scope, { at: now, actor: login, action: 'recovery-codes-renewed', data: { accountId } })
    return { outcome: taken, recoveryCodes: codes }
  })
  mustBeRight(outcome, 'invalid', now)
  return { recoveryCodes }
}

async function giveRecoveryCodes(scope: Scope, vault: Vault, accountId: string): Promise<string[]> {
  const codes = makeRecoveryCodes()
  const digests = codes.map((code) => recoveryDigest(vault, accountId, code))
  await replaceRecoveryCodes(scope, accountId, digests)
  return codes
}

// A session left open on a table must not let a stranger bind the account to their own telephone.
async function mustKnowPassword(
  { db }: Pick<PeopleContext, 'db'>,
  limits: SignInLimits,
  { signedIn, password }: { signedIn: SignedIn; password: string | undefined },
  now: Temporal.Instant,
): Promise<void> {
  if (isFresh(signedIn.signedInAt, now)) return
  const { login } = signedIn.account
  const wait = limits.byLogin.take(login, now)
  if (wait !== null) refuseToWait(wait)
  const account = await inReach(db, 'identity', (scope) => findAccount(scope, login))
  if (!account || !password || !(await verifyPassword(password, account.password_hash))) {
    refuse('invalid', 'wrong-current-password', 'Пароль введён неверно.')
  }
}
