import { pairBucket, stemBucket } from './buckets.ts'
import { type Model, weightStep } from './model.ts'
import type { Token } from './tokens.ts'
import type { Row } from './vectorise.ts'

const SHOWN = 4
// A word that moved the score by less has decided nothing.
const LEAST_PUSH = 0.02

/**
 * The words that spoke most for an answer, strongest first, in the usual form of the model's own vocabulary: a word that
 * is not common in the training texts is never shown.
 */
export function decidingWords(model: Model, tokens: readonly Token[], row: Row, answer: number): string[] {
  const pushes = pushesOf(model, row, answer)
  const push = (bucket: number) => pushes.get(bucket) ?? 0
  const found = new Map<string, number>()
  let before: { hash: number; word: string | undefined } | null = null
  for (const { stems, hashes, chars } of tokens) {
    const letters = chars.reduce((sum, bucket) => sum + push(bucket), 0) / Math.max(stems.length, 1)
    for (const [at, hash] of hashes.entries()) {
      const word = model.vocabulary.get(stems[at]!)
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

function pushesOf({ starts, entries }: Model, row: Row, answer: number): ReadonlyMap<number, number> {
  const pushes = new Map<number, number>()
  for (let at = 0; at < row.size; at += 1) {
    const bucket = row.buckets[at]!
    for (let place = starts[bucket]!; place < starts[bucket + 1]!; place += 1) {
      const entry = entries[place]!
      if (entry >> 8 === answer) pushes.set(bucket, row.values[at]! * ((entry << 24) >> 24) * weightStep)
    }
  }
  return pushes
}
