import type * as z from 'zod'
import type { caseFilters } from '../cases/contract.ts'

/** What a measure is counted in; `hours` are hours of the calendar, with one decimal; `points` are marks from 1 to 5, with two. */
export type MeasureUnit = 'cases' | 'percent' | 'hours' | 'points'
/** What places a case in a period; `end` looks at the last moment of the period, `now` at the present one. */
export type Basis = 'received' | 'first-answered' | 'answered' | 'closed' | 'promised' | 'end' | 'now'
export type Aggregation = 'count' | 'share' | 'median' | 'average'

type Given = z.input<typeof caseFilters>
/** Filters of the worklist as they stand in the address bar. */
export type WorklistFilters = { [Name in keyof Given]?: string | string[] | undefined }

/** One figure of the centre, declared once for dashboard, map, report and API. */
export interface Measure {
  name: string
  /** How it is counted, in words that stand beside the figure. */
  formula: string
  unit: MeasureUnit
  aggregation: Aggregation
  /** Which way is better for residents. */
  better: 'more' | 'less' | 'neither'
  basis: Basis
  /** What it asks of a case beside the period; a share counts these out of its whole. */
  only: WorklistFilters
  /** What a share is of, where that is not every case of the period. */
  whole?: WorklistFilters
}
