import { sql } from 'kysely'
import type { Condition } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { all, momentOf, valueOfDimension } from './asked-of-a-case.ts'
import { type Dimension, isTime, type MeasureCode } from './contract.ts'
import { nothing } from './lay-out.ts'
import { stepsOf } from './points.ts'
import { type Counted, type Numbers, reached, type Tally } from './tally.ts'

// The two middle values: the same one where their number is odd. Whole microseconds sort in half the time of fractions of seconds.
const middles = sql.raw('percentile_disc(array[0.5, 0.500000001]) within group (order by waited)')

/** Medians of the time from receipt to the moment of the basis: they do not add up, so each layout is one of the database's own. */
export async function tallyMedians(
  desk: Desk,
  where: readonly Condition[],
  tally: Tally,
): Promise<Counted[]> {
  const along = tally.by.filter((by) => by.some(isTime))
  const across = tally.by.filter((by) => !by.some(isTime))
  return [
    ...(across.length > 0 ? await groupsOf(desk, where, { ...tally, by: across }) : []),
    ...(along.length > 0 ? await groupsOf(desk, where, { ...tally, by: along, previous: null }) : []),
  ]
}

async function groupsOf(desk: Desk, where: readonly Condition[], tally: Tally): Promise<Counted[]> {
  const { basis, codes, days, previous, by } = tally
  const dimensions = [...new Set(by.flat())]
  const time = dimensions.find(isTime)
  const steps = stepsOf(desk.centre, basis, { days, previous, by: time })
  const nameOf = (one: Dimension) => (isTime(one) ? 'step' : `d_${one}`)
  const names = dimensions.map((one) => sql.ref(nameOf(one)))
  const inner = [
    ...dimensions.flatMap((one) =>
      isTime(one) ? [] : [sql`${valueOfDimension(desk, one)} as ${sql.ref(nameOf(one))}`],
    ),
    ...(steps.column ? [sql`${steps.column} as step`] : []),
    sql`(date_part('epoch', ${sql.raw(momentOf[basis]!)} - c.received_at) * 1e6)::int8 as waited`,
  ]
  const outer = [
    ...names,
    names.length > 0 ? sql`grouping(${sql.join(names)}) as left_out` : sql`0 as left_out`,
    ...medianOf('now', previous ? sql`filter (where step > 1)` : sql``),
    ...(previous ? medianOf('before', sql`filter (where step = 1)`) : []),
  ]
  const sets = by.map((one) => sql`(${sql.join(one.map((each) => sql.ref(nameOf(each))))})`)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(outer)} from (
      select ${sql.join(inner)} from cases c where ${all([...where, reached(desk, tally)])}
    ) picked
    ${names.length > 0 ? sql`group by grouping sets (${sql.join(sets)})` : sql``}
  `.execute(desk.scope)
  return rows.map((row) => {
    const leftOut = Number(row['left_out'])
    const present = dimensions.filter((_, index) => !((leftOut >> (dimensions.length - 1 - index)) & 1))
    const keys = present.map(
      (one) =>
        [one, isTime(one) ? steps.read(row['step']).point : (row[nameOf(one)] as string | null)] as const,
    )
    const numbers = (when: string) => numbersOf(row, codes, when)
    return {
      keys: Object.fromEntries(keys),
      now: numbers('now'),
      before: previous && !present.some(isTime) ? numbers('before') : null,
    }
  })
}

function medianOf(when: string, filter: Condition) {
  const two = sql`(${middles} ${filter})`
  return [
    sql`count(*) ${filter} as ${sql.ref(`n_${when}`)}`,
    sql`((${two}[1])::float8 + (${two}[2])::float8) / 2e6 as ${sql.ref(`m_${when}`)}`,
  ]
}

function numbersOf(
  row: Record<string, unknown>,
  codes: readonly MeasureCode[],
  when: string,
): Record<string, Numbers> {
  const median = row[`m_${when}`]
  const numbers = {
    ...nothing,
    count: row[`n_${when}`] as number,
    median: median == null ? null : Number(median),
  }
  return Object.fromEntries(codes.map((code) => [code, numbers]))
}
