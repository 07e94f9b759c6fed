const chance = '\u200B'
const longestHyphenated = 40
const hyphenable = /^[\p{Script=Cyrillic}\u00AD]+$/u

/**
 * Gives words wider than a place chances to be broken (zero-width spaces): behind the signs of an address first, then
 * anywhere. Russian words are left to hyphenation unless they are no words. `widthOf` measures in the unit of `room`.
 */
export function breakable(text: string, room: number, widthOf: (text: string) => number): string {
  return text.replaceAll(/[^\s\u00A0]+/g, (word) => {
    if (word.length < 5 || widthOf(word) <= room) return word
    return word
      .replaceAll(/([/\\?&=_@:;,.+#~|*)\]}-]+)(?=[^\s])/g, `$1${chance}`)
      .split(chance)
      .map((piece) => breakPiece(piece, room, widthOf))
      .join(chance)
  })
}

function breakPiece(piece: string, room: number, widthOf: (text: string) => number): string {
  const bare = piece.replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (widthOf(piece) <= room || (bare.length <= longestHyphenated && hyphenable.test(bare))) return piece
  const letters = Array.from(piece)
  const fitting = Math.max(1, Math.floor((letters.length * room) / widthOf(piece) / 2))
  const parts: string[] = []
  for (let at = 0; at < letters.length; at += fitting) parts.push(letters.slice(at, at + fitting).join(''))
  return parts.join(chance)
}
