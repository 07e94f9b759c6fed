import { hashText } from './hash.ts'
import { fold } from './tokens.ts'

const OPENING = 50

/** How many parts training rows are cut into for checking on what was not learned. */
export const foldCount = 5

/** The first 50 letters of a text: what repeats and near-copies have in common. */
export function openingOf(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}]+/gu, '')
    .slice(0, OPENING)
}

/** The part (0–4) of a text. Texts that open with the same letters share one: a repeat never checks its own copy. */
export function foldOf(text: string): number {
  return (hashText(openingOf(text), 0xf01d) >>> 0) % foldCount
}
