import { blocks, blockWeights, bucketCount, pairBucket, stemBucket } from './buckets.ts'
import type { Token } from './tokens.ts'

/** A text as numbers: `size` buckets with their values, a row of unit length. Valid until the next call. */
export type Row = { size: number; buckets: Int32Array; values: Float64Array }

const STEP = 0.04
const counted = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))

/** How telling a bucket is, in one byte: 0 is dropped, otherwise 1 + (code - 1) × 0.04. */
export function rarityCode(texts: number, withBucket: number, least: number): number {
  if (withBucket < least) return 0
  return Math.min(255, 1 + Math.round(Math.log((1 + texts) / (1 + withBucket)) / STEP))
}

export type Counter = {
  readonly touched: Int32Array
  readonly counts: Uint8Array
  count: (tokens: readonly Token[]) => number
  clear: (size: number) => void
}

/** Counts buckets of a text; after `count` the first items of `touched` are its buckets, block after block. */
export function createCounter(): Counter {
  const counts = new Uint8Array(bucketCount)
  const touched = new Int32Array(bucketCount)
  let size = 0
  const add = (bucket: number): void => {
    const count = counts[bucket]!
    if (count === 0) touched[size++] = bucket
    if (count < 255) counts[bucket] = count + 1
  }
  const count = (tokens: readonly Token[]): number => {
    size = 0
    let before = 0
    let first = true
    for (const { hashes } of tokens) {
      for (const hash of hashes) {
        add(stemBucket(hash))
        if (!first) add(pairBucket(before, hash))
        before = hash
        first = false
      }
    }
    for (const { chars } of tokens) for (let at = 0; at < chars.length; at += 1) add(chars[at]!)
    for (const { marks } of tokens) for (let at = 0; at < marks.length; at += 1) add(marks[at]!)
    return size
  }
  const clear = (used: number): void => {
    for (let at = 0; at < used; at += 1) counts[touched[at]!] = 0
  }
  return { touched, counts, count, clear }
}

/** Turns tokens into rows by the rarity of each bucket, read from the lowest byte of `facts`. */
export function createVectoriser(facts: Uint32Array): (tokens: readonly Token[]) => Row {
  const counter = createCounter()
  const { touched, counts } = counter
  const row: Row = { size: 0, buckets: new Int32Array(4096), values: new Float64Array(4096) }
  return (tokens) => {
    const size = counter.count(tokens)
    if (size > row.buckets.length) {
      row.buckets = new Int32Array(size * 2)
      row.values = new Float64Array(size * 2)
    }
    const { buckets, values } = row
    let used = 0
    let at = 0
    let whole = 0
    const ends = [0, 0, 0]
    const scales = [0, 0, 0]
    for (let block = 0; block < 3; block += 1) {
      const end = blocks[block + 1]!
      let squares = 0
      for (; at < size && touched[at]! < end; at += 1) {
        const bucket = touched[at]!
        const code = facts[bucket]! & 255
        if (code === 0) continue
        const value = counted[counts[bucket]!]! * (1 + (code - 1) * STEP)
        buckets[used] = bucket
        values[used] = value
        squares += value * value
        used += 1
      }
      ends[block] = used
      const weight = blockWeights[block]!
      if (squares > 0) whole += weight * weight
      scales[block] = squares > 0 ? weight / Math.sqrt(squares) : 0
    }
    counter.clear(size)
    const length = whole > 0 ? 1 / Math.sqrt(whole) : 0
    for (let block = 0, from = 0; block < 3; block += 1) {
      const scale = scales[block]! * length
      for (; from < ends[block]!; from += 1) values[from] = values[from]! * scale
    }
    row.size = used
    return row
  }
}
