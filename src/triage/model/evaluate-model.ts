import { coverage, type Judged, macroF1, weightedF1 } from './measures.ts'
import { type Model, narrowModel } from './model.ts'
import { createPredictor } from './predict.ts'

/** How well a model answers on rows with known answers. All are shares of 1 except the last. */
export type Evaluation = {
  readonly accuracy: number
  readonly macroF1: number
  readonly weightedF1: number
  /** The right value is among the three proposed. */
  readonly top3: number
  /** Share of rows that would go without a person at 90 and 95 % right; the threshold is chosen on these very rows. */
  readonly coverage90: number
  readonly coverage95: number
  /** Mean gap between promised and real share of right answers over ten equal steps of probability. */
  readonly calibrationError: number
  /** Text in, three values with probabilities out, one thread, a predictor that has seen no word before. */
  readonly predictionsPerSecond: number
}

type LabelledRow = { readonly text: string; readonly value: string }

/**
 * Measures one label of a model; null where the model has no such label. `now` tells milliseconds: of the
 * thread's processor time, so that the speed is that of one core.
 */
export function evaluateModel(
  model: Model,
  name: string,
  rows: readonly LabelledRow[],
  now: () => number,
): Evaluation | null {
  const narrow = narrowModel(model, name)
  const label = narrow?.labels[0]
  if (!narrow || !label) return null
  // Values that the model never saw count as mistakes, not as absent.
  const names = [...new Set([...label.values, ...rows.map(({ value }) => value)])]
  const numbers = new Map(names.map((value, at) => [value, at]))
  const right = Int32Array.from(rows, ({ value }) => numbers.get(value)!)
  const given = new Int32Array(rows.length)
  const judged: Judged[] = []
  let three = 0
  const { predict } = createPredictor(narrow)
  for (const [at, { text }] of rows.entries()) {
    const best = predict(text)[0]!.best
    given[at] = best[0]!.value
    if (best.some(({ value }) => value === right[at])) three += 1
    judged.push({ sure: best[0]!.probability, right: given[at] === right[at] })
  }
  return {
    accuracy: judged.filter((one) => one.right).length / rows.length,
    macroF1: macroF1(right, given, names.length),
    weightedF1: weightedF1(right, given, names.length),
    top3: three / rows.length,
    coverage90: coverage(judged, 0.9),
    coverage95: coverage(judged, 0.95),
    calibrationError: calibrationError(judged),
    predictionsPerSecond: speedOf(narrow, rows, now),
  }
}

/** Mean gap between how sure and how right, over ten steps of probability, weighted by rows. */
export function calibrationError(rows: readonly Judged[]): number {
  const steps = Map.groupBy(rows, ({ sure }) => Math.min(9, Math.floor(sure * 10)))
  let sum = 0
  for (const inside of steps.values()) {
    sum += Math.abs(inside.reduce((gap, { sure, right }) => gap + sure - Number(right), 0))
  }
  return rows.length === 0 ? 0 : sum / rows.length
}

const WARMING = 8000
const MEASURED = 4000

/**
 * Predictions a second of a program that has run for a while, on texts it has not seen: every pass has a new predictor that
 * remembers no word; the first passes are left to the compiler, of the others the middle one counts.
 */
export function speedOf(model: Model, rows: readonly { readonly text: string }[], now: () => number): number {
  const spent: number[] = []
  const warming = Math.ceil(WARMING / rows.length)
  const measured = Math.max(5, Math.ceil(MEASURED / rows.length))
  for (let pass = 0; pass < warming + measured; pass += 1) {
    const { predict } = createPredictor(model)
    const started = now()
    for (const { text } of rows) predict(text)
    if (pass >= warming) spent.push(now() - started)
  }
  const middle = spent.toSorted((one, other) => one - other)[measured >> 1]!
  return Math.round((1000 * rows.length) / Math.max(middle, 0.001))
}
