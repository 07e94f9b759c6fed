import { weightedF1 } from './measures.ts'

const SCALES = { from: 0.5, to: 20 }
const CORRECTIONS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]
const USUAL = 0.25
// A gain below this is chance on a few thousand rows: the usual correction stays.
const TELLING = 0.002

/** Scores of rows that were not learned, one row of `width` scores after another, with the right answers. */
export type HeldBack = { readonly width: number; readonly scores: Float32Array; readonly right: Int32Array }

/** The scale under which softmax of the scores tells the right answers with the least logarithmic loss. */
export function chooseScale(held: HeldBack): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(SCALES.from), Math.log(SCALES.to)]
  while (high - low > 0.005) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (loss(held, Math.exp(left)) < loss(held, Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}

function loss({ width, scores, right }: HeldBack, scale: number): number {
  let sum = 0
  for (let row = 0; row < right.length; row += 1) {
    const start = row * width
    let top = -Infinity
    for (let at = 0; at < width; at += 1) top = Math.max(top, scores[start + at]!)
    let whole = 0
    for (let at = 0; at < width; at += 1) whole += Math.exp(scale * (scores[start + at]! - top))
    sum += Math.log(whole) - scale * (scores[start + right[row]!]! - top)
  }
  return sum
}

/** How much of the frequency of values to take back so that weighted F1 of the answers is best. */
export function chooseCorrection(held: HeldBack, scale: number, counts: readonly number[]): number {
  const { width, scores, right } = held
  const rows = counts.reduce((sum, count) => sum + count, 0)
  const measured = CORRECTIONS.map((correction) => {
    const lifts = counts.map((count) => correction * Math.log(Math.max(count, 1) / rows))
    const answers = new Int32Array(right.length)
    for (let row = 0; row < right.length; row += 1) {
      let best = -Infinity
      for (let at = 0; at < width; at += 1) {
        const value = scale * scores[row * width + at]! - lifts[at]!
        if (value <= best) continue
        best = value
        answers[row] = at
      }
    }
    return { correction, measure: weightedF1(right, answers, width) }
  })
  const usual = measured.find(({ correction }) => correction === USUAL)!
  return measured.reduce(
    (best, one) => (one.measure > Math.max(best.measure, usual.measure + TELLING) ? one : best),
    usual,
  ).correction
}
