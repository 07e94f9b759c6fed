import { type Judged, weightedF1 } from './measures.ts'
import { chooseTrust, type Trust, trusted } from './trust.ts'

const SCALES = { from: 0.5, to: 20 }
const CORRECTIONS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]
const USUAL = 0.25
// A gain below this is chance on a few thousand rows: the usual correction stays.
const TELLING = 0.002
const TINY = 1e-6

/** Scores of rows that were not learned, one row of `width` scores after another, with the right answers. */
export type HeldBack = { readonly width: number; readonly scores: Float32Array; readonly right: Int32Array }

/** How raw scores become an answer and a probability. */
export type Calibration = { readonly scale: number; readonly priorCorrection: number; readonly trust: Trust }

/**
 * Chooses on held-back rows the scale by logarithmic loss, the correction of the prior by weighted F1 of the answers, and
 * the trust by which the probability of an answer promises truly that it is right.
 */
export function calibrate(
  held: HeldBack,
  counts: readonly number[],
): { calibration: Calibration; judged: Judged[] } {
  const scale = chooseScale(held)
  const priorCorrection = chooseCorrection(held, scale, counts)
  const given = answersOf(held, scale, priorCorrection, counts)
  const led = Array.from(given, (value, row) => ({
    value,
    lead: leadOf(held, row, value, scale),
    right: value === held.right[row],
  }))
  const trust = chooseTrust(led, held.width)
  const judged = led.map(({ value, lead, right }) => ({ sure: trusted(value, lead, trust), right }))
  return { calibration: { scale, priorCorrection, trust }, judged }
}

/** The scale under which softmax of the scores tells the right answers with the least logarithmic loss. */
export function chooseScale(held: HeldBack): number {
  return leastOf((scale) => {
    let sum = 0
    for (let row = 0; row < held.right.length; row += 1)
      sum -= Math.log(chance(held, row, held.right[row]!, scale))
    return sum
  })
}

function leastOf(loss: (scale: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(SCALES.from), Math.log(SCALES.to)]
  while (high - low > 0.01) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (loss(Math.exp(left)) < loss(Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}

/** How far a value's scaled score stands before the best other one; below nothing where another is ahead. */
function leadOf({ width, scores }: HeldBack, row: number, value: number, scale: number): number {
  const start = row * width
  let rival = -Infinity
  for (let at = start; at < start + width; at += 1)
    if (at !== start + value && scores[at]! > rival) rival = scores[at]!
  return scale * (scores[start + value]! - rival)
}

function chance({ width, scores }: HeldBack, row: number, value: number, scale: number): number {
  const start = row * width
  const own = scores[start + value]!
  let whole = 0
  for (let at = start; at < start + width; at += 1) whole += Math.exp(scale * (scores[at]! - own))
  return Math.max(1 / whole, TINY)
}

/** How much of the frequency of values to take back so that weighted F1 of the answers is best. */
export function chooseCorrection(held: HeldBack, scale: number, counts: readonly number[]): number {
  const measured = CORRECTIONS.map((correction) => ({
    correction,
    measure: weightedF1(held.right, answersOf(held, scale, correction, counts), held.width),
  }))
  const usual = measured.find(({ correction }) => correction === USUAL)!
  return measured.reduce(
    (best, one) => (one.measure > Math.max(best.measure, usual.measure + TELLING) ? one : best),
    usual,
  ).correction
}

function answersOf(
  { width, scores, right }: HeldBack,
  scale: number,
  correction: number,
  counts: readonly number[],
): Int32Array {
  const rows = counts.reduce((sum, count) => sum + count, 0)
  const lifts = counts.map((count) => correction * Math.log(Math.max(count, 1) / rows))
  return Int32Array.from(right, (_, row) => {
    let [answer, best] = [0, -Infinity]
    for (let at = 0; at < width; at += 1) {
      const value = scale * scores[row * width + at]! - lifts[at]!
      if (value > best) [answer, best] = [at, value]
    }
    return answer
  })
}
