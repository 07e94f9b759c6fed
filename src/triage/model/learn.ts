import type { Matrix } from './matrix.ts'
import { type Random, shuffle } from './random.ts'

/** How hard to learn: `cost` of a mistake (C), extra cost of rare values (an exponent), how many times over the rows. */
export type Effort = { readonly cost: number; readonly rareExponent: number; readonly passes: number }

/** Chosen by cross-validation inside training rows; see docs/decisions/0007-linear-sorter.md. */
export const usualEffort: Effort = { cost: 0.35, rareExponent: 0.6, passes: 6 }

const SURE_PASSES = 3
const REVISIT = 4

/**
 * Learns to tell one value from all others: squared hinge loss with L2, by dual coordinate descent over `members`.
 * Writes a weight per column into `weights` and returns the bias. `mine` is 1 on rows of the value.
 */
export function learnValue(
  matrix: Matrix,
  members: Int32Array,
  mine: Uint8Array,
  costs: { readonly own: number; readonly other: number; readonly passes: number },
  random: Random,
  weights: Float32Array,
): number {
  const { starts, columns, values } = matrix
  weights.fill(0)
  let bias = 0
  const order = members.slice()
  const pulls = new Float64Array(mine.length)
  const [ownSlack, otherSlack] = [1 / (2 * costs.own), 1 / (2 * costs.other)]
  for (let pass = 0; pass < costs.passes; pass += 1) {
    shuffle(order, order.length, random)
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at]!
      const pull = pulls[row]!
      // A row that no longer pulls rarely starts again: three of four looks at it are saved.
      if (pull === 0 && pass >= SURE_PASSES && random(REVISIT) !== 0) continue
      const [start, end] = [starts[row]!, starts[row + 1]!]
      let score = bias
      let squares = 1
      for (let cell = start; cell < end; cell += 1) score += weights[columns[cell]!]! * values[cell]!
      if (start < end) squares = 2
      const side = mine[row] === 1 ? 1 : -1
      const slack = side === 1 ? ownSlack : otherSlack
      const slope = side * score - 1 + slack * pull
      if (pull === 0 && slope >= 0) continue
      const next = Math.max(pull - slope / (squares + slack), 0)
      const change = (next - pull) * side
      if (Math.abs(change) < 1e-7) continue
      pulls[row] = next
      bias += change
      for (let cell = start; cell < end; cell += 1) {
        const column = columns[cell]!
        weights[column] = weights[column]! + change * values[cell]!
      }
    }
  }
  return bias
}
