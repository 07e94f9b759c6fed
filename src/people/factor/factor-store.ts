import { type ExpressionBuilder, sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'
import type { Tables } from '../../platform/db/tables.ts'

/** Whether the account of a row has a proved second factor. */
export const hasFactor = (column: ExpressionBuilder<Tables, 'accounts'>) =>
  column
    .exists(
      column
        .selectFrom('second_factors')
        .select('account_id')
        .whereRef('second_factors.account_id', '=', 'accounts.id')
        .where('proved_at', 'is not', null),
    )
    .$castTo<boolean>()

/** The second factor of an account, locked for the transaction; undefined when none was begun. */
export async function lockFactor(scope: Scope, accountId: string) {
  return scope
    .selectFrom('second_factors')
    .selectAll()
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

/** Since when an account has a proved second factor, and how many recovery codes are left; undefined without one. */
export async function findFactor(scope: Scope, accountId: string) {
  return scope
    .selectFrom('second_factors')
    .select((column) => [
      sql<Temporal.Instant>`proved_at`.as('proved_at'),
      column
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .whereRef('recovery_codes.account_id', '=', 'second_factors.account_id')
        .where('used_at', 'is', null)
        .as('codes_left'),
    ])
    .where('account_id', '=', accountId)
    .where('proved_at', 'is not', null)
    .executeTakeFirst()
}

/** Puts a fresh secret in place of one that was never proved; tells whether it did. */
export async function beginFactor(
  scope: Scope,
  row: { accountId: string; wrappedKey: Buffer; sealedSecret: Buffer; now: Temporal.Instant },
): Promise<boolean> {
  const fresh = { wrapped_key: row.wrappedKey, sealed_secret: row.sealedSecret, begun_at: row.now }
  const result = await scope
    .insertInto('second_factors')
    .values({ account_id: row.accountId, ...fresh })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet(fresh).where('second_factors.proved_at', 'is', null),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function proveFactor(
  scope: Scope,
  accountId: string,
  step: number,
  now: Temporal.Instant,
): Promise<void> {
  await scope
    .updateTable('second_factors')
    .set({ proved_at: now, last_step: step, failed_attempts: 0, locked_until: null })
    .where('account_id', '=', accountId)
    .execute()
}

/** Remembers a code that was taken, and forgets wrong ones; `step` is undefined for a recovery code. */
export async function rememberUse(scope: Scope, accountId: string, step: number | undefined): Promise<void> {
  await scope
    .updateTable('second_factors')
    .set({ failed_attempts: 0, locked_until: null, ...(step === undefined ? {} : { last_step: step }) })
    .where('account_id', '=', accountId)
    .execute()
}

export async function setWrongCodes(
  scope: Scope,
  accountId: string,
  wrong: number,
  lockedUntil: Temporal.Instant | null,
): Promise<void> {
  await scope
    .updateTable('second_factors')
    .set({ failed_attempts: wrong, locked_until: lockedUntil })
    .where('account_id', '=', accountId)
    .execute()
}

/** Takes the second factor away with its recovery codes; tells whether there was one that was proved. */
export async function deleteFactor(scope: Scope, accountId: string): Promise<boolean> {
  const gone = await scope
    .deleteFrom('second_factors')
    .where('account_id', '=', accountId)
    .returning('proved_at')
    .executeTakeFirst()
  return gone !== undefined && gone.proved_at !== null
}

/** Puts new recovery codes in place of all former ones. */
export async function replaceRecoveryCodes(
  scope: Scope,
  accountId: string,
  digests: readonly Buffer[],
): Promise<void> {
  await scope.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  await scope
    .insertInto('recovery_codes')
    .values(digests.map((digest) => ({ account_id: accountId, digest })))
    .execute()
}

/** Uses a recovery code up; tells whether it was there and unused. */
export async function useRecoveryCode(
  scope: Scope,
  accountId: string,
  digest: Buffer,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await scope
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
