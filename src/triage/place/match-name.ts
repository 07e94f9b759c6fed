import type { Name } from './compile.ts'
import { stem, type Token } from './tokens.ts'

/** Where a name was read: a column that holds only it, an address line, or free text. */
export type Source = 'column' | 'address' | 'text'

/** Hits are compared in pairs; a real message names a few places. */
export const MOST_HITS = 60

/** Does a name stand at this token: as written, in another case of an adjective (both exact), or with other endings (stem)? */
export function matchName(tokens: readonly Token[], at: number, name: Name): 'exact' | 'stem' | undefined {
  let exact = true
  for (let i = 0; i < name.words.length; i++) {
    const token = tokens[at + i]
    if (token === undefined || (i > 0 && token.gap === 'end')) return undefined
    if (token.word === name.words[i]) continue
    if (stem(token.word) !== name.stems[i]) return undefined
    if (name.declines[i] !== true) exact = false
  }
  return exact ? 'exact' : 'stem'
}

/** The word right before a token, unless punctuation parts them. */
export function wordBefore(tokens: readonly Token[], at: number): string | undefined {
  return tokens[at]?.gap === 'blank' ? tokens[at - 1]?.word : undefined
}

/** The word at a token, unless punctuation parts it from what is before. */
export function wordAfter(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.gap === 'blank' ? token.word : undefined
}
