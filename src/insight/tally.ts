import { sql } from 'kysely'
import type { Condition } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { all, conditionOf, within } from './asked-of-a-case.ts'
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
  /** Each entry is one laying out: no dimension is the total. Time stands in at most one of them with others. */
  by: readonly (readonly Dimension[])[]
}

/** Values of dimensions that a counted cell stands for. */
export type Keys = Partial<Record<Dimension, string | null>>

/** One counted cell: numbers by the code of the measure. Along time nothing is compared: `before` is null. */
export interface Counted {
  keys: Keys
  now: Record<string, Numbers>
  before: Record<string, Numbers> | null
}
export interface Numbers {
  /** Cases of the period that the measure opens. */
  count: number
  /** Of how many, for a share. */
  of: number
  /** Of marks, for an average. */
  sum: number
  /** Seconds. */
  median: number | null
}

/** Cases that a tally must look at: one range, as both periods stand side by side, so that an index is walked once. */
export function reached(desk: Desk, { basis, days, previous, codes }: Omit<Tally, 'by'>): Condition {
  if (basis === 'now')
    return all(
      codes.map((code) => conditionOf(desk, (measures[code] as Measure).only)),
      sql` or `,
    )
  if (!previous || basis === 'end') return within(desk, basis, days)
  return within(desk, basis, { from: previous.from, to: days.to })
}
