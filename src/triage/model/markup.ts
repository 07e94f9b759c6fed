import { hashText } from './hash.ts'

const MARK = 0x3a7
// What tells of a source by its looks; a sign may stand anywhere in a token.
const signs = [
  '<br',
  '_x000d_',
  '&quot;',
  '&nbsp;',
  '&amp;',
  '!!',
  '??',
  '...',
  '))',
  '((',
  '«',
  '"',
  '—',
  '–',
  '❗',
  '№',
]
const bracketed = /\[([^\]|]{2,40})[\]|]/g
const address = /https?:|www\.|\.(?:ru|com|рф)\b/
const tag = /#[\p{L}\p{N}_]{2,}/gu

/** Hashes of what marks a token beside its words: mentions, parts of links, tags, placeholders, signs. */
export function marksOf(token: string): number[] {
  const found: string[] = signs.filter((sign) => token.includes(sign))
  if (token.includes('[')) for (const [, inside = ''] of token.matchAll(bracketed)) found.push(`[${inside}`)
  if (token.includes('|')) found.push(`|${token.slice(token.indexOf('|') + 1)}`)
  if (token.includes('#')) for (const [name] of token.matchAll(tag)) found.push(name)
  if (address.test(token)) {
    for (const piece of token.split(/[/?&=_.:,]+/)) if (piece.length > 1) found.push(`/${piece}`)
  }
  return found.map((mark) => hashText(mark, MARK))
}
