import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breakable } from './breakable.ts'
import { fontOf } from './fonts.ts'
import { plainLine, plainText } from './plain-text.ts'
import { printable } from './printable.ts'
import { decimalsOf, tellCell, tellMoment } from './tell-cell.ts'
import { bindUnits, bindWords } from './typography.ts'

// A space that holds is written here as «~».
const shown = (text: string) => text.replaceAll('\u00A0', '~')

test('numbers, days and gaps are told as Russian documents write them', () => {
  const told: [Parameters<typeof tellCell>, string][] = [
    [[1234567, 'number'], '1~234~567'],
    [[-1234.567, 'number'], '−1~234,57'],
    [[-0.001, 'number'], '0'],
    [[12.5, 'percent'], '12,5~%'],
    [[100, 'percent', 0], '100~%'],
    [[92, 'percent', 1], '92,0~%'],
    [[7, 'number', 2], '7,00'],
    [[-0.04, 'hours'], '0,0~ч'],
    [[3.44, 'hours'], '3,4~ч'],
    [['2026-11-03', 'date'], '03.11.2026'],
    [['2026-02-31', 'date'], '2026-02-31'],
    [[null, 'number'], '—'],
    [[undefined, 'text'], '—'],
    [[Number.NaN, 'percent'], '—'],
    [['', 'text'], '—'],
    [['не вёлся', 'number'], 'не вёлся'],
  ]
  for (const [given, expected] of told) assert.equal(shown(tellCell(...given)), expected)
})

test('a column tells all its figures with the decimals that one of them needs', () => {
  const needed: [Parameters<typeof decimalsOf>, number][] = [
    [[[1, 2, null, 'нет'], 'number'], 0],
    [[[1, 2.5], 'number'], 1],
    [[[1, 2.345], 'number'], 2],
    [[[12, 12.04], 'percent'], 0],
    [[[12, 12.06], 'percent'], 1],
    [[[Number.NaN, 1e21, 1e-9], 'number'], 0],
  ]
  for (const [given, expected] of needed) assert.equal(decimalsOf(...given), expected)
})

test('a moment is told by the hands of the clock it was written by', () => {
  assert.equal(tellMoment('2026-11-23T09:40:00+03:00'), '23.11.2026, 09:40')
  assert.equal(tellMoment('2026-11-23'), '23.11.2026')
  assert.equal(tellMoment('23 ноября'), '23 ноября')
})

test('what must not be torn apart is bound', () => {
  const bound: [string, string][] = [
    ['12 % за 3 ч и 5 сут', '12~% за 3~ч и 5~сут'],
    ['1 234 567 дел', '1~234~567 дел'],
    ['п. 4.2 и ст. 12, № 47, д. 7', 'п.~4.2 и ст.~12, №~47, д.~7'],
    ['Образцову И. П.', 'Образцову~И.~П.'],
    ['А. С. Примерова', 'А.~С.~Примерова'],
    ['срок — до 1 декабря', 'срок~— до 1~декабря'],
    ['16 п. п.', '16~п. п.'],
  ]
  for (const [given, expected] of bound) assert.equal(shown(bindUnits(given)), expected)
  assert.equal(shown(bindWords('в доме и на улице')), 'в~доме и~на~улице')
})

test('binding changes nothing but spaces', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'вна№12%ч.АБ,—п '.split('')), maxLength: 60 }),
      (text) => {
        assert.equal(bindWords(text).replaceAll('\u00A0', ' '), text.replaceAll('\u00A0', ' '))
      },
    ),
  )
})

test('marks that turn, hide or break a text are taken out of it', () => {
  assert.equal(plainText(' a\u202Eб\u0000в\r\nг\u2028д\uD800 \n\n\n\n е '), 'aбв\nг\nд\uFFFD\n\nе')
  assert.equal(plainLine('a\n b\tc'), 'a b c')
  assert.equal(plainText(`e${'\u0301'.repeat(50)}`), 'é\u0301\u0301')
})

test('a plain text stays as it is when it is cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const once = plainText(text)
      assert.equal(plainText(once), once)
      assert.doesNotMatch(once, /[\p{Cc}--\n]|[\u202A-\u202E\u2066-\u2069]/v)
    }),
    { numRuns: 2000 },
  )
})

test('letters our fonts lack become what they can show', () => {
  assert.equal(printable('Дом 😀👨‍👩‍👧🇷🇺 → 𝐀 שלום ₽ ӈ'), 'Дом  –> A ? ₽ ӈ')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const letter of printable(plainLine(text)))
        assert.ok(fontOf('serif').covers(letter.codePointAt(0) ?? 0), letter)
    }),
    { numRuns: 1000 },
  )
})

test('a long address gets chances to be broken, and without them it is the same text', () => {
  const widthOf = (text: string) => text.length
  const address = `https://example.org/${'x'.repeat(90)}?a=1&b=2`
  const broken = breakable(`см. ${address} там`, 30, widthOf)
  assert.equal(broken.replaceAll('\u200B', ''), `см. ${address} там`)
  for (const piece of broken.split(/[\s\u200B]/)) assert.ok(piece.length <= 30, piece)
  assert.equal(breakable('переосвидетельствование', 10, widthOf), 'переосвидетельствование')
})
