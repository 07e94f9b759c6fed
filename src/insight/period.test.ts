import assert from 'node:assert/strict'
import test from 'node:test'
import { presets } from './contract.ts'
import { askedDays, daysOfPoint, daysOfPreset, pointsOf, previousOf } from './period.ts'

const sunday = Temporal.PlainDate.from('2026-11-22')

test('ready periods end today or earlier, weeks begin on Monday', () => {
  const expected = {
    today: ['2026-11-22', '2026-11-22'],
    yesterday: ['2026-11-21', '2026-11-21'],
    '7-days': ['2026-11-16', '2026-11-22'],
    '30-days': ['2026-10-24', '2026-11-22'],
    week: ['2026-11-16', '2026-11-22'],
    'last-week': ['2026-11-09', '2026-11-15'],
    month: ['2026-11-01', '2026-11-22'],
    'last-month': ['2026-10-01', '2026-10-31'],
    quarter: ['2026-10-01', '2026-11-22'],
    year: ['2026-01-01', '2026-11-22'],
  }
  for (const preset of presets) {
    const { from, to } = daysOfPreset(preset, sunday)
    assert.deepEqual([from, to], expected[preset], preset)
  }
})

test('a period is compared with the one right before it: days with as many days, whole months with whole months', () => {
  const before = (from: string, to: string) => Object.values(previousOf({ from, to })).join(' ')
  assert.equal(before('2026-11-06', '2026-11-12'), '2026-10-30 2026-11-05')
  assert.equal(before('2026-11-22', '2026-11-22'), '2026-11-21 2026-11-21')
  assert.equal(before('2026-03-01', '2026-03-31'), '2026-02-01 2026-02-28')
  assert.equal(before('2026-01-01', '2026-03-31'), '2025-10-01 2025-12-31')
  assert.equal(before('2026-11-01', '2026-11-22'), '2026-10-10 2026-10-31')
})

test('half a period, one that ends before it begins and one of four years are refused with what to do', () => {
  const refusal = (reason: string) => ({ kind: 'invalid', reason })
  assert.throws(() => askedDays({ from: '2026-11-01' }, sunday), refusal('half-a-period'))
  assert.throws(
    () => askedDays({ from: '2026-11-02', to: '2026-11-01' }, sunday),
    refusal('ends-before-begin'),
  )
  assert.throws(() => askedDays({ from: '2022-11-01', to: '2026-11-01' }, sunday), refusal('too-long'))
})

test('weeks of a period begin on Mondays and keep only the days that lie in it', () => {
  const period = { from: '2026-11-06', to: '2026-11-12' }
  assert.deepEqual(pointsOf(period, 'week'), ['2026-11-02', '2026-11-09'])
  assert.deepEqual(daysOfPoint('2026-11-02', 'week', period), { from: '2026-11-06', to: '2026-11-08' })
  assert.deepEqual(daysOfPoint('2026-11-09', 'week', period), { from: '2026-11-09', to: '2026-11-12' })
  assert.equal(pointsOf(period, 'day').length, 7)
})
