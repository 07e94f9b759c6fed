import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWhen } from './when.ts'

test('moments are told in the zone of the centre, whatever zone the computer is in', () => {
  const yekaterinburg = createWhen('Asia/Yekaterinburg', 'ru')
  const kaliningrad = createWhen('Europe/Kaliningrad', 'ru')
  assert.equal(yekaterinburg.full('2025-12-31T20:30:00Z'), '01.01.2026, 01:30')
  assert.equal(kaliningrad.full('2025-12-31T20:30:00Z'), '31.12.2025, 22:30')
})

test('a plain date is told as it is, without a zone', () => {
  for (const zone of ['Asia/Kamchatka', 'America/New_York']) {
    assert.equal(createWhen(zone, 'ru').day('2026-03-08'), '08.03.2026')
  }
})

test('a time typed on the clocks of the zone becomes its instant', () => {
  assert.equal(
    createWhen('Asia/Yekaterinburg', 'ru').instantOf('2026-11-22T14:05'),
    '2026-11-22T09:05:00.000Z',
  )
})

test('a typed time is right on both sides of a change of the clocks', () => {
  const berlin = createWhen('Europe/Berlin', 'ru')
  assert.equal(berlin.instantOf('2026-03-29T01:30'), '2026-03-29T00:30:00.000Z')
  assert.equal(berlin.instantOf('2026-03-29T03:30'), '2026-03-29T01:30:00.000Z')
})

test('a moment of another year says the year instead of the time', () => {
  assert.equal(createWhen('Europe/Moscow', 'ru').short('2019-05-06T07:08:00Z'), '06.05.2019')
})
