import { hashText } from './hash.ts'
import { charBucket, markBucket } from './buckets.ts'
import { createMemory } from './memory.ts'
import { marksOf } from './markup.ts'
import { stem } from './stem.ts'

const STEM = 0x51
const CHAR = 0xc4
const GRAM = 4
const BLANK = 32
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
  const memory = createMemory<Token>()
  const list: Token[] = []
  return (text) => {
    list.length = 0
    const folded = fold(text)
    let from = 0
    let [one, other] = [0, 0]
    for (let at = 0; at <= folded.length; at += 1) {
      const code = at === folded.length ? BLANK : folded.charCodeAt(at)
      if (!isBlank(code) && at - from < LONGEST) {
        one = Math.imul(one ^ code, 0x01000193)
        other = Math.imul(other + code, 0x9e3779b1) ^ (other >>> 13)
        continue
      }
      if (at > from) {
        let token = memory.get(one, other)
        if (token === undefined) memory.put(one, other, (token = readToken(folded.slice(from, at))))
        list.push(token)
      }
      // A token longer than any word goes on as the next one.
      if (!isBlank(code)) at -= 1
      from = at + 1
      one = 0
      other = 0
    }
    return list
  }
}

const isBlank = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x3000

// Most tokens are one word with at most one sign behind it: no need to look for words and marks.
const plain = /^([а-яa-z0-9]{2,})[.,:;!?]?$/

function readToken(piece: string): Token {
  const [, only] = plain.exec(piece) ?? []
  const stems = only === undefined ? wordsOf(piece).map(stem) : [stem(only)]
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
    marks: only === undefined ? marksOf(piece).map(markBucket) : [],
  }
}
