import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import {
  type Dimension,
  dimensions,
  type Figure,
  isTime,
  mayLayOut,
  type MeasureCode,
  measures,
} from './contract.ts'
import {
  type CrossMeasure,
  type CrossTable,
  type CrossTableQuery,
  type TableHead,
  usualMeasures,
} from './contract-tables.ts'
import { figureOf, headOf, totalOf } from './figures.ts'
import { daysOfPoint, pointsOf } from './period.ts'
import { byBasis, refuseLayout } from './read-measures.ts'
import { headOfReading, openReading, type Reading } from './reading.ts'
import { count, type Counted } from './store.ts'
import { nameOfValue } from './value-names.ts'
import { isWeak } from './weak-spots.ts'

/** Most cells that a table may fill: beyond, nobody reads it and the browser chokes. */
const mostCells = 5000
/** Most measures side by side. */
const mostMeasures = 12

/** Measures over any one or two dimensions, with totals; every figure opens its cases. */
export async function readCrossTable(
  given: Desk,
  query: CrossTableQuery,
  sorting: CaseSorting,
): Promise<CrossTable> {
  const { rows, columns } = query
  const codes = measuresOf(query)
  const reading = await openReading(given, query)
  const { desk } = reading
  const layouts: Dimension[][] = columns ? [[], [rows], [columns], [rows, columns]] : [[], [rows]]
  const counted: Counted[] = []
  for (const [basis, group] of byBasis(codes)) {
    const previous = basis === 'now' ? null : reading.previous
    const { days, where } = reading
    counted.push(...(await count(desk, where, { basis, codes: group, days, previous, by: layouts })))
  }
  const name = (by: Dimension, key: string | null) => nameOfValue(desk, sorting, by, key, reading.days)
  const found = new Finder(counted, reading)
  const side = (by: Dimension) => ({
    by,
    heads: headsOf(found, by, codes, reading).map((key) => ({ key, name: name(by, key) })),
  })
  const [across, along] = [side(rows), columns ? side(columns) : null]
  return {
    ...headOfReading(reading),
    rows: across,
    columns: along,
    measures: codes.map((code) => crossMeasureOf(code, found, across, along)),
  }
}

type Side = { by: Dimension; heads: TableHead[] }

function measuresOf({ rows, columns, measure }: CrossTableQuery): MeasureCode[] {
  if (rows === columns)
    refuse('invalid', 'same-dimension', 'Строки и столбцы разложены одинаково: выберите разные разрезы.')
  if (columns && isTime(rows) && isTime(columns))
    refuse('invalid', 'two-times', 'Время стоит и в строках, и в столбцах: оставьте его в чём-то одном.')
  const sides = columns ? [rows, columns] : [rows]
  const allowed = (code: MeasureCode) => sides.every((by) => mayLayOut(code, by))
  const asked = measure ? [...new Set(measure)] : usualMeasures.filter(allowed)
  for (const code of asked) {
    const by = sides.find((one) => !mayLayOut(code, one))
    if (by) refuseLayout(code, by)
  }
  if (asked.length > mostMeasures)
    refuse('invalid', 'too-many-measures', `Показателей больше ${mostMeasures}: уберите часть.`)
  return columns ? asked.slice(0, 1) : asked
}

/** Counted cells by the values of their dimensions. */
class Finder {
  readonly #cells = new Map<string, Counted[]>()
  readonly reading: Reading

  constructor(counted: readonly Counted[], reading: Reading) {
    this.reading = reading
    for (const one of counted) {
      const key = keyOf(one.keys)
      this.#cells.set(key, [...(this.#cells.get(key) ?? []), one])
    }
  }

  keysOf(by: Dimension): Map<string | null, Counted[]> {
    const own = [...this.#cells.values()]
      .flat()
      .filter(({ keys }) => Object.keys(keys).length === 1 && by in keys)
    return Map.groupBy(own, ({ keys }) => keys[by] ?? null)
  }

  /** The figure of a cell; null where no case was met there. */
  figure(code: MeasureCode, keys: Counted['keys']): Figure | null {
    const cell = this.#cells.get(keyOf(keys))?.find(({ now }) => code in now)
    return cell ? this.#figureOf(code, cell, keys) : null
  }

  total(code: MeasureCode): Figure {
    const cells = this.#cells.get(keyOf({})) ?? []
    return this.#figureOf(code, totalOf(cells, [code]), {})
  }

  #figureOf(code: MeasureCode, { now, before }: Counted, keys: Counted['keys']): Figure {
    const { days, filters } = this.reading
    const time = (Object.keys(keys) as Dimension[]).find(isTime)
    const point = time && keys[time]
    const within = time && point && isTime(time) ? daysOfPoint(point, time, days) : days
    return figureOf(code, { now, before }, { days: within, filters, cell: keys })
  }
}

const keyOf = (keys: Counted['keys']) =>
  JSON.stringify(Object.entries(keys).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** Values of a dimension in their order: time as it goes, others by the first measure, the largest first; what has no value is last. */
function headsOf(
  found: Finder,
  by: Dimension,
  [first]: readonly MeasureCode[],
  { days }: Reading,
): (string | null)[] {
  if (isTime(by)) return pointsOf(days, by)
  const largest = ([, cells]: [string | null, Counted[]]) => {
    const cell = cells.find(({ now }) => first! in now)
    return cell ? Math.max(cell.now[first!]!.count, cell.now[first!]!.of) : 0
  }
  return [...found.keysOf(by)]
    .filter(([, cells]) => cells.some(isMet))
    .toSorted(
      (one, other) => Number(one[0] === null) - Number(other[0] === null) || largest(other) - largest(one),
    )
    .map(([key]) => key)
}

function isMet({ now, before }: Counted): boolean {
  const numbers = [...Object.values(now), ...Object.values(before ?? {})]
  return numbers.some(({ count: cases, of }) => cases > 0 || of > 0)
}

function crossMeasureOf(code: MeasureCode, found: Finder, rows: Side, columns: Side | null): CrossMeasure {
  const total = found.total(code)
  const figures = rows.heads.map(({ key }) => found.figure(code, { [rows.by]: key }))
  if (columns && rows.heads.length * columns.heads.length > mostCells * 4) refuseSize()
  const cells = columns
    ? rows.heads.map((row) =>
        columns.heads.map((column) => found.figure(code, { [rows.by]: row.key, [columns.by]: column.key })),
      )
    : []
  if (cells.flat().filter((cell) => cell !== null).length > mostCells) refuseSize()
  return {
    ...headOf(code),
    total,
    rows: figures,
    columns: columns ? columns.heads.map(({ key }) => found.figure(code, { [columns.by]: key })) : [],
    cells,
    weak: isTime(rows.by)
      ? []
      : figures.flatMap((figure, place) => (figure && isWeak(measures[code], figure, total) ? [place] : [])),
  }
}

function refuseSize(): never {
  return refuse(
    'invalid',
    'too-large',
    'Таблица слишком велика: выберите разрез крупнее (группы тем вместо тем) или добавьте условия.',
  )
}

/** A dimension in words, for heads of files: «по темам». */
export const nameOfDimension = (by: Dimension) => dimensions[by]
