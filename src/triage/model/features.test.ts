import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocks, bucketCount } from './buckets.ts'
import { foldOf } from './folds.ts'
import { hashPair, hashText } from './hash.ts'
import { marksOf } from './markup.ts'
import { createTokeniser } from './tokens.ts'
import { createCounter, createVectoriser, rarityCode } from './vectorise.ts'

test('a hash is the same on every run and differs by salt, part and order', () => {
  assert.equal(hashText('дорога'), hashText('дорога'))
  assert.equal(hashText('дорога', 0, 1, 4), hashText('оро'))
  assert.notEqual(hashText('дорога'), hashText('дорога', 1))
  assert.notEqual(hashPair(1, 2), hashPair(2, 1))
})

test('hashes of similar words spread evenly over the buckets', () => {
  const used = new Set(Array.from({ length: 4096 }, (_, number) => hashText(`дом ${number}`) >>> 20))
  // Of 4,096 draws into 4,096 places chance alone leaves 63 % used.
  assert.ok(used.size > 2450 && used.size < 2730, String(used.size))
})

test('a text is read into stems, letters and marks, the letter ё and capitals told apart from nothing', () => {
  const read = createTokeniser()
  const one = read('Ёлка у ДОМА!!').map((token) => token.stems)
  assert.deepEqual(one, [['елк'], [], ['дом']])
  assert.deepEqual(
    read('елка у дома!!').map((token) => token.chars),
    read('Ёлка у ДОМА!!').map((token) => token.chars),
  )
})

test('links, mentions, tags and signs leave marks, plain words none', () => {
  assert.equal(marksOf('дорога').length, 0)
  assert.deepEqual(marksOf('[club15|город'), marksOf('[club15|город'))
  assert.notDeepEqual(marksOf('[club15|город'), marksOf('[club16|город'))
  assert.ok(marksOf('https://example.org/pages/42?id=7').length >= 4)
  assert.equal(marksOf('#наш_двор').length, 1)
  assert.equal(marksOf('всё!!').length, 1)
})

test('a row has unit length, and every bucket lies in one of the three blocks', () => {
  const read = createTokeniser()
  const rarity = new Uint32Array(bucketCount).fill(rarityCode(100, 10, 2))
  const row = createVectoriser(rarity)(read('Во дворе не убирают снег!! Во дворе темно'))
  let squares = 0
  for (let at = 0; at < row.size; at += 1) squares += row.values[at]! ** 2
  assert.ok(Math.abs(squares - 1) < 1e-9)
  assert.equal(new Set(row.buckets.subarray(0, row.size)).size, row.size)
  assert.ok(row.buckets.subarray(0, row.size).every((bucket) => bucket >= 0 && bucket < blocks[3]))
})

test('a counter leaves nothing of the text before', () => {
  const read = createTokeniser()
  const counter = createCounter()
  const first = counter.count(read('снег снег снег'))
  counter.clear(first)
  const second = counter.count(read('снег'))
  assert.ok(Array.from(counter.touched.subarray(0, second)).every((bucket) => counter.counts[bucket] === 1))
})

test('rare buckets weigh more than common ones, and those below the least are dropped', () => {
  assert.equal(rarityCode(1000, 1, 2), 0)
  assert.ok(rarityCode(1000, 3, 2) > rarityCode(1000, 300, 2))
  assert.equal(rarityCode(1000, 1000, 2), 1)
})

test('an empty text and a text of blanks are rows of nothing', () => {
  const read = createTokeniser()
  const vectorise = createVectoriser(new Uint32Array(bucketCount).fill(9))
  for (const text of ['', ' \n\t ']) assert.equal(vectorise(read(text)).size, 0)
})

test('copies that differ in capitals, signs or their tails fall into one part', () => {
  const body = 'Просим почистить тротуары у детского сада и школы, пройти нельзя уже неделю'
  const part = foldOf(body)
  for (const copy of [body.toUpperCase(), `!!! ${body}`, `${body} Жители дома 5`])
    assert.equal(foldOf(copy), part)
  const parts = new Set(
    Array.from({ length: 60 }, (_, at) => foldOf(`${'абвгдежзик'[at % 10]}${'лмнопр'[at % 6]} письмо`)),
  )
  assert.equal(parts.size, 5)
})

test('what was read once is read alike again, also after the memory was full', () => {
  const read = createTokeniser()
  const before = structuredClone(read('снег на дороге'))
  for (let number = 0; number < 130_000; number += 1) read(`слово${number}`)
  assert.deepEqual(read('снег на дороге'), before)
  assert.equal(read('я'.repeat(1001)).length, 6)
})
