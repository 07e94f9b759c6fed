import { type RawBuilder, sql } from 'kysely'
import { caseFilters } from '../cases/contract.ts'
import { type Condition, facetConditions, viewConditions } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import {
  type Basis,
  type Days,
  type Dimension,
  type Measure,
  type MeasureCode,
  measures,
} from './contract.ts'

/** What is counted in one walk over the cases of a basis. */
export interface Tally {
  basis: Basis
  codes: readonly MeasureCode[]
  days: Days
  previous: Days | null
  /** Each entry is one laying out: no dimension is the total. */
  by: readonly (readonly Dimension[])[]
}

/** One counted cell: numbers by the code of the measure; `part` is the median, or the share's numerator. */
export interface Counted {
  keys: Partial<Record<Dimension, string | null>>
  now: Record<string, Numbers>
  before: Record<string, Numbers> | null
}
export interface Numbers {
  /** Cases of the period that the measure opens. */
  count: number
  /** Of how many, for a share. */
  of: number
  median: number | null
}

const columns: Partial<Record<Dimension, string>> = {
  channel: 'channel',
  network: 'network',
  topicGroup: 'topic_group',
  topic: 'topic',
  sectorBlock: 'sector_block',
  organisation: 'organisation',
  settlement: 'settlement',
  nature: 'nature',
  regime: 'regime',
  outcome: 'outcome',
}

/** The column of a case that holds a value of the dimension. */
export function columnOfDimension(by: Exclude<Dimension, 'day' | 'week'>): string {
  return columns[by]!
}

export const moments: Partial<Record<Basis, string>> = {
  received: 'c.received_at',
  'first-answered': 'c.first_answered_at',
  answered: 'c.answered_at',
  closed: 'c.closed_at',
}

export function within(desk: Desk, basis: Basis, { from, to }: Days): Condition {
  const asked = {
    received: { receivedFrom: from, receivedTo: to },
    'first-answered': { firstAnsweredFrom: from, firstAnsweredTo: to },
    answered: { answeredFrom: from, answeredTo: to },
    closed: { closedFrom: from, closedTo: to },
    promised: { promisedFrom: from, promisedTo: to },
    end: { openAt: to },
    now: {},
  }[basis]
  return all(facetConditions(desk, asked))
}

// One range (both periods stand side by side), so that an index is walked once.
function reached(desk: Desk, { basis, days, previous, codes }: Tally): Condition {
  if (basis === 'now')
    return all(
      codes.map((code) => conditionOf(desk, code)),
      sql` or `,
    )
  if (!previous) return within(desk, basis, days)
  if (basis === 'end') return sql`(${within(desk, basis, days)} or ${within(desk, basis, previous)})`
  return within(desk, basis, { from: previous.from, to: days.to })
}

/** What a measure asks of a case beside the period, as the worklist's filters ask it. */
export function conditionOf(desk: Desk, code: MeasureCode): Condition {
  return all(atomsOf(code).map((atom) => conditionOfAtom(desk, atom)))
}

/** One filter with one value, as text. */
type Atom = readonly [name: string, value: string]

function atomsOf(code: MeasureCode): Atom[] {
  return Object.entries(measures[code].only)
}

function conditionOfAtom(desk: Desk, [name, value]: Atom): Condition {
  const only = caseFilters.parse({ [name]: value })
  return all([...viewConditions(only.view, desk), ...facetConditions(desk, only)])
}

/** The columns that say, case by case, what measures ask: each thing is asked once, and "not" is its opposite. */
function askedColumns(desk: Desk, codes: readonly MeasureCode[]) {
  const names = new Map<string, string>()
  const columns: Condition[] = []
  for (const [name, value] of codes.flatMap(atomsOf)) {
    const key = keyOf([name, value])
    if (names.has(key)) continue
    names.set(key, `a${names.size}`)
    const condition = conditionOfAtom(desk, [name, value === 'false' ? 'true' : value])
    columns.push(sql`${condition} as ${sql.ref(names.get(key)!)}`)
  }
  const flagOf = (code: MeasureCode) =>
    all(
      atomsOf(code).map((atom) => {
        const column = sql.ref(names.get(keyOf(atom))!)
        return atom[1] === 'false' ? sql`not ${column}` : column
      }),
    )
  return { columns, flagOf }
}

