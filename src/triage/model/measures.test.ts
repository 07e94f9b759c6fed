import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseCorrection, chooseScale, type HeldBack } from './calibrate.ts'
import { calibrationError } from './evaluate-model.ts'
import { coverage, macroF1, weightedF1 } from './measures.ts'
import { seeded } from './random.ts'
import { chooseTrust, trusted } from './trust.ts'

test('F1 is averaged over values, by frequency or evenly', () => {
  const right = Int32Array.of(0, 0, 0, 1)
  const given = Int32Array.of(0, 0, 1, 1)
  assert.equal(weightedF1(right, given, 3).toFixed(4), ((3 * 0.8 + 2 / 3) / 4).toFixed(4))
  assert.equal(macroF1(right, given, 3).toFixed(4), ((0.8 + 2 / 3) / 2).toFixed(4))
})

test('coverage is the longest run of the surest rows that is right often enough', () => {
  const rows = [true, true, true, false, true, false].map((right, at) => ({ sure: 1 - at / 10, right }))
  assert.equal(coverage(rows, 0.95), 3 / 6)
  assert.equal(coverage(rows, 0.8), 5 / 6)
  assert.equal(coverage([{ sure: 1, right: false }], 0.5), 0)
})

test('rows of one sureness are decided together', () => {
  const rows = [true, false].map((right) => ({ sure: 0.9, right }))
  assert.equal(coverage(rows, 0.9), 0)
})

// Rows whose right answer is drawn with the probabilities that softmax(true scale × scores) promises.
function drawn(rows: number, trueScale: number): HeldBack {
  const random = seeded(3)
  const scores = new Float32Array(rows * 3).map(() => random(2000) / 1000 - 1)
  const right = Int32Array.from({ length: rows }, (_, row) => {
    const shares = [0, 1, 2].map((at) => Math.exp(trueScale * scores[row * 3 + at]!))
    let left = (random(1_000_000) / 1_000_000) * shares.reduce((sum, share) => sum + share, 0)
    return shares.findIndex((share) => (left -= share) < 0)
  })
  return { width: 3, scores, right }
}

test('the scale that made the answers is found again', () => {
  for (const scale of [1, 3, 8]) assert.ok(Math.abs(chooseScale(drawn(4000, scale)) / scale - 1) < 0.1)
})

test('calibrated probabilities rise with the share of right answers and promise it', () => {
  const held = drawn(6000, 4)
  const scale = chooseScale(held)
  const judged = Array.from(held.right, (right, row) => {
    const scores = [0, 1, 2].map((at) => held.scores[row * 3 + at]!)
    const shares = scores.map((score) => Math.exp(scale * score))
    const sure = Math.max(...shares) / shares.reduce((sum, share) => sum + share, 0)
    return { sure, right: scores.indexOf(Math.max(...scores)) === right }
  })
  assert.ok(calibrationError(judged) < 0.03)
  const share = (rows: typeof judged) => rows.filter((one) => one.right).length / rows.length
  const [low, middle, high] = [
    judged.filter(({ sure }) => sure < 0.5),
    judged.filter(({ sure }) => sure >= 0.5 && sure < 0.8),
    judged.filter(({ sure }) => sure >= 0.8),
  ]
  assert.ok(share(low) < share(middle) && share(middle) < share(high))
})

test('where nothing is gained the usual correction stays', () => {
  const clear: HeldBack = { width: 2, scores: Float32Array.of(9, -9, -9, 9), right: Int32Array.of(0, 1) }
  assert.equal(chooseCorrection(clear, 3, [10, 10]), 0.25)
})

const logit = (share: number) => Math.log(share / (1 - share))

test('leads that promise too much are brought down to what comes true, and a longer lead stays surer', () => {
  const random = seeded(5)
  const rows = Array.from({ length: 4000 }, (_, at) => {
    const promise = 0.02 + (0.96 * at) / 4000
    return { value: 0, lead: logit(promise), right: random(1000) < 500 * promise + 200 }
  })
  const trust = chooseTrust(rows, 1)
  const judged = rows.map(({ lead, right }) => ({ sure: trusted(0, lead, trust), right }))
  assert.ok(calibrationError(judged) < 0.04, String(calibrationError(judged)))
  assert.ok(judged.every(({ sure }, at) => at === 0 || sure > judged[at - 1]!.sure))
})

test('a value that is named in vain more often than others is trusted less at the same lead', () => {
  const random = seeded(6)
  const rows = Array.from({ length: 3000 }, (_, at) => {
    const [value, lead] = [at % 3, random(400) / 100]
    const truth = 1 / (1 + Math.exp(-(lead - [0, 0, 2][value]!)))
    return { value, lead, right: random(10_000) < 10_000 * truth }
  })
  const trust = chooseTrust(rows, 3)
  const [first, second, third] = [0, 1, 2].map((value) => trusted(value, 2, trust)) as [
    number,
    number,
    number,
  ]
  assert.ok(Math.abs(first - 0.88) < 0.04 && Math.abs(second - 0.88) < 0.04, `${first} ${second}`)
  assert.ok(Math.abs(third - 0.5) < 0.06, String(third))
})

test('nothing is trusted beyond what the rows checked can show, however right they all were', () => {
  assert.deepEqual(chooseTrust([], 2), { slope: 1, offset: 0, leans: [0, 0], ceiling: 0.5 })
  const flawless = Array.from({ length: 98 }, (_, at) => ({ value: at % 2, lead: 3 + at / 10, right: true }))
  const sure = trusted(0, 50, chooseTrust(flawless, 2))
  assert.ok(sure > 0.95 && sure <= 0.99, String(sure))
})
