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
import { nothing } from './lay-out.ts'
import type { Counted, Numbers } from './tally.ts'

/** Rounded to one decimal, halves up. */
const oneDecimal = (value: number) => Math.round(value * 10) / 10
const twoDecimals = (value: number) => Math.round(value * 100) / 100

/** The value of a measure by its numbers; null where nothing was counted that it could be of. */
export function valueOf({ aggregation }: Measure, { count, of, sum, median }: Numbers): number | null {
  if (aggregation === 'count') return count
  if (aggregation === 'average') return count === 0 ? null : twoDecimals(sum / count)
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
  const isRate = isShare || measure.aggregation === 'average'
  const numbers = now[code]!
  const value = valueOf(measure, numbers)
  const previous = measure.basis === 'now' || !before ? null : valueOf(measure, before[code]!)
  const change = value === null || previous === null ? null : twoDecimals(value - previous)
  const open = (whole: boolean) => queryOf(filtersOf(code, opens.days, { ...opens, whole }))
  return {
    value,
    count: numbers.count,
    of: isShare ? numbers.of : null,
    previous,
    change,
    changePercent: change === null || isRate || !previous ? null : oneDecimal((change / previous) * 100),
    open: open(false),
    openOf: isShare ? open(true) : null,
  }
}

/** How a measure tells of itself. */
export function headOf(code: MeasureCode) {
  const { name, formula, unit, aggregation, better }: Measure = measures[code]
  return { code, name, formula, unit, aggregation, better }
}

/** The total of a counting; zeros where no case was found. */
export function totalOf(counted: readonly Counted[], codes: readonly MeasureCode[]): Counted {
  const zeros = () => Object.fromEntries(codes.map((code) => [code, nothing]))
  const total = counted.find(
    ({ keys, now }) => Object.keys(keys).length === 0 && codes.every((code) => code in now),
  )
  return total ?? { keys: {}, now: zeros(), before: zeros() }
}
