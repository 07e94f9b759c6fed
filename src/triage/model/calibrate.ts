import { type Judged, weightedF1 } from './measures.ts'

const SCALES = { from: 0.5, to: 20 }
const CORRECTIONS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]
const USUAL = 0.25
// A gain below this is chance on a few thousand rows: the usual correction stays.
const TELLING = 0.002
const TINY = 1e-6
const NEWTON = 25
const PRIOR = 5
// Surer must stay surer.
const LEAST_SLOPE = 0.05

/** Scores of rows that were not learned, one row of `width` scores after another, with the right answers. */
export type HeldBack = { readonly width: number; readonly scores: Float32Array; readonly right: Int32Array }

/** How raw scores become an answer and a probability. */
export type Calibration = { readonly scale: number; readonly priorCorrection: number; readonly trust: Trust }

/** Straightens the probability of an answer: logit(sure) = slope × logit(probability) + offset. */
export type Trust = { readonly slope: number; readonly offset: number }

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
  const promised = Array.from(given, (value, row) => ({
    probability: chance(held, row, value, scale),
    right: value === held.right[row],
  }))
  const trust = chooseTrust(promised)
  const judged = promised.map(({ probability, right }) => ({ sure: trusted(probability, trust), right }))
  return { calibration: { scale, priorCorrection, trust }, judged }
}

/** The probability that an answer of this raw probability is right. */
export function trusted(probability: number, { slope, offset }: Trust): number {
  return 1 / (1 + Math.exp(-(slope * logit(probability) + offset)))
}

const logit = (probability: number): number => {
  const inside = Math.min(Math.max(probability, TINY), 1 - TINY)
  return Math.log(inside / (1 - inside))
}

/** Logistic regression of «right» on the logit, by Newton's steps; drawn a little to «as promised» for few rows. */
export function chooseTrust(
  rows: readonly { readonly probability: number; readonly right: boolean }[],
): Trust {
  let [slope, offset] = [1, 0]
  for (let step = 0; step < NEWTON; step += 1) {
    let [toSlope, toOffset] = [PRIOR * (1 - slope), -PRIOR * offset]
    let [slopes, both, offsets] = [PRIOR, 0, PRIOR]
    for (const { probability, right } of rows) {
      const x = logit(probability)
      const sure = trusted(probability, { slope, offset })
      const spread = sure * (1 - sure)
      toSlope += (Number(right) - sure) * x
      toOffset += Number(right) - sure
      slopes += spread * x * x
      both += spread * x
      offsets += spread
    }
    const whole = slopes * offsets - both * both
    slope = Math.max(LEAST_SLOPE, slope + (offsets * toSlope - both * toOffset) / whole)
    offset += (slopes * toOffset - both * toSlope) / whole
  }
  return { slope, offset }
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
