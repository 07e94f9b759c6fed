import { blocks, bucketCount, leastTexts } from './buckets.ts'
import { createTokeniser } from './tokens.ts'
import { createCounter, createVectoriser, rarityCode } from './vectorise.ts'

/**
 * Training texts as rows of one matrix. Columns are the buckets in use, the most frequent first (they stay in the
 * processor's cache); `buckets` leads from a column back to its bucket.
 */
export type Matrix = {
  readonly rarity: Uint8Array
  readonly buckets: Int32Array
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** Reads all texts twice: first how rare each bucket is, then the rows. */
export function readMatrix(texts: readonly string[]): Matrix {
  const read = createTokeniser()
  const spread = new Uint32Array(bucketCount)
  const counter = createCounter()
  let cells = 0
  for (const text of texts) {
    const size = counter.count(read(text))
    for (let at = 0; at < size; at += 1) spread[counter.touched[at]!]! += 1
    counter.clear(size)
    cells += size
  }
  const rarity = new Uint8Array(bucketCount)
  const used: number[] = []
  for (let block = 0; block < 3; block += 1) {
    for (let bucket = blocks[block]!; bucket < blocks[block + 1]!; bucket += 1) {
      rarity[bucket] = rarityCode(texts.length, spread[bucket]!, leastTexts[block]!)
      if (rarity[bucket]! > 0) used.push(bucket)
    }
  }
  const buckets = Int32Array.from(used.toSorted((one, other) => spread[other]! - spread[one]! || one - other))
  const columnOf = new Int32Array(bucketCount)
  for (const [column, bucket] of buckets.entries()) columnOf[bucket] = column
  const starts = new Int32Array(texts.length + 1)
  const columns = new Int32Array(cells)
  const values = new Float32Array(cells)
  const vectorise = createVectoriser(Uint32Array.from(rarity))
  let end = 0
  for (const [at, text] of texts.entries()) {
    const row = vectorise(read(text))
    for (let cell = 0; cell < row.size; cell += 1, end += 1) {
      columns[end] = columnOf[row.buckets[cell]!]!
      values[end] = row.values[cell]!
    }
    starts[at + 1] = end
  }
  return { rarity, buckets, starts, columns: columns.subarray(0, end), values: values.subarray(0, end) }
}
