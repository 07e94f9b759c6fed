import { hashText } from './hash.ts'
import { charBucket, markBucket } from './buckets.ts'
import { marksOf } from './markup.ts'
import { stem } from './stem.ts'

const STEM = 0x51
const CHAR = 0xc4
const GRAM = 4
const MEMORY = 150_000
const LONGEST = 200
const word = /[\p{L}\p{N}_]{2,}/gu

/** What one piece of text between blanks gives: stems with their hashes, buckets of its letters and of its markup. */
export type Token = {
  readonly stems: readonly string[]
  readonly hashes: readonly number[]
  readonly chars: readonly number[]
  readonly marks: readonly number[]
}

/** Cuts a text into tokens; remembers what it has seen, within bounds. The list is valid until the next call. */
export type Tokeniser = (text: string) => readonly Token[]

/** Words of a token or text in lower case with е for ё. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(word) ?? []
}

/** Lower case with е for ё: the form in which texts are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower
}

export function createTokeniser(): Tokeniser {
  const known = new Map<string, Token>()
  const list: Token[] = []
  return (text) => {
    if (known.size > MEMORY) known.clear()
    list.length = 0
    const folded = fold(text)
    let from = -1
    for (let at = 0; at <= folded.length; at += 1) {
      const blank = at === folded.length || isBlank(folded.charCodeAt(at))
      if (!blank) {
        if (from < 0) from = at
        continue
      }
      if (from < 0) continue
      const piece = folded.slice(from, Math.min(at, from + LONGEST))
      from = -1
      let token = known.get(piece)
      if (token === undefined) known.set(piece, (token = readToken(piece)))
      list.push(token)
    }
    return list
  }
}

const isBlank = (code: number) =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000

function readToken(piece: string): Token {
  const stems = wordsOf(piece).map(stem)
  const padded = ` ${piece} `
  const chars: number[] = []
  if (padded.length < GRAM) chars.push(charBucket(hashText(padded, CHAR)))
  for (let at = 0; at + GRAM <= padded.length; at += 1) {
    chars.push(charBucket(hashText(padded, CHAR, at, at + GRAM)))
  }
  return {
    stems,
    hashes: stems.map((one) => hashText(one, STEM)),
    chars,
    marks: marksOf(piece).map(markBucket),
  }
}
