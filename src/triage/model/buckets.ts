import { hashPair } from './hash.ts'

const STEM_BITS = 18
const CHAR_BITS = 17
const MARK_BITS = 14

/** Where the blocks of features begin: stems with their pairs, letters, markup; the last number is the end. */
export const blocks = [
  0,
  2 ** STEM_BITS,
  2 ** STEM_BITS + 2 ** CHAR_BITS,
  2 ** STEM_BITS + 2 ** CHAR_BITS + 2 ** MARK_BITS,
] as const
/** How much each block weighs in a row of unit length. */
export const blockWeights = [1, 1, 0.3] as const
/** Least number of texts that a bucket of each block must occur in. */
export const leastTexts = [2, 3, 2] as const
/** How many buckets there are in all. */
export const bucketCount = blocks[3]

/** The bucket of a stem's hash. */
export const stemBucket = (hash: number): number => hash >>> (32 - STEM_BITS)
/** The bucket of two neighbouring stems. */
export const pairBucket = (one: number, other: number): number => hashPair(one, other) >>> (32 - STEM_BITS)
/** The bucket of four letters. */
export const charBucket = (hash: number): number => blocks[1] + (hash >>> (32 - CHAR_BITS))
/** The bucket of a mark. */
export const markBucket = (hash: number): number => blocks[2] + (hash >>> (32 - MARK_BITS))
