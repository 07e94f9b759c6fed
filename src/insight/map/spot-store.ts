import { sql } from 'kysely'
import {
  type Condition,
  facetConditions,
  type Grid,
  hexagonKey,
  isLocated,
  viewConditions,
} from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import type { Days, SpotKind } from '../contract.ts'
import { all } from '../store.ts'
import type { History } from './history.ts'
import { fewestOfSpot } from './spot-rule.ts'

/** Cases of one topic at one place as the database counts them. */
export interface CountedSpot {
  topicGroup: string
  topic: string | null
  settlement: string | null
  street: string | null
  hexagon: number | null
  count: number
  before: number
  previous: number
  stillOpen: number
  overdue: number
  lat: number | null
  lon: number | null
  /** The house, where it is one for all of them. */
  house: string | null
  /** The settlement most often named in a hexagon. */
  near: string | null
}

/** The day of the centre's first case in its zone; null where it has none. */
export async function firstDay({ scope, centre }: Desk): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select (min(received_at) at time zone ${centre.zone})::date::text as day from cases where centre_id = ${centre.id}
  `.execute(scope)
  return rows[0]?.day ?? null
}

/** Counts every topic at every place that has cases enough within the period. `where` narrows: centre, reach, filters. */
export async function countSpots(
  desk: Desk,
  where: readonly Condition[],
  asked: { days: Days; history: History; grid: Grid; by: SpotKind },
): Promise<CountedSpot[]> {
  const { days, history, grid, by } = asked
  const within = (one: Days | null) =>
    one ? all(facetConditions(desk, { receivedFrom: one.from, receivedTo: one.to })) : sql`false`
  const since = [
    days.from,
    history.usual?.from ?? days.from,
    history.previous?.from ?? days.from,
  ].toSorted()[0]!
  const isOpen = all(facetConditions(desk, { open: true }))
  const isOverdue = all(viewConditions('overdue', desk))
  // `offset 0` keeps the planner from working out the hexagon more than once.
  const { rows } = await sql<CountedSpot>`
    select topic_group as "topicGroup", topic, settlement, street, hexagon,
      count(*) filter (where in_now) as count,
      count(*) filter (where in_usual) as before,
      count(*) filter (where in_previous) as previous,
      count(*) filter (where in_now and is_open) as "stillOpen",
      count(*) filter (where in_now and is_overdue) as overdue,
      avg(lat) filter (where in_now) as lat, avg(lon) filter (where in_now) as lon,
      case when min(coalesce(house, '')) filter (where in_now) = max(coalesce(house, '')) filter (where in_now)
        then max(house) filter (where in_now) end as house,
      mode() within group (order by near) filter (where in_now and hexagon is not null) as near
    from (
      select c.topic_group, ${by === 'topic' ? sql`c.topic` : sql`null`} as topic, c.street, c.house, c.lat, c.lon,
        case when c.street is null and ${isLocated} then null else c.settlement end as settlement,
        c.settlement as near,
        case when c.street is null and ${isLocated} then ${hexagonKey(grid)} end as hexagon,
        ${within(days)} as in_now, ${within(history.usual)} as in_usual, ${within(history.previous)} as in_previous,
        ${isOpen} as is_open, coalesce(${isOverdue}, false) as is_overdue
      from cases c
      where ${all([...where, within({ from: since, to: days.to })])} and c.topic_group is not null
        and (c.street is not null or c.settlement is not null or ${isLocated})
      offset 0
    ) placed
    group by topic_group, topic, settlement, street, hexagon
    having count(*) filter (where in_now) >= ${fewestOfSpot}
  `.execute(desk.scope)
  return rows
}
