import { bucketCount, pairBucket, stemBucket } from './buckets.ts'
import { answerCount, type Model, weightStep } from './model.ts'
import type { Token } from './tokens.ts'
import type { Row } from './vectorise.ts'

const SHOWN = 4
// A word that moved the score by less has decided nothing.
const LEAST_PUSH = 0.02

/** Tells, for some answers (numbers over all labels) to one text, the words that spoke most for each, strongest first. */
export type Explainer = (tokens: readonly Token[], row: Row, answers: readonly number[]) => string[][]

// Where a bucket stands in the row at hand, from 1; cleared after each text.
const places = new Int32Array(bucketCount)

/**
 * Words are told in the usual form of the model's own vocabulary: a word that is not common in the training texts is never
 * shown. The weights are passed through once for all answers.
 */
export function createExplainer(model: Model): Explainer {
  const slots = new Int8Array(answerCount(model.labels)).fill(-1)
  return (tokens, row, answers) => {
    for (const [slot, answer] of answers.entries()) slots[answer] = slot
    const pushes = pushesOf(model, row, slots, answers.length)
    for (const answer of answers) slots[answer] = -1
    for (let at = 0; at < row.size; at += 1) places[row.buckets[at]!] = at + 1
    // The same answer asked twice has one slot, the later.
    const told = answers.map((answer) => wordsOf(model, tokens, pushes[answers.lastIndexOf(answer)]!))
    for (let at = 0; at < row.size; at += 1) places[row.buckets[at]!] = 0
    return told
  }
}

/** How far each bucket of the row moved the score of each answer. */
function pushesOf({ starts, entries }: Model, row: Row, slots: Int8Array, count: number): Float64Array[] {
  const pushes = Array.from({ length: count }, () => new Float64Array(row.size))
  for (let at = 0; at < row.size; at += 1) {
    const bucket = row.buckets[at]!
    const end = starts[bucket + 1]!
    for (let place = starts[bucket]!; place < end; place += 1) {
      const entry = entries[place]!
      const slot = slots[entry >> 8]!
      if (slot >= 0) pushes[slot]![at] = row.values[at]! * ((entry << 24) >> 24) * weightStep
    }
  }
  return pushes
}

function wordsOf({ vocabulary }: Model, tokens: readonly Token[], pushes: Float64Array): string[] {
  const push = (bucket: number) => {
    const place = places[bucket]!
    return place === 0 ? 0 : pushes[place - 1]!
  }
  const found = new Map<string, number>()
  let before: { hash: number; word: string | undefined } | null = null
  for (const { stems, hashes, chars } of tokens) {
    let letters = 0
    for (let at = 0; at < chars.length; at += 1) letters += push(chars[at]!)
    letters /= Math.max(stems.length, 1)
    for (const [at, hash] of hashes.entries()) {
      const word = vocabulary.get(stems[at]!)
      const pair: number = before === null ? 0 : push(pairBucket(before.hash, hash)) / 2
      // A word said twice decides once: its pushes already carry how often it was said.
      if (word !== undefined)
        found.set(word, Math.max(found.get(word) ?? 0, push(stemBucket(hash)) + letters + pair))
      if (before?.word !== undefined) found.set(before.word, (found.get(before.word) ?? 0) + pair)
      before = { hash, word }
    }
  }
  return [...found]
    .filter(([, sum]) => sum > LEAST_PUSH)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, SHOWN)
    .map(([word]) => word)
}
