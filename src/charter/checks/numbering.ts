import { regime as regimes, regimeNames } from '../vocabulary.ts'
import type { Regime } from '../vocabulary.ts'
import type { Numbering } from '../contract.ts'
import type { Check, Found } from './check.ts'

/** A letter of a pattern: one character, or a digit that may repeat without end. */
type Letter = { char: string | null; repeats: boolean }

const digit: Letter = { char: null, repeats: false }

/** The letters of a number pattern, or the sentence that says what is wrong with it. */
export function patternLetters({
  pattern,
  prefix,
}: Pick<Numbering, 'pattern' | 'prefix'>): Letter[] | string {
  const letters: Letter[] = []
  let numbers = 0
  let years = 0
  const plain = (text: string) => letters.push(...text.split('').map((char) => ({ char, repeats: false })))
  for (const piece of pattern.split(/(\{[^}]*\}?)/)) {
    const width = /^\{n(?::(\d{1,2}))?\}$/.exec(piece)
    if (width) {
      numbers++
      const least = Math.max(1, Number(width[1] ?? 1))
      letters.push(...Array.from({ length: least - 1 }, () => digit), { char: null, repeats: true })
    } else if (piece === '{year}' || piece === '{yy}') {
      years++
      letters.push(...Array.from({ length: piece === '{yy}' ? 2 : 4 }, () => digit))
    } else if (piece === '{prefix}') plain(prefix)
    else if (piece.startsWith('{')) {
      return `«${piece}» в шаблоне номера неизвестно: допустимо {prefix}, {year}, {yy}, {n}, {n:5}`
    } else plain(piece)
  }
  if (numbers !== 1) return `{n} должно стоять в шаблоне номера один раз, а здесь ${numbers}`
  if (years === 0) return 'в шаблоне номера нет года, и номера повторятся: добавьте {year} или {yy}'
  return letters
}

/** True when two patterns can give one and the same number. */
export function patternsMeet(a: readonly Letter[], b: readonly Letter[]): boolean {
  const seen = new Set<string>()
  const waiting: [number, number][] = [[0, 0]]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const [i, j] = at
    const mark = `${i}:${j}`
    if (seen.has(mark)) continue
    seen.add(mark)
    const [x, y] = [a[i], b[j]]
    if (!x && !y) return true
    if (!x || !y || !sameLetter(x, y)) continue
    waiting.push([i + 1, j + 1])
    if (x.repeats) waiting.push([i, j + 1])
    if (y.repeats) waiting.push([i + 1, j])
    if (x.repeats && y.repeats) waiting.push([i, j])
  }
  return false
}

function sameLetter({ char: a }: Letter, { char: b }: Letter): boolean {
  if (a !== null && b !== null) return a === b
  return (a === null || /\d/.test(a)) && (b === null || /\d/.test(b))
}

/** Patterns are well formed, and no number can belong to two regimes. */
export const checkNumbering: Check = ({ readable }) => {
  const numbering: Partial<Record<Regime, Numbering>> = readable.numbering ?? {}
  const found: Found[] = []
  const known: { regime: Regime; letters: Letter[] }[] = []
  for (const regime of regimes.options) {
    const keys = ['numbering', regime, 'pattern']
    const rule = numbering[regime]
    if (!rule) continue
    const letters = patternLetters(rule)
    if (typeof letters === 'string') {
      found.push({ keys, message: letters })
      continue
    }
    const rival = known.find((other) => patternsMeet(other.letters, letters))
    if (rival) {
      const message = `номер может совпасть с номером вида «${regimeNames[rival.regime]}»: дайте им разные приставки (prefix)`
      found.push({ keys, message })
    }
    known.push({ regime, letters })
  }
  return found
}
