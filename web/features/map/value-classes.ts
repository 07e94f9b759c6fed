import type { MeasureUnit } from '../../../src/insight/contract.ts'

/** A class of values on the map: every value from `from` to `to`, both in it. */
export type ValueClass = { from: number; to: number; places: number }

/** Percents are told by fifths: most of them may be all or nothing. */
const fifths = [20, 40, 60, 80]
/** Shares of places that lie below each border: most places of a town have few cases, the few with many must differ. */
const borders = [0.35, 0.6, 0.8, 0.93]

/**
 * At most five classes of the values that there are, each with places in it; borders are values that occur, so the legend says
 * neither more nor less than the map shows.
 */
export function classesOf(values: readonly number[], unit: MeasureUnit = 'cases'): ValueClass[] {
  const sorted = values.toSorted((one, other) => one - other)
  if (sorted.length === 0) return []
  const tops =
    unit === 'percent'
      ? fifths.flatMap((limit) => sorted.findLast((value) => value <= limit) ?? [])
      : borders.map((share) => sorted[Math.floor(share * (sorted.length - 1))]!)
  const ends = [...new Set([...tops, sorted.at(-1)!])]
  let from = sorted[0]!
  let begin = 0
  return ends.map((to) => {
    const next = sorted.findIndex((value) => value > to)
    const end = next === -1 ? sorted.length : next
    const one = { from, to, places: end - begin }
    begin = end
    from = sorted[end] ?? to
    return one
  })
}

/** Which class a value falls in, from 0; of `count` shades the darkest is the last class. */
export function shadeOf(classes: readonly ValueClass[], value: number): number {
  const found = classes.findIndex(({ to }) => value <= to)
  const place = found === -1 ? classes.length - 1 : found
  return classes.length < 2
    ? Math.floor(shades.length / 2)
    : Math.round((place * (shades.length - 1)) / (classes.length - 1))
}

/** From few to many: one calm hue, each shade plainly darker than the one before. */
export const shades = ['#cfe3e8', '#9dc6d0', '#649fae', '#2f7488', '#0d4a58'] as const
/** Shades let the ground through. */
export const shadeOpacity = 0.85
/** Ink that is readable on each shade. */
export const inkOn = ['#1c2228', '#1c2228', '#1c2228', '#ffffff', '#ffffff'] as const
