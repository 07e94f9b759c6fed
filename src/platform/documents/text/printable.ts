import { fontOf } from './fonts.ts'

const arrows = new Map([
  ['→', '–>'],
  ['←', '<–'],
  ['↑', '^'],
  ['↓', 'v'],
  ['✓', '+'],
  ['✔', '+'],
  ['●', '•'],
  ['■', '•'],
  ['▪', '•'],
  ['\u2007', '\u00A0'],
  ['\u202F', '\u00A0'],
])
const pictures =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200C|\u200D|\u20E3/u

/**
 * Text that our own fonts can show, so that a page looks the same on every machine: pictures are left out, a letter they
 * lack is taken apart or becomes a question mark.
 */
export function printable(text: string): string {
  const font = fontOf('serif')
  const bold = fontOf('sansBold')
  const shown = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0
    return letter === '\n' || (font.covers(code) && bold.covers(code))
  }
  let result = ''
  let lost = false
  for (const letter of text) {
    const told = shown(letter) ? letter : replacementOf(letter, shown)
    if (told === null) {
      if (!lost) result += '?'
      lost = true
      continue
    }
    result += told
    if (told !== '') lost = false
  }
  return result
}

function replacementOf(letter: string, shown: (letter: string) => boolean): string | null {
  const named = arrows.get(letter)
  if (named !== undefined) return named
  if (pictures.test(letter) || /^\p{M}$/u.test(letter)) return ''
  const apart = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return apart !== '' && Array.from(apart).every(shown) ? apart : null
}
