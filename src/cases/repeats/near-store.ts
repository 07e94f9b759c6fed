import { sql } from 'kysely'
import type { Desk } from '../../people/index.ts'
import type { CaseRow } from '../case-row.ts'
import type { ProposalData } from '../contract-card.ts'
import { withinReach } from '../list-where.ts'

/** A case found by a band: what it is compared by. */
export type Candidate = Pick<
  CaseRow,
  'id' | 'received_at' | 'settlement' | 'street' | 'house' | 'lat' | 'lon' | 'topic_group' | 'topic'
> & {
  masked_text: string
  proposed: ProposalData | null
}

/** A case as it stands, with the name of its assignee. */
export type StandingCase = CaseRow & { assignee_name: string | null }

/** Newest cases looked at of one band in one period: a street where everything happens must not make a lookup slow. */
const mostOfBand = 40
/** Cases compared at most; where a person's reach may take most of them away, more are looked at first. */
const mostCompared = 50
const mostBeforeReach = 400

/** Cases that share a band within the person's reach, by the weight of what they share and then the newest, at most fifty. */
export async function findCandidates(
  desk: Desk,
  given: {
    /** Hidden bands with their weights. */
    bands: ReadonlyMap<number, number>
    /** Spans of thirty days in which they came in. */
    periods: readonly number[]
    since: Temporal.Instant
    until: Temporal.Instant
    except: string | null
  },
): Promise<Candidate[]> {
  const { scope, centre, actor } = desk
  const { bands, periods, since, until, except } = given
  const reach = withinReach(actor)
  const { rows } = await sql<Candidate>`
    with found as materialized (
      select f.case_id, sum(a.weight) as weight
      from unnest(${[...bands.keys()]}::bigint[], ${[...bands.values()]}::integer[]) as a (band, weight)
      cross join unnest(${periods}::integer[]) as p (period)
      cross join lateral (
        select b.case_id from repeat_bands b
        where b.centre_id = ${centre.id} and b.period = p.period and b.band = a.band
        order by b.case_id desc limit ${mostOfBand}
      ) f
      group by f.case_id order by weight desc, f.case_id desc
      limit ${reach ? mostBeforeReach : mostCompared * 2}
    ),
    reached as materialized (
      select c.id, c.received_at, c.settlement, c.street, c.house, c.lat, c.lon, c.topic_group, c.topic, c.submission_id
      from found f join cases c on c.centre_id = ${centre.id} and c.id = f.case_id
      where c.received_at >= ${since} and c.received_at <= ${until} ${reach ? sql`and ${reach}` : sql``}
        ${except === null ? sql`` : sql`and c.id <> ${except}::uuid`}
      order by f.weight desc, c.id desc limit ${mostCompared}
    )
    select r.id, r.received_at, r.settlement, r.street, r.house, r.lat, r.lon, r.topic_group, r.topic, s.masked_text,
      case when r.topic_group is null then (
        select o.data from proposals o where o.centre_id = ${centre.id} and o.case_id = r.id) end as proposed
    from reached r join submissions s on s.centre_id = ${centre.id} and s.id = r.submission_id
    where s.erased_at is null
  `.execute(scope)
  return rows
}

/**
 * The case that each of the given ones stands for: itself, or that at the end of its joins. None out of reach, none that is `self`, and
 * none that a person said to be no repeat of it.
 */
export async function standingCases(
  desk: Desk,
  ids: readonly string[],
  self: string | null,
): Promise<Map<string, StandingCase>> {
  if (ids.length === 0) return new Map()
  const { scope, centre, actor } = desk
  const reach = withinReach(actor)
  const { rows } = await sql<StandingCase & { origin: string }>`
    with recursive way as (
      select id as origin, id, joined_into from cases where centre_id = ${centre.id} and id = any(${ids}::uuid[])
      union all
      select w.origin, c.id, c.joined_into from way w
      join cases c on c.centre_id = ${centre.id} and c.id = w.joined_into
    )
    select w.origin, c.*, s.name as assignee_name
    from way w join cases c on c.centre_id = ${centre.id} and c.id = w.id
    left join staff s on s.centre_id = ${centre.id} and s.id = c.assignee_id
    where w.joined_into is null ${reach ? sql`and ${reach}` : sql``}
      ${self === null ? sql`` : isAnother(centre.id, self)}
  `.execute(scope)
  return new Map(rows.map(({ origin, ...row }) => [origin, row as StandingCase]))
}

const isAnother = (centreId: number, self: string) => sql`and c.id <> ${self}::uuid and not exists (
  select from repeat_denials d where d.centre_id = ${centreId} and d.case_id = ${self}::uuid and d.other_id = c.id)`
