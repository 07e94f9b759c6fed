import type { CaseSorting } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { refuse } from '../platform/refusal.ts'
import {
  type Basis,
  type Dimension,
  dimensions,
  mayLayOut,
  type MeasureCode,
  type MeasureFigures,
  measures,
  type MeasuresAnswer,
  type MeasuresQuery,
  workCodes,
} from './contract.ts'
import { figureOf, headOf, totalOf } from './figures.ts'
import { headOfReading, openReading, type Reading } from './reading.ts'
import { rowsOf } from './rows.ts'
import { count } from './store.ts'

/** Measures of a period with what they open, each laid out by a dimension where one is asked for. */
export async function readMeasures(
  given: Desk,
  query: MeasuresQuery,
  sorting: CaseSorting,
): Promise<MeasuresAnswer> {
  const reading = await openReading(given, query)
  const { desk } = reading
  const codes = [...new Set(query.measure ?? workCodes)]
  const { by } = query
  const laid = by ? codes.filter((code) => mayLayOut(code, by)) : []
  if (by && query.measure && laid.length < codes.length)
    refuseLayout(
      codes.find((code) => !mayLayOut(code, by))!,
      by,
    )
  const figures = new Map<MeasureCode, MeasureFigures>()
  for (const [basis, group] of byBasis(codes)) {
    const found = await figuresOfBasis({ desk, sorting, reading }, basis, group, by)
    for (const one of found) figures.set(one.code, one)
  }
  return { ...headOfReading(reading), measures: codes.map((code) => figures.get(code)!) }
}

/** Refuses a layout that the measure has not. */
export function refuseLayout(code: MeasureCode, by: Dimension): never {
  return refuse(
    'invalid',
    'no-such-layout',
    `Показатель «${measures[code].name}» нельзя разложить ${dimensions[by]}: выберите другой разрез.`,
  )
}

/** Measures by what places their cases in a period: those of one basis are counted together. */
export function byBasis(codes: readonly MeasureCode[]): Map<Basis, MeasureCode[]> {
  return Map.groupBy(codes, (code) => measures[code].basis)
}

async function figuresOfBasis(
  parts: { desk: Desk; sorting: CaseSorting; reading: Reading },
  basis: Basis,
  codes: readonly MeasureCode[],
  by: Dimension | undefined,
): Promise<MeasureFigures[]> {
  const { desk, reading } = parts
  const { days, previous, filters } = reading
  const lays = by !== undefined && codes.some((code) => mayLayOut(code, by))
  const counted = await count(desk, reading.where, {
    basis,
    codes,
    days,
    previous: basis === 'now' ? null : previous,
    by: lays ? [[], [by]] : [[]],
  })
  const total = totalOf(counted, codes)
  return codes.map((code) => ({
    ...headOf(code),
    total: figureOf(code, total, { days, filters }),
    rows: by && mayLayOut(code, by) ? rowsOf(parts, code, by, counted) : [],
  }))
}
