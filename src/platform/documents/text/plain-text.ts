/** Marks that turn text around, pieces of broken pairs, private letters: nothing of them may reach a file. */
const unwanted =
  /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu
const piledMarks = /(\p{M}{2})\p{M}+/gu

/** Text of one or several lines with nothing in it but letters: no control characters, no turned direction, NFC. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[^\S\n\u00A0\u202F]+/g, ' ')
    .replaceAll(unwanted, (found) => (found === '\n' ? '\n' : ''))
    .replaceAll(piledMarks, '$1')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^[ \n]+|[ \n]+$/g, '')
}

/** The same text on one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\n+/g, ' ')
}

/** A line of so many letters at most; what is beyond ends in an ellipsis. */
export function cutLine(text: string, most: number): string {
  const line = plainLine(text)
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replaceAll('\uFFFD', '')
        .trimEnd()}…`
}
