import { recordAbove } from '../../audit/index.ts'
import type { Scope } from '../../platform/db/centre-scope.ts'
import { refuse } from '../../platform/refusal.ts'
import { unseal, type Vault } from '../../platform/vault.ts'
import { judgeCode } from './factor-rules.ts'
import { lockFactor, rememberUse, setWrongCodes, useRecoveryCode } from './factor-store.ts'
import { recoveryCodeOf, recoveryDigest } from './recovery-codes.ts'
import { refuseToWait } from '../refuse-to-wait.ts'
import { lockedUntil } from '../session-rules.ts'

/** What became of a code that was given. */
export type CodeOutcome =
  | { is: 'right'; by: 'code' | 'recovery'; wrongBefore: number }
  | { is: 'wrong' | 'used' }
  | { is: 'closed'; until: Temporal.Instant }

type Factor = NonNullable<Awaited<ReturnType<typeof lockFactor>>>
type Given = { accountId: string; login: string; code: string; now: Temporal.Instant }

/**
 * Takes a code of an authenticator or a recovery code, once. A wrong one is counted and closes the second step for longer each
 * time, as wrong passwords close the first; so it tells and does not refuse: the count must be kept.
 */
export async function takeCode(scope: Scope, vault: Vault, given: Given): Promise<CodeOutcome> {
  const factor = await lockFactor(scope, given.accountId)
  if (!factor?.proved_at) return { is: 'wrong' }
  const { locked_until: until, failed_attempts: wrongBefore } = factor
  if (until && Temporal.Instant.compare(until, given.now) > 0) return { is: 'closed', until }
  const verdict = await judge(scope, vault, factor, given)
  if (verdict.is === 'right') {
    await rememberUse(scope, given.accountId, verdict.step)
    return { is: 'right', by: verdict.by, wrongBefore }
  }
  await countWrong(scope, given, wrongBefore + 1)
  return verdict
}

async function judge(
  scope: Scope,
  vault: Vault,
  factor: Factor,
  { accountId, code, now }: Given,
): Promise<{ is: 'right'; by: 'code' | 'recovery'; step?: number } | { is: 'wrong' | 'used' }> {
  if (recoveryCodeOf(code) !== null) {
    const isThere = await useRecoveryCode(scope, accountId, recoveryDigest(vault, accountId, code), now)
    return isThere ? { is: 'right', by: 'recovery' } : { is: 'wrong' }
  }
  const verdict = judgeCode(openSecret(vault, factor), digitsOf(code), now, factor.last_step)
  return verdict.is === 'right' ? { ...verdict, by: 'code' } : verdict
}

async function countWrong(scope: Scope, { accountId, login, now }: Given, wrong: number): Promise<void> {
  const until = lockedUntil(wrong, now)
  await setWrongCodes(scope, accountId, wrong, until)
  if (!until) return
  const entry = { action: 'codes-locked', data: { accountId, attempts: wrong } } as const
  await recordAbove(scope, { at: now, actor: login, ...entry })
}

/** The digits of a code as typed: authenticators show them as `123 456`. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/\s/g, '')
}

/** The secret of a second factor, which only its own account's row opens. */
export function openSecret(
  vault: Vault,
  factor: { account_id: string; wrapped_key: Buffer; sealed_secret: Buffer },
): Buffer {
  return unseal(vault.unwrap(factor.wrapped_key), factor.sealed_secret, secretContext(factor.account_id))
}

export const secretContext = (accountId: string): string => `second-factor:${accountId}`

/** Refuses what was not right; `kind` is `unauthenticated` where nobody is signed in yet. */
export function mustBeRight(
  outcome: CodeOutcome,
  kind: 'unauthenticated' | 'invalid',
  now: Temporal.Instant,
): Extract<CodeOutcome, { is: 'right' }> {
  if (outcome.is === 'right') return outcome
  if (outcome.is === 'closed') return refuseToWait(outcome.until.since(now).total('seconds'))
  if (outcome.is === 'used') {
    refuse(kind, 'used-code', 'Этот код уже введён: дождитесь, пока приложение покажет следующий.')
  }
  return refuse(
    kind,
    'wrong-code',
    'Код не подходит: введите тот, что приложение показывает сейчас; на телефоне должно стоять точное время.',
  )
}
