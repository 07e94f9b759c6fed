import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../people/index.ts'

type Condition = RawBuilder<unknown>

/** The desk as it looks back from a moment; the very desk where none is given. */
export function seenFrom<D extends Pick<Desk, 'now' | 'asOf'>>(desk: D, asOf: string | undefined): D {
  if (asOf === undefined) return desk
  const moment = Temporal.Instant.from(asOf)
  return { ...desk, now: moment, asOf: moment }
}

/** Had come in and was known to us then; what an export brought later counts from when its source received it. */
export function wasKnown(centreId: number, asOf: Temporal.Instant): Condition {
  return sql`(c.received_at <= ${asOf} and (c.registered_at <= ${asOf} or exists (
    select from submissions s where s.centre_id = ${centreId} and s.id = c.submission_id and s.import_run_id is not null)))`
}

/** Not closed then. */
export function wasOpen(asOf: Temporal.Instant): Condition {
  return sql`(c.state <> 'joined' and (c.closed_at is null or c.closed_at > ${asOf}))`
}

/** Answered or closed not later than then; a case that is so now without a moment was so all along. */
export function wasDone(asOf: Temporal.Instant): Condition {
  return sql`(c.state in ('answered', 'closed') and coalesce(least(c.answered_at, c.closed_at), c.received_at) <= ${asOf})`
}

/** The promise that the case carries now was not given or changed by anybody after then. */
export function wasPromised(centreId: number, asOf: Temporal.Instant): Condition {
  return sql`not exists (
    select from journal j where j.centre_id = ${centreId} and j.case_id = c.id and j.at > ${asOf}
      and j.action not in ('case-registered', 'case-imported') and j.data -> 'set' ? 'promised_on')`
}

/**
 * A clock of the case ran then and was due between the moments (`from` left out: any time before). A cancelled clock keeps no
 * moment of its end: one of an answer counts until the case was closed or forwarded, others do not count.
 */
export function wasDue(
  { centre }: Pick<Desk, 'centre'>,
  asOf: Temporal.Instant,
  due: { from?: Temporal.Instant; until: Temporal.Instant },
  answerClocks: readonly string[],
): Condition {
  const cancelled =
    answerClocks.length > 0
      ? sql`(d.clock in (${sql.join([...answerClocks])}) and (c.closed_at > ${asOf} or exists (
          select from journal j where j.centre_id = ${centre.id} and j.case_id = c.id and j.at > ${asOf}
            and j.action = 'case-forwarded')))`
      : sql`false`
  return sql`c.state <> 'joined' and exists (
    select from deadlines d where d.centre_id = ${centre.id} and d.case_id = c.id
      and d.started_at <= ${asOf} and d.due_at < ${due.until} ${due.from ? sql`and d.due_at >= ${due.from}` : sql``}
      and (d.stopped_at is null or d.stopped_at > ${asOf}) and (d.state <> 'cancelled' or ${cancelled})
      and not exists (select from jsonb_array_elements(d.pauses) p where (p ->> 'from')::timestamptz <= ${asOf}
        and coalesce((p ->> 'to')::timestamptz > ${asOf}, true)))`
}
