import assert from 'node:assert/strict'
import test from 'node:test'
import { type Figure, measures } from './contract.ts'
import { isWeak } from './weak-spots.ts'

const figure = (value: number, count: number, of: number | null = null): Figure => ({
  value,
  count,
  of,
  previous: null,
  change: null,
  changePercent: null,
  open: '',
  openOf: null,
})
const share = (count: number, of: number) => figure((count / of) * 100, count, of)

test('a share worse than the whole is weak only beyond chance', () => {
  const whole = share(850, 1000)
  assert.equal(isWeak(measures['in-time'], share(18, 30), whole), true)
  assert.equal(isWeak(measures['in-time'], share(24, 30), whole), false)
  assert.equal(isWeak(measures['in-time'], share(30, 30), whole), false)
  assert.equal(isWeak(measures['in-time'], share(0, 4), whole), false)
  assert.equal(isWeak(measures.explained, share(29, 30), share(400, 1000)), true)
})

test('a median is weak at one and a half times the whole, an average at half a mark below, with five cases at least', () => {
  assert.equal(isWeak(measures['final-answer-time'], figure(150, 9), figure(100, 90)), true)
  assert.equal(isWeak(measures['final-answer-time'], figure(149, 9), figure(100, 90)), false)
  assert.equal(isWeak(measures['final-answer-time'], figure(900, 4), figure(100, 90)), false)
  assert.equal(isWeak(measures.satisfaction, figure(3.5, 5), figure(4, 90)), true)
  assert.equal(isWeak(measures.satisfaction, figure(3.6, 5), figure(4, 90)), false)
})

test('a large count is no weakness: more come to a large unit', () => {
  assert.equal(isWeak(measures.late, figure(90, 90), figure(100, 100)), false)
  assert.equal(isWeak(measures.received, figure(90, 90), figure(100, 100)), false)
})
