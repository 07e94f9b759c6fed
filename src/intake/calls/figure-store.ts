import { sql } from 'kysely'
import type { Scope } from '../../platform/db/centre-scope.ts'

/** Days of the centre, both in the period. */
export type CallDays = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Calls that are alike: of one day, type, place and result. Cards filled in by hand have no type of a register. */
export type CallLine = {
  day: string
  type: string | null
  settlement: string | null
  result: string | null
  calls: number
  cases: number
}

/** Calls of registers and cards filled in by hand, counted by day, type, place and result. */
export async function countCalls(
  scope: Scope,
  centre: { id: number; zone: string },
  { from, to }: CallDays,
): Promise<CallLine[]> {
  const { rows } = await sql<CallLine>`
    select day::text as day, type, settlement, result, count(*)::int as calls,
      (count(*) filter (where became_case))::int as cases
    from calls where centre_id = ${centre.id} and day between ${from} and ${to}
    group by 1, 2, 3, 4
    union all
    select (c.received_at at time zone ${centre.zone})::date::text, null, c.settlement, null, count(*)::int, count(*)::int
    from cases c join submissions s on s.centre_id = c.centre_id and s.id = c.submission_id
    where c.centre_id = ${centre.id} and c.channel = 'call112' and s.source is null
      and c.received_at >= (${from}::date)::timestamp at time zone ${centre.zone}
      and c.received_at < (${to}::date + 1)::timestamp at time zone ${centre.zone}
    group by 1, 3
    order by 1, 2
  `.execute(scope)
  return rows
}

/** The first and last day of which any call is known. */
export async function knownDays(
  scope: Scope,
  centre: { id: number; zone: string },
): Promise<{ from: string; to: string } | null> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select least(min(day), min(hand))::text as "from", greatest(max(day), max(hand))::text as "to" from (
      select min(day) as day, null::date as hand from calls where centre_id = ${centre.id}
      union all select max(day), null from calls where centre_id = ${centre.id}
      union all
      select null, (unnest(array[min(received_at), max(received_at)]) at time zone ${centre.zone})::date
      from cases where centre_id = ${centre.id} and channel = 'call112'
    ) d
  `.execute(scope)
  const { from = null, to = null } = rows[0] ?? {}
  return from !== null && to !== null ? { from, to } : null
}
