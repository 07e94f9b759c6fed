import { sql } from 'kysely'
import type { Scope } from '../platform/db/centre-scope.ts'
import type { BlindIndex } from './blind-index.ts'

/** The sealed columns of submissions, in the order received. */
export async function selectSealed(scope: Scope, centreId: number, ids: readonly string[]) {
  if (ids.length === 0) return []
  return scope
    .selectFrom('submissions')
    .select([
      'id',
      'received_at',
      'wrapped_key',
      'sealed_raw',
      'sealed_words',
      'sealed_contacts',
      'erased_at',
    ])
    .where('centre_id', '=', centreId)
    .where('id', 'in', ids)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

/** Submissions that carry every one of the given digests, newest first. */
export async function selectByDigests(
  scope: Scope,
  centreId: number,
  digests: readonly BlindIndex[],
  most: number,
) {
  const rows = await scope
    .selectFrom('blind_indexes')
    .innerJoin('submissions', (join) =>
      join
        .onRef('submissions.centre_id', '=', 'blind_indexes.centre_id')
        .onRef('submissions.id', '=', 'blind_indexes.submission_id'),
    )
    .select(['blind_indexes.submission_id'])
    .where('blind_indexes.centre_id', '=', centreId)
    .where((where) =>
      where.or(
        digests.map(({ kind, digest }) =>
          where.and([where('kind', '=', kind), where('digest', '=', digest)]),
        ),
      ),
    )
    .groupBy(['blind_indexes.submission_id', 'submissions.received_at'])
    .having(({ fn }) => fn.countAll<number>(), '=', digests.length)
    .orderBy('submissions.received_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.submission_id)
}

/** Destroys keys, sealed bytes, masked words and digests; returns the submissions that were not erased before. */
export async function eraseSealed(
  scope: Scope,
  centreId: number,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await scope
    .updateTable('submissions')
    .set({
      wrapped_key: null,
      sealed_raw: null,
      sealed_words: null,
      sealed_contacts: null,
      repeat_digest: null,
      masked_text: '',
      erased_at: now,
    })
    .where('centre_id', '=', centreId)
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  await scope
    .deleteFrom('blind_indexes')
    .where('centre_id', '=', centreId)
    .where('submission_id', 'in', ids)
    .execute()
  return rows.map((row) => row.id)
}

/** Adds an act under the centre's next number; two at once wait for one another. */
export async function insertAct(
  scope: Scope,
  centreId: number,
  act: { id: string; at: Temporal.Instant; actor: string; ground: string; submissionIds: readonly string[] },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('otklik-erasure-acts'), ${centreId})`.execute(scope)
  const { last } = await scope
    .selectFrom('erasure_acts')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('centre_id', '=', centreId)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await scope
    .insertInto('erasure_acts')
    .values({
      centre_id: centreId,
      id: act.id,
      number,
      at: act.at,
      actor: act.actor,
      ground: act.ground,
      submission_ids: [...act.submissionIds],
    })
    .execute()
  return number
}

export async function selectActs(scope: Scope, centreId: number) {
  return scope
    .selectFrom('erasure_acts')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('number', 'desc')
    .limit(500)
    .execute()
}
