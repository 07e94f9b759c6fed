import {
  type Cell,
  type Days,
  type Figure,
  filtersOf,
  type Measure,
  type MeasureCode,
  measures,
  queryOf,
  type WorklistFilters,
} from './contract.ts'
import type { Counted, Numbers } from './store.ts'

/** Rounded to one decimal, halves up. */
const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** A number of a measure as it is shown: whole cases, percent or hours with one decimal. */
export function valueOf({ aggregation }: Measure, { count, of, median }: Numbers): number | null {
  if (aggregation === 'count') return count
  if (aggregation === 'median') return median === null ? null : oneDecimal(median / 3600)
  return of === 0 ? null : oneDecimal((count / of) * 100)
}

/** A counted cell of a measure as a figure: value, change, and the worklist's address that shows its cases. */
export function figureOf(
  code: MeasureCode,
  { now, before }: Pick<Counted, 'now' | 'before'>,
  opens: { days: Days; filters: WorklistFilters; cell?: Cell },
): Figure {
  const measure: Measure = measures[code]
  const isShare = measure.aggregation === 'share'
  const numbers = now[code]!
  const value = valueOf(measure, numbers)
  const previous = measure.basis === 'now' || !before ? null : valueOf(measure, before[code]!)
  const change = value === null || previous === null ? null : oneDecimal(value - previous)
  const open = (whole: boolean) => queryOf(filtersOf(code, opens.days, { ...opens, whole }))
  return {
    value,
    count: numbers.count,
    of: isShare ? numbers.of : null,
    previous,
    change,
    changePercent: change === null || isShare || !previous ? null : oneDecimal((change / previous) * 100),
    open: open(false),
    openOf: isShare ? open(true) : null,
  }
}

/** How a measure tells of itself. */
export function headOf(code: MeasureCode) {
  const { name, formula, unit, aggregation, better }: Measure = measures[code]
  return { code, name, formula, unit, aggregation, better }
}

const nothing: Numbers = { count: 0, of: 0, median: null }

/** The total of a counting; zeros where no case was found. */
export function totalOf(counted: readonly Counted[], codes: readonly MeasureCode[]): Counted {
  const zeros = () => Object.fromEntries(codes.map((code) => [code, nothing]))
  const total = counted.find(({ keys }) => Object.keys(keys).length === 0)
  return total ?? { keys: {}, now: zeros(), before: zeros() }
}
