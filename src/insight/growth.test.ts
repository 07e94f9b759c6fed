import assert from 'node:assert/strict'
import test from 'node:test'
import { chanceOf, grown } from './growth.ts'

test('the chance of an excess is the upper tail of a binomial distribution', () => {
  assert.equal(chanceOf(0, 5), 1)
  // Five heads of five throws: one of thirty-two.
  assert.ok(Math.abs(chanceOf(5, 0) - 1 / 32) < 1e-12)
  // Eight or more of ten: (45 + 10 + 1) / 1024.
  assert.ok(Math.abs(chanceOf(8, 2) - 56 / 1024) < 1e-12)
  // Both of two in a third of the time: one of nine.
  assert.ok(Math.abs(chanceOf(2, 0, 1 / 3) - 1 / 9) < 1e-12)
})

test('a few cases, an even flow and an excess within chance are no growth', () => {
  assert.equal(grown(4, 0, 0.5), null)
  assert.equal(grown(40, 40, 0.5), null)
  assert.equal(grown(8, 2, 0.5), null)
  assert.ok(grown(20, 4, 0.5)! < 0.01)
})

test('unequal periods are judged by their length: as many cases in a month as in the week before is no growth', () => {
  assert.equal(grown(30, 30, 30 / 37), null)
  assert.ok(grown(30, 30, 7 / 37)! < 0.01)
})

test('a hundred thousand cases are judged as well as ten', () => {
  assert.equal(grown(100_000, 99_900, 0.5), null)
  assert.ok(grown(52_000, 48_000, 0.5)! < 0.01)
})
