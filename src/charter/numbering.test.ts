import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { patternLetters, patternsMeet } from './checks/numbering.ts'

const letters = (pattern: string) => {
  const found = patternLetters({ pattern, prefix: 'П' })
  assert.ok(typeof found !== 'string')
  return found
}

const pairs: [a: string, b: string, meet: boolean][] = [
  ['А-{yy}-{n}', 'Б-{yy}-{n}', false],
  ['{year}-{n}', '{yy}-{n}', false],
  ['{n}/{yy}', '{n:5}/{yy}', true],
  ['7{n}-{yy}', '{n}-{yy}', true],
  ['{yy}{n}', '{year}{n}', true],
  ['{prefix}{yy}-{n}', 'П{yy}-{n:7}', true],
  ['1-{n}-{yy}', '2-{n}-{yy}', false],
]

for (const [a, b, meet] of pairs) {
  test(`${a} and ${b} ${meet ? 'may give' : 'never give'} the same number`, () => {
    assert.equal(patternsMeet(letters(a), letters(b)), meet)
    assert.equal(patternsMeet(letters(b), letters(a)), meet)
  })
}

test('two patterns that give one number in fact are found to meet', () => {
  const piece = fc.constantFrom('1', '2', '-', '{n}', '{n:3}', '{yy}', '{year}')
  const pattern = fc.array(piece, { maxLength: 4 }).map((list) => list.join(''))
  const known = fc
    .tuple(pattern, pattern, fc.nat(400), fc.nat(400))
    .filter(([a, b]) =>
      [a, b].every((one) => typeof patternLetters({ pattern: one, prefix: '' }) !== 'string'),
    )
  const numberOf = (one: string, n: number) =>
    one
      .replace('{year}', '2026')
      .replaceAll('{year}', '2026')
      .replaceAll('{yy}', '26')
      .replace(/\{n(?::(\d+))?\}/, (_, width: string | undefined) =>
        String(n + 1).padStart(Number(width ?? 1), '0'),
      )
  fc.assert(
    fc.property(known, ([a, b, n, m]) => {
      if (numberOf(a, n) === numberOf(b, m)) assert.ok(patternsMeet(letters(a), letters(b)), `${a} ${b}`)
      assert.ok(patternsMeet(letters(a), letters(a)))
    }),
  )
})
