import { type RawBuilder, sql } from 'kysely'
import type { Centre } from '../charter/index.ts'
import { type Basis, type Days, type TimeDimension } from './contract.ts'
import { momentOf } from './asked-of-a-case.ts'
import { daysOfPoint, pointsOf } from './period.ts'

/** Cases of a period in numbered steps of time: its points one after another, and before them the whole period before it. */
export interface Steps {
  /** The step of a case as a column; null where everything is of one period. */
  column: RawBuilder<unknown> | null
  /** What a step stands for; `point` is null where the period is not divided. */
  read: (step: unknown) => { when: 'now' | 'before'; point: string | null }
}

const ofOnePeriod: Steps = { column: null, read: () => ({ when: 'now', point: null }) }

/** Steps of a basis; the end of the last point is left to the condition on the period. */
export function stepsOf(
  { zone }: Centre,
  basis: Basis,
  { days, previous, by }: { days: Days; previous: Days | null; by: TimeDimension | undefined },
): Steps {
  const moment = momentOf[basis]
  if (moment === null || (!by && !previous)) return ofOnePeriod
  const points = by ? pointsOf(days, by) : [null]
  const starts = points.map((point) =>
    point === null || !by ? days.from : daysOfPoint(point, by, days).from,
  )
  const bounds = [...(previous ? [previous.from] : []), ...starts]
  const column =
    basis === 'promised'
      ? sql`width_bucket(${sql.raw(moment)}, ${bounds}::date[])`
      : sql`width_bucket(${sql.raw(moment)}, ${bounds.map((day) => startOf(day, zone))}::timestamptz[])`
  const first = previous ? 2 : 1
  return {
    column,
    read: (step) => {
      const place = Number(step) - first
      return place < 0 ? { when: 'before', point: null } : { when: 'now', point: points[place] ?? null }
    },
  }
}

function startOf(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
}
