import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stem } from './stem.ts'

test('forms of one word share a stem', () => {
  const families: [string, string[]][] = [
    ['важн', ['важная', 'важнее', 'важные', 'важный', 'важных']],
    ['вагон', ['вагон', 'вагона', 'вагоне', 'вагонов', 'вагоном', 'вагоны']],
    ['дорог', ['дорога', 'дороги', 'дороге', 'дорогу', 'дорогой', 'дорог', 'дорогами', 'дорогах']],
    ['убира', ['убирает', 'убирают', 'убирать', 'убирали']],
  ]
  for (const [base, forms] of families) for (const form of forms) assert.equal(stem(form), base, form)
})

test('gerunds, reflexive verbs, abstract nouns and superlatives lose their endings', () => {
  assert.equal(stem('прочитавши'), 'прочита')
  assert.equal(stem('обратившись'), 'обрат')
  assert.equal(stem('собирается'), 'собира')
  assert.equal(stem('возможность'), 'возможн')
  assert.equal(stem('красивейше'), 'красив')
  assert.equal(stem('длинный'), 'длин')
})

test('words without a vowel, of other letters or of digits stay as they are', () => {
  for (const word of ['жкх', 'тко', 'internet', '2026', '']) assert.equal(stem(word), word)
})
