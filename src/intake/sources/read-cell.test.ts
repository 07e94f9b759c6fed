import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDateTime, readDuration, readFlag, readMark, readNumber, readPoint } from './read-cell.ts'
import { networkOf } from './network.ts'

test('dates are read as exports write them', () => {
  const table = [
    ['01.09.2026', '2026-09-01T00:00:00'],
    ['1.9.26 7:05', '2026-09-01T07:05:00'],
    ['01.09.2026, 10:20:30', '2026-09-01T10:20:30'],
    ["'01.09.2026 10:20", '2026-09-01T10:20:00'],
    ['2026-09-01T10:20:30.5', '2026-09-01T10:20:30.5'],
    ['2026-09-01 10:20:30', '2026-09-01T10:20:30'],
    [46336.5, '2026-11-10T12:00:00'],
    ['31.02.2026', undefined],
    ['01.09.2026 25:00', undefined],
    ['01.09.1026', undefined],
    ['вчера', undefined],
    [12, undefined],
  ] as const
  for (const [came, expected] of table) assert.equal(readDateTime(came)?.toString(), expected, String(came))
})

test('every moment written the Russian way is read back', () => {
  const day = fc.integer({ min: 0, max: 40_000 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
      const at = Temporal.PlainDateTime.from('1990-01-01').add({ days, seconds })
      const two = (number: number): string => String(number).padStart(2, '0')
      const text = `${two(at.day)}.${two(at.month)}.${at.year} ${two(at.hour)}:${two(at.minute)}:${two(at.second)}`
      assert.equal(readDateTime(text)?.toString(), at.toString())
    }),
  )
})

test('durations of the cabinet are read in seconds', () => {
  const table = [
    ['2 days, 13:27:20.745647', 221_240],
    ['1 day, 3:37:55', 99_475],
    ['15:40:25.93', 56_425],
    ['2 дн. 01:00', 176_400],
    ['3 дня', 259_200],
    [0.5, 43_200],
    ['-1 day, 23:59:58', undefined],
    ['скоро', undefined],
    ['', undefined],
  ] as const
  for (const [came, expected] of table) {
    const read = readDuration(came)
    assert.equal(read && read.total('second'), expected, String(came))
  }
})

test('points need both coordinates in range, with a comma or a point, in two cells or one', () => {
  assert.deepEqual(readPoint('62,25708', '74.49402', null), { lat: 62.25708, lon: 74.49402 })
  assert.deepEqual(readPoint(null, null, '62.25, 74.49'), { lat: 62.25, lon: 74.49 })
  assert.deepEqual(readPoint(null, null, '62,25; 74,49'), { lat: 62.25, lon: 74.49 })
  assert.equal(readPoint('0', '0', null), undefined)
  assert.equal(readPoint('162,2', '74', null), undefined)
  assert.equal(readPoint('62,2', null, null), undefined)
})

test('numbers, flags and marks are read, and what is none of them is not', () => {
  assert.deepEqual(
    [readNumber('1 234,5'), readNumber('12a'), readNumber(null)],
    [1234.5, undefined, undefined],
  )
  assert.deepEqual(
    [readFlag('Да'), readFlag('нет'), readFlag(true), readFlag(null)],
    [true, false, true, false],
  )
  assert.deepEqual(
    [readMark('5 – отлично'), readMark(3), readMark('10'), readMark('0')],
    [5, 3, undefined, undefined],
  )
})

test('a network has one spelling, and an unknown one stays as it came', () => {
  const came = ['ВКонтакте', 'Одноклассники', 'Telegram', 'MAX', 'Instagram*', 'Местный форум', undefined]
  assert.deepEqual(came.map(networkOf), [
    'vk',
    'ok',
    'telegram',
    'max',
    'instagram',
    'местный форум',
    undefined,
  ])
})
