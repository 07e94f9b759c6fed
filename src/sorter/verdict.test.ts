import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Measures } from './contract-figures.ts'
import { nextAt } from './ask-training.ts'
import { leastFor } from './learned-sorter.ts'
import { splitByTime } from './learning/split-by-time.ts'
import { shortfalls, tellShortfalls } from './verdict.ts'

const usual: Measures = {
  rows: 500,
  accuracy: 0.8,
  macroF1: 0.6,
  amongThree: 0.9,
  topicRows: 400,
  topicAccuracy: 0.5,
  topicAmongThree: 0.7,
  coverage: 0.4,
  precision: 0.95,
}
const short = (changes: Partial<Measures>, isModel = true) =>
  shortfalls({ ...usual, ...changes }, usual, isModel).map(({ measure }) => measure)

test('a candidate is worse by more than chance in groups, topics or what a model decides alone', () => {
  assert.deepEqual(short({}), [])
  assert.deepEqual(short({ accuracy: 0.791, topicAccuracy: 0.495, coverage: 0.375 }), [])
  assert.deepEqual(short({ accuracy: 0.789 }), ['accuracy'])
  assert.deepEqual(short({ topicAccuracy: 0.4, coverage: 0.3 }), ['topicAccuracy', 'coverage'])
  assert.deepEqual(short({ accuracy: 0.9, macroF1: 0.1 }), [])
})

test('what keywords decide by their rule is no merit; unknown topics compare nothing', () => {
  assert.deepEqual(short({ coverage: 0 }, false), [])
  assert.deepEqual(short({ topicAccuracy: null }), [])
})

test('by what it is worse is told in words with both figures', () => {
  const found = shortfalls({ ...usual, accuracy: 0.7051, coverage: 0.2 }, usual, true)
  assert.equal(
    tellShortfalls(found),
    'верных групп 70,5 % против 80,0 %; решено без человека 20,0 % против 40,0 %',
  )
})

test('the newest fifth is held back, without what opens like an older case or like one another', () => {
  const text = (at: number) =>
    `${'абвгдежзик'[at % 10]}${'клмнопрсту'[Math.floor(at / 10) % 10]} говорит о своём`
  const cases = Array.from({ length: 100 }, (_, at) => ({
    text: at === 85 ? text(3) : at === 95 ? text(94) : text(at),
    group: '04',
    topic: null,
    day: `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`,
  }))
  const { learned, heldBack, copies } = splitByTime(cases)
  assert.equal(learned.length, 80)
  assert.deepEqual([heldBack.length, copies], [18, 2])
  assert.deepEqual(heldBack[0], cases[80])
})

test('the threshold is that of the nearest precision measured that is not below the wish; none means never alone', () => {
  const measured = [
    { precision: 0.9, least: 0.7 },
    { precision: 0.95, least: 0.85 },
    { precision: 0.99, least: null },
  ]
  assert.equal(leastFor(measured, 0.95), 0.85)
  assert.equal(leastFor(measured, 0.92), 0.85)
  assert.equal(leastFor(measured, 0.97), null)
  assert.equal(leastFor(measured, 0.999), null)
})

test('the hour of the night is that of the centre, today while it is ahead, across a change of clocks as well', () => {
  const at = (now: string, zone: string) => nextAt(Temporal.Instant.from(now), '02:30', zone).toString()
  assert.equal(at('2026-11-20T09:00:00Z', 'Europe/Moscow'), '2026-11-20T23:30:00Z')
  assert.equal(at('2026-11-20T22:00:00Z', 'Europe/Moscow'), '2026-11-20T23:30:00Z')
  assert.equal(at('2026-11-20T23:30:00Z', 'Europe/Moscow'), '2026-11-21T23:30:00Z')
  assert.equal(at('2026-03-28T12:00:00Z', 'Europe/Berlin'), '2026-03-29T01:30:00Z')
})
