import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { type Dimension, isTime, type MeasureCode, type MeasureRow, type TimeDimension } from './contract.ts'
import { figureOf, totalOf } from './figures.ts'
import { daysOfPoint, pointsOf } from './period.ts'
import type { Reading } from './reading.ts'
import type { Counted } from './store.ts'
import { nameOfValue } from './value-names.ts'

/** What rows are made with. */
export interface RowParts {
  desk: Desk
  sorting: CaseSorting
  reading: Reading
}

/** Rows of a measure by a dimension: largest first; days and weeks in order, those without a case as well. */
export function rowsOf(
  parts: RowParts,
  code: MeasureCode,
  by: Dimension,
  counted: readonly Counted[],
): MeasureRow[] {
  const own = counted.filter(({ keys, now }) => Object.keys(keys).length === 1 && by in keys && code in now)
  if (isTime(by)) return rowsOfTime(parts, code, by, own)
  return own
    .map((one) => rowOf(parts, code, by, one))
    .filter((row) => row.count > 0 || (row.of ?? 0) > 0 || (row.previous ?? 0) > 0)
    .toSorted(
      (one, other) => (other.value ?? 0) - (one.value ?? 0) || one.name.localeCompare(other.name, 'ru'),
    )
}

function rowOf(
  { desk, sorting, reading }: RowParts,
  code: MeasureCode,
  by: Dimension,
  one: Counted,
): MeasureRow {
  const key = one.keys[by] ?? null
  const { days, filters } = reading
  return {
    key,
    name: nameOfValue(desk, sorting, by, key, days),
    ...figureOf(code, one, { days, filters, cell: { [by]: key } }),
  }
}

function rowsOfTime(
  { desk, sorting, reading }: RowParts,
  code: MeasureCode,
  by: TimeDimension,
  counted: readonly Counted[],
): MeasureRow[] {
  const known = new Map(counted.map((one) => [one.keys[by], one]))
  return pointsOf(reading.days, by).map((point) => {
    const { now } = known.get(point) ?? totalOf([], [code])
    const days = daysOfPoint(point, by, reading.days)
    return {
      key: point,
      name: nameOfValue(desk, sorting, by, point, reading.days),
      ...figureOf(code, { now, before: null }, { days, filters: reading.filters }),
    }
  })
}
