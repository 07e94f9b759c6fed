import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { workingHours } from '../calendar/contract.ts'
import { createCalendar } from '../calendar/index.ts'
import { timeNorm } from './contract.ts'
import {
  computeDeadline,
  deadlineStatus,
  extendDeadline,
  momentFrom,
  pauseDeadline,
  reminderInstants,
  resumeDeadline,
} from './index.ts'
import type { DeadlineTerms } from './index.ts'

const day = [{ from: '09:00', to: '18:00' }]
const zone = 'Europe/Moscow'
const time = {
  zone,
  calendar: createCalendar(),
  workingHours: workingHours.parse({ days: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
}
const at = (wall: string) => momentFrom(wall, zone)
const terms = (given: Partial<z.input<typeof timeNorm>>, from = '2026-11-02T10:00'): DeadlineTerms => ({
  norm: timeNorm.parse({
    name: 'Ответ на сообщение',
    regime: 'message',
    clock: 'answer',
    amount: 5,
    unit: 'working-days',
    start: 'registered',
    stop: 'published',
    pause: ['asked', 'postponed'],
    ...given,
  }),
  from: at(from),
  ...time,
})
const due = (of: DeadlineTerms) => computeDeadline(of).explanation.due.slice(0, 16)
const paused = (of: DeadlineTerms, from: string, to: string) =>
  resumeDeadline(pauseDeadline(of, at(from), 'asked'), at(to))

const shifts: [DeadlineTerms, from: string, to: string, before: string, after: string, why: string][] = [
  [
    terms({}),
    '2026-11-05T12:00',
    '2026-11-09T12:00',
    '2026-11-10T18:00',
    '2026-11-12T18:00',
    'Friday and Monday',
  ],
  [
    terms({}),
    '2026-11-05T12:00',
    '2026-11-05T16:00',
    '2026-11-10T18:00',
    '2026-11-10T18:00',
    'within one day: nothing',
  ],
  [
    terms({}),
    '2026-11-06T17:00',
    '2026-11-08T12:00',
    '2026-11-10T18:00',
    '2026-11-10T18:00',
    'a weekend: nothing',
  ],
  [
    terms({ unit: 'calendar-days' }),
    '2026-11-05T12:00',
    '2026-11-09T12:00',
    '2026-11-07T18:00',
    '2026-11-11T18:00',
    'four days',
  ],
  [
    terms({ unit: 'hours', amount: 24 }),
    '2026-11-02T12:00',
    '2026-11-02T15:30',
    '2026-11-03T10:00',
    '2026-11-03T13:30',
    'to the minute',
  ],
  [
    terms({ unit: 'working-hours', amount: 9 }),
    '2026-11-02T17:00',
    '2026-11-03T10:00',
    '2026-11-03T10:00',
    '2026-11-03T12:00',
    'an hour before closing, one after opening',
  ],
]
for (const [of, from, to, before, after, why] of shifts) {
  test(`a pause from ${from} to ${to} moves ${of.norm.amount} ${of.norm.unit} by its time: ${why}`, () => {
    assert.equal(due(of), before)
    assert.equal(due(paused(of, from, to)), after)
  })
}

test('two pauses that touch move a deadline as one pause does', () => {
  const one = paused(terms({}), '2026-11-05T12:00', '2026-11-10T12:00')
  const two = paused(
    paused(terms({}), '2026-11-05T12:00', '2026-11-06T12:00'),
    '2026-11-06T12:00',
    '2026-11-10T12:00',
  )
  assert.equal(due(two), due(one))
})

test('a pause after the due instant does not save a missed deadline', () => {
  const late = paused(terms({}), '2026-11-11T12:00', '2026-11-20T12:00')
  assert.equal(due(late), '2026-11-10T18:00')
  assert.ok(computeDeadline(late).explanation.steps.some(({ rule }) => rule === 'pause-too-late'))
})

test('while the resident is asked the clock stands and the explanation says so', () => {
  const standing = pauseDeadline(terms({}), at('2026-11-05T12:00'), 'asked')
  const found = computeDeadline(standing)
  assert.equal(found.paused, true)
  assert.match(found.explanation.steps.find(({ rule }) => rule === 'paused')!.text, /ждём ответа заявителя/)
})

test('a pause for a reason that the norm does not list is refused, and has no effect if it comes anyway', () => {
  const strict = terms({ pause: ['postponed'] })
  assert.throws(() => pauseDeadline(strict, at('2026-11-05'), 'asked'), { reason: 'pause-not-allowed' })
  const forced = [{ from: at('2026-11-05'), to: at('2026-11-09'), reason: 'asked' as const }]
  assert.equal(due({ ...strict, pauses: forced }), due(strict))
})

test('a clock is stopped once and resumed after it was stopped', () => {
  const standing = pauseDeadline(terms({}), at('2026-11-05T12:00'), 'asked')
  assert.throws(() => pauseDeadline(standing, at('2026-11-06'), 'asked'), { reason: 'already-paused' })
  assert.throws(() => resumeDeadline(standing, at('2026-11-04')), { reason: 'resumed-before-pause' })
  assert.throws(() => resumeDeadline(terms({}), at('2026-11-04')), { reason: 'not-paused' })
})

test('an extension is granted as often and as far as the norm allows', () => {
  const appeal = terms({ extension: { max: 3, times: 1 } })
  assert.equal(due(extendDeadline(appeal, 3)), '2026-11-13T18:00')
  for (const amount of [4, 0, -1, 1.5, Number.NaN]) {
    assert.throws(() => extendDeadline(appeal, amount), { reason: 'extension-out-of-range' })
  }
  assert.throws(() => extendDeadline(extendDeadline(appeal, 1), 1), { reason: 'extension-used-up' })
  assert.throws(() => extendDeadline(terms({}), 1), { reason: 'extension-not-allowed' })
})

test('reminders stand before the due instant by hours, working hours, days and working days', () => {
  const { norm } = terms({
    reminders: [
      { amount: 1, unit: 'working-days' },
      { amount: 2, unit: 'hours' },
      { amount: 3, unit: 'calendar-days' },
      { amount: 10, unit: 'working-hours' },
      { amount: 10, unit: 'calendar-days' },
    ],
  })
  const instants = reminderInstants(at('2026-11-09T18:00'), norm, time, at('2026-11-02T10:00'))
  assert.deepEqual(
    instants.map((instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString()),
    ['2026-11-06T17:00:00', '2026-11-06T18:00:00', '2026-11-09T16:00:00'],
  )
})

const states: [now: string, facts: { stoppedAt?: string; paused?: boolean }, state: string][] = [
  ['2026-11-03T12:00', {}, 'running'],
  ['2026-11-06T18:00', {}, 'soon'],
  ['2026-11-09T00:00', {}, 'due-today'],
  ['2026-11-09T18:00', {}, 'due-today'],
  ['2026-11-09T18:01', {}, 'overdue'],
  ['2026-11-10T12:00', { paused: true }, 'paused'],
  ['2026-12-01T12:00', { stoppedAt: '2026-11-09T18:00' }, 'met'],
  ['2026-12-01T12:00', { stoppedAt: '2026-11-09T18:01' }, 'missed'],
]
for (const [now, facts, state] of states) {
  test(`a deadline of 9 November 18:00 is ${state} at ${now} with ${JSON.stringify(facts)}`, () => {
    const stoppedAt = facts.stoppedAt ? at(facts.stoppedAt) : null
    const known = { zone, paused: facts.paused, stoppedAt, soonFrom: at('2026-11-06T18:00') }
    assert.equal(deadlineStatus(at('2026-11-09T18:00'), at(now), known), state)
  })
}
