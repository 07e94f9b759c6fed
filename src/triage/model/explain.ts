import { bucketCount, pairBucket, stemBucket } from './buckets.ts'
import { answerCount, type Model, weightStep } from './model.ts'
import type { Token } from './tokens.ts'
import type { Row } from './vectorise.ts'

const SHOWN = 4
// A word that moved the score by less has decided nothing.
const LEAST_PUSH = 0.02

/** Tells, for some different answers (numbers over all labels) to one text, the words that spoke most for each, strongest first. */
export type Explainer = (tokens: readonly Token[], row: Row, answers: readonly number[]) => string[][]

/** A word of the text as far as the vocabulary knows it; buckets by their place in the row from 1, 0 for none. */
type Spoken = {
  readonly word: string | undefined
  readonly stem: number
  /** The pair with the word before. */
  readonly pair: number
  /** The letters of the token it stands in, shared with its other words. */
  readonly chars: readonly number[]
  readonly shares: number
}

// Where a bucket stands in the row at hand, from 1; cleared after each text.
const places = new Int32Array(bucketCount)

/**
 * Words are told in the usual form of the model's own vocabulary: a word that is not common in the training texts is never
 * shown. Text and weights are passed through once for all answers.
 */
export function createExplainer(model: Model): Explainer {
  const slots = new Int8Array(answerCount(model.labels)).fill(-1)
  return (tokens, row, answers) => {
    for (const [slot, answer] of answers.entries()) slots[answer] = slot
    const pushes = pushesOf(model, row, slots, answers.length)
    for (const answer of answers) slots[answer] = -1
    for (let at = 0; at < row.size; at += 1) places[row.buckets[at]!] = at + 1
    const spoken = readWords(model, tokens)
    for (let at = 0; at < row.size; at += 1) places[row.buckets[at]!] = 0
    return pushes.map((one) => strongestWords(spoken, one))
  }
}

/** How far the bucket at each place of the row, from 1, moved the score of each answer; `slots` tells which answers are asked. */
function pushesOf({ starts, entries }: Model, row: Row, slots: Int8Array, count: number): Float64Array[] {
  const pushes = Array.from({ length: count }, () => new Float64Array(row.size + 1))
  for (let at = 0; at < row.size; at += 1) {
    const bucket = row.buckets[at]!
    const end = starts[bucket + 1]!
    // Looking an answer up by halving is no faster: what costs is the way to the bucket.
    for (let place = starts[bucket]!; place < end; place += 1) {
      const entry = entries[place]!
      const slot = slots[entry >> 8]!
      if (slot >= 0) pushes[slot]![at + 1] = row.values[at]! * ((entry << 24) >> 24) * weightStep
    }
  }
  return pushes
}

function readWords({ vocabulary }: Model, tokens: readonly Token[]): Spoken[] {
  const spoken: Spoken[] = []
  let before: number | undefined
  for (const { stems, hashes, chars } of tokens) {
    const letters = chars.map((bucket) => places[bucket]!)
    for (let at = 0; at < stems.length; at += 1) {
      const hash = hashes[at]!
      spoken.push({
        word: vocabulary.get(stems[at]!),
        stem: places[stemBucket(hash)]!,
        pair: before === undefined ? 0 : places[pairBucket(before, hash)]!,
        chars: letters,
        shares: stems.length,
      })
      before = hash
    }
  }
  return spoken
}

function strongestWords(spoken: readonly Spoken[], pushes: Float64Array): string[] {
  const found = new Map<string, number>()
  let before: string | undefined
  for (const { word, stem, pair, chars, shares } of spoken) {
    const together = pushes[pair]! / 2
    if (before !== undefined && together !== 0) found.set(before, (found.get(before) ?? 0) + together)
    before = word
    if (word === undefined) continue
    let letters = 0
    for (let at = 0; at < chars.length; at += 1) letters += pushes[chars[at]!]!
    // A word said twice decides once: its pushes already carry how often it was said.
    const own = pushes[stem]! + letters / shares + together
    found.set(word, Math.max(found.get(word) ?? 0, own))
  }
  return [...found]
    .filter(([, sum]) => sum > LEAST_PUSH)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, SHOWN)
    .map(([word]) => word)
}
