import { type RawBuilder, sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import type { Desk } from '../people/index.ts'
import type { CaseFilters } from './contract-list.ts'
import { wasDone, wasOpen, wasPromised } from './list-as-of.ts'

/** A period as moments, the end not in it. */
export interface Days {
  since: Temporal.Instant | null
  until: Temporal.Instant | null
}

/** Days of the centre's zone, both in it, as moments. */
export function instantsOf(from: string | undefined, to: string | undefined, zone: string): Days {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
  return {
    since: from ? startOf(Temporal.PlainDate.from(from)) : null,
    until: to ? startOf(Temporal.PlainDate.from(to).add({ days: 1 })) : null,
  }
}

type Asked = Partial<CaseFilters>

/** What filters ask of the course of a case: when it came in, was answered and closed, whether in time, what was promised. */
export function courseConditions(desk: Desk, filters: Asked): (RawBuilder<unknown> | null)[] {
  const { centre, now, asOf } = desk
  const { fastTrack, repeated, late, promise, openAt } = filters
  const { zone } = centre
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return [
    ...between('received_at', filters.receivedFrom, filters.receivedTo, desk),
    ...between('first_answered_at', filters.firstAnsweredFrom, filters.firstAnsweredTo, desk),
    ...between('answered_at', filters.answeredFrom, filters.answeredTo, desk),
    ...between('closed_at', filters.closedFrom, filters.closedTo, desk),
    filters.promisedFrom ? sql`c.promised_on >= ${filters.promisedFrom}::date` : null,
    filters.promisedTo ? sql`c.promised_on <= ${filters.promisedTo}::date` : null,
    fastTrack === undefined ? null : fastTrack ? sql`c.fast_track` : sql`not c.fast_track`,
    repeated === undefined ? null : repeated ? sql`c.voices > 1` : sql`c.voices = 1`,
    late === undefined ? null : late ? isLate(desk) : sql`not ${isLate(desk)}`,
    promise ? promiseCondition(promise, today, desk) : null,
    openAt ? openAtEnd(instantsOf(undefined, openAt, zone).until!, asOf) : null,
  ]
}

function between(
  column: string,
  from: string | undefined,
  to: string | undefined,
  { centre, asOf }: Pick<Desk, 'centre' | 'asOf'>,
) {
  const { since, until } = instantsOf(from, to, centre.zone)
  const name = sql.ref(`c.${column}`)
  return [
    since ? sql`${name} >= ${since}` : null,
    until ? sql`${name} < ${until}` : null,
    asOf && (since || until) ? sql`${name} <= ${asOf}` : null,
  ]
}

const told: ReadonlySet<string> = new Set(['approved', 'sent', 'published'])

/** Clocks of the centre that an answer stops. */
export function answerClocks({ charter }: Centre): string[] {
  return [
    ...new Set(Object.values(charter.norms).flatMap((norm) => (told.has(norm.stop) ? [norm.clock] : []))),
  ]
}

/** A due instant of an answer was missed. */
function isLate({ centre, asOf }: Pick<Desk, 'centre' | 'asOf'>): RawBuilder<unknown> {
  const clocks = answerClocks(centre)
  if (clocks.length === 0) return sql`false`
  return sql`exists (
    select from deadlines d where d.centre_id = ${centre.id} and d.case_id = c.id and d.state = 'missed'
      and d.clock in (${sql.join(clocks)}) ${asOf ? sql`and d.due_at < ${asOf}` : sql``})`
}

function openAtEnd(end: Temporal.Instant, asOf: Temporal.Instant | undefined): RawBuilder<unknown> {
  if (asOf && Temporal.Instant.compare(asOf, end) < 0)
    return sql`c.received_at <= ${asOf} and ${wasOpen(asOf)}`
  // Written as the index of what is not closed writes it; under row-level security `coalesce` would not use it.
  return sql`c.received_at < ${end} and c.state <> 'joined' and case when c.closed_at is null then 'infinity' else c.closed_at end >= ${end}`
}

function promiseCondition(
  promise: NonNullable<CaseFilters['promise']>,
  today: Temporal.PlainDate,
  { centre, asOf }: Pick<Desk, 'centre' | 'asOf'>,
): RawBuilder<unknown> {
  const { zone } = centre
  const endOfDay = sql`((c.promised_on + 1)::timestamp at time zone ${zone})`
  const isDone = asOf ? wasDone(asOf) : sql`c.state in ('answered', 'closed')`
  const inTime = sql`least(c.answered_at, c.closed_at) < ${endOfDay}`
  const known = asOf ? sql`and ${wasPromised(centre.id, asOf)}` : sql``
  const given = sql`c.promised_on is not null and c.state <> 'joined' ${known}`
  switch (promise) {
    case 'kept':
      return sql`(${given} and ${isDone} and coalesce(${inTime}, false))`
    case 'missed':
      return sql`(${given} and case when ${isDone} then not coalesce(${inTime}, false) else c.promised_on < ${today}::date end)`
    case 'coming':
      return sql`(${given} and not ${isDone} and c.promised_on >= ${today}::date)`
  }
}
