import { hashText } from '../model/hash.ts'
import { createTokeniser, fold, type Tokeniser } from '../model/tokens.ts'
import { commonWords } from './common-words.ts'

/** What a text says: hashes of its telling stems and of their four-letter pieces, in the order of the text. */
export type Said = {
  readonly stems: readonly number[]
  readonly pieces: readonly number[]
}

/** The same ready to be compared: each hash once, ascending. */
export type Sorted = {
  readonly stems: Int32Array
  readonly pieces: Int32Array
}

let tokeniser: Tokeniser | undefined
let common: ReadonlySet<number> | undefined

const tokenise: Tokeniser = (text) => (tokeniser ??= createTokeniser())(text)
const commonStems = () => (common ??= new Set(tokenise(commonWords).flatMap(({ hashes }) => hashes)))

/**
 * Reads a masked text. Greetings, function words and the marks of masking say nothing of a problem and are passed by, unless
 * the text holds nothing else; a text without any word is one stem as a whole.
 */
export function readSaid(text: string): Said {
  const passed = commonStems()
  const [all, telling, pieces]: [number[], number[], number[]] = [[], [], []]
  for (const token of tokenise(text)) {
    let tells = false
    for (const hash of token.hashes) {
      all.push(hash)
      if (passed.has(hash)) continue
      telling.push(hash)
      tells = true
    }
    if (tells) for (const piece of token.chars) pieces.push(piece)
  }
  const stems = telling.length > 0 ? telling : all.length > 0 ? all : [hashText(fold(text).trim())]
  return { stems, pieces: pieces.length > 0 ? pieces : stems }
}

/** Sorts what a text says. */
export const sorted = ({ stems, pieces }: Said): Sorted => ({
  stems: distinct(stems),
  pieces: distinct(pieces),
})

/** Stems of names, e.g. of a centre's streets. */
export function stemsOf(names: Iterable<string>): ReadonlySet<number> {
  const passed = commonStems()
  const stems = new Set<number>()
  for (const name of names)
    for (const { hashes } of tokenise(name)) for (const hash of hashes) if (!passed.has(hash)) stems.add(hash)
  return stems
}

/** How many values two ascending lists share. */
export function shared(one: Int32Array, other: Int32Array): number {
  let [at, beside, count] = [0, 0, 0]
  while (at < one.length && beside < other.length) {
    const difference = one[at]! - other[beside]!
    if (difference === 0) count += 1
    if (difference <= 0) at += 1
    if (difference >= 0) beside += 1
  }
  return count
}

function distinct(hashes: readonly number[]): Int32Array {
  const all = Int32Array.from(hashes).sort()
  let kept = 0
  for (let at = 0; at < all.length; at += 1) {
    const hash = all[at]!
    if (at === 0 || hash !== all[at - 1]) all[kept++] = hash
  }
  return all.subarray(0, kept)
}