const keyOf = ([name, value]: Atom) => `${name}=${value === 'false' ? 'true' : value}`

export function all(conditions: readonly Condition[], by = sql` and `): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], by)})`
}

function dimensionColumn(desk: Desk, basis: Basis, by: Dimension): RawBuilder<unknown> {
  if (by !== 'day' && by !== 'week') return sql.ref(`c.${columns[by]!}`)
  const day =
    basis === 'promised'
      ? sql`c.promised_on`
      : sql`(${sql.raw(moments[basis]!)} at time zone ${desk.centre.zone})::date`
  return by === 'day' ? sql`${day}::text` : sql`date_trunc('week', ${day}::timestamp)::date::text`
}

/** Counts measures of one basis, laid out every way asked for, in one statement. `where` narrows: centre, reach, filters. */
export async function count(desk: Desk, where: readonly Condition[], tally: Tally): Promise<Counted[]> {
  const { basis, codes, days, previous, by } = tally
  const dimensions = [...new Set(by.flat())]
  const waits = codes.some((code) => measures[code].aggregation === 'median')
  const asked = askedColumns(desk, codes)
  const inner = [
    sql`${within(desk, basis, days)} as in_now`,
    ...(previous ? [sql`${within(desk, basis, previous)} as in_before`] : []),
    ...dimensions.map((one) => sql`${dimensionColumn(desk, basis, one)} as ${sql.ref(`d_${one}`)}`),
    ...asked.columns,
    ...(waits ? [sql`extract(epoch from ${sql.raw(moments[basis]!)} - c.received_at) as waited`] : []),
  ]
  const outer = [
    ...dimensions.map((one) => sql.ref(`d_${one}`)),
    dimensions.length > 0
      ? sql`grouping(${sql.join(dimensions.map((one) => sql.ref(`d_${one}`)))}) as left_out`
      : sql`0 as left_out`,
    ...numbersOf(codes, asked.flagOf, 'now'),
    ...(previous ? numbersOf(codes, asked.flagOf, 'before') : []),
  ]
  const sets = by.map((one) => sql`(${sql.join(one.map((each) => sql.ref(`d_${each}`)))})`)
  // `offset 0` keeps the planner from asking the same of a case once per measure.
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(outer)} from (
      select ${sql.join(inner)} from cases c where ${all([...where, reached(desk, tally)])} offset 0
    ) picked
    ${dimensions.length > 0 ? sql`group by grouping sets (${sql.join(sets)})` : sql``}
  `.execute(desk.scope)
  return rows.map((row) => countedOf(row, dimensions, tally))
}

function numbersOf(
  codes: readonly MeasureCode[],
  flagOf: (code: MeasureCode) => Condition,
  when: 'now' | 'before',
) {
  const present = sql.ref(`in_${when}`)
  return codes.flatMap((code, index) => {
    const { aggregation }: Measure = measures[code]
    const asked = sql`(where ${present} and ${flagOf(code)})`
    const name = (what: string) => sql.ref(`${what}${index}_${when}`)
    return [
      sql`count(*) filter ${asked} as ${name('n')}`,
      ...(aggregation === 'share' ? [sql`count(*) filter (where ${present}) as ${name('of')}`] : []),
      ...(aggregation === 'median'
        ? [sql`percentile_cont(0.5) within group (order by waited) filter ${asked} as ${name('m')}`]
        : []),
    ]
  })
}

function countedOf(row: Record<string, unknown>, dimensions: readonly Dimension[], tally: Tally): Counted {
  const leftOut = Number(row['left_out'])
  const present = dimensions.filter((_, index) => !((leftOut >> (dimensions.length - 1 - index)) & 1))
  const numbers = (when: 'now' | 'before') =>
    Object.fromEntries(
      tally.codes.map((code, index) => {
        const median = row[`m${index}_${when}`]
        return [
          code,
          {
            count: row[`n${index}_${when}`] as number,
            of: (row[`of${index}_${when}`] as number | undefined) ?? 0,
            median: median == null ? null : Number(median),
          },
        ]
      }),
    )
  return {
    keys: Object.fromEntries(present.map((one) => [one, row[`d_${one}`] as string | null])),
    now: numbers('now'),
    before: tally.previous ? numbers('before') : null,
  }
}
