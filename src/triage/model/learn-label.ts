import { type Effort, learnValue } from './learn.ts'
import type { Matrix } from './matrix.ts'
import { quantise } from './quantise.ts'
import { seeded } from './random.ts'

/** The right answers of a label: the number of the value for each row, -1 where the row has none. */
export type Answers = {
  readonly values: readonly string[]
  readonly counts: readonly number[]
  readonly of: Int32Array
}

/** Reads a column: values in order of frequency, then of letters; those on a single row are not learned. */
export function readAnswers(column: readonly (string | null)[]): Answers {
  const counted = new Map<string, number>()
  for (const value of column) if (value !== null) counted.set(value, (counted.get(value) ?? 0) + 1)
  const kept = [...counted]
    .filter(([, count]) => count > 1)
    .toSorted(([one, often], [other, times]) => times - often || (one < other ? -1 : 1))
  const numbers = new Map(kept.map(([value], at) => [value, at]))
  return {
    values: kept.map(([value]) => value),
    counts: kept.map(([, count]) => count),
    of: Int32Array.from(column, (value) => (value === null ? -1 : (numbers.get(value) ?? -1))),
  }
}

/** Learns every value of a label on some rows; gives each value's quantised weights (valid until the next) and bias. */
export function learnLabel(
  matrix: Matrix,
  answers: Answers,
  members: Int32Array,
  effort: Effort & { readonly leastWeight: number; readonly seed: number },
  take: (value: number, weights: Float32Array, bias: number) => void,
): void {
  const counts = new Int32Array(answers.values.length)
  for (const row of members) counts[answers.of[row]!]! += 1
  const most = counts.reduce((top, count) => Math.max(top, count), 1)
  const weights = new Float32Array(matrix.buckets.length)
  const mine = new Uint8Array(answers.of.length)
  for (let value = 0; value < counts.length; value += 1) {
    for (let row = 0; row < mine.length; row += 1) mine[row] = answers.of[row] === value ? 1 : 0
    const lift = (most / Math.max(counts[value]!, 1)) ** effort.rareExponent
    const costs = { own: effort.cost * lift, other: effort.cost, passes: effort.passes }
    const random = seeded(effort.seed + value)
    const bias = learnValue(matrix, members, mine, costs, random, weights)
    quantise(weights, effort.leastWeight)
    take(value, weights, bias)
  }
}
