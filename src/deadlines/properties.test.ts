import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { workingHours } from '../calendar/contract.ts'
import { createCalendar } from '../calendar/index.ts'
import { deadlineExplanation, timeNorm } from './contract.ts'
import type { TimeNorm } from './contract.ts'
import { computeDeadline } from './index.ts'
import type { DeadlineTerms, Pause } from './index.ts'

const lunch = [
  { from: '08:30', to: '12:30' },
  { from: '13:15', to: '17:30' },
]
const weeks = [
  { days: { mon: lunch, tue: lunch, wed: lunch, thu: lunch, fri: [{ from: '08:30', to: '16:00' }] } },
  { days: { tue: lunch, wed: lunch, fri: lunch, sat: lunch }, shortDayMinus: 90 },
].map((week) => workingHours.parse(week))
const calendars = [
  createCalendar(),
  createCalendar({
    local: {
      holidays: [{ date: '2026-08-21', name: 'День района' }],
      shortDays: ['2026-08-20'],
      workingDays: ['2026-08-22'],
    },
  }),
]

const units = ['hours', 'working-hours', 'calendar-days', 'working-days'] as const
const norms: fc.Arbitrary<TimeNorm> = fc
  .record({
    unit: fc.constantFrom(...units),
    amount: fc.integer({ min: 1, max: 60 }),
    roll: fc.constantFrom('previous', 'next', 'none'),
    legal: fc.boolean(),
  })
  .map((given) =>
    timeNorm.parse({
      ...given,
      roll: given.unit.endsWith('hours') ? 'none' : given.roll,
      name: 'Срок',
      regime: 'message',
      clock: 'answer',
      start: 'registered',
      stop: 'sent',
      pause: ['asked', 'postponed'],
    }),
  )
const first = Temporal.Instant.from('2017-01-01T00:00Z').epochMilliseconds
const last = Temporal.Instant.from('2033-01-01T00:00Z').epochMilliseconds
const moments = fc
  .integer({ min: first, max: last })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms - (ms % 1000)))
const cases: fc.Arbitrary<DeadlineTerms> = fc.record({
  norm: norms,
  from: moments,
  // Berlin moves its clock twice a year; the Russian zones do not.
  zone: fc.constantFrom('Europe/Kaliningrad', 'Asia/Yekaterinburg', 'Asia/Kamchatka', 'Europe/Berlin'),
  calendar: fc.constantFrom(...calendars),
  workingHours: fc.constantFrom(...weeks),
})
const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 })
const gaps = fc.array(fc.tuple(minutes, minutes, fc.constantFrom('asked', 'postponed')), { maxLength: 4 })

const later = (instant: Temporal.Instant, amount: number) => instant.add({ minutes: amount })
const isNotBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) >= 0
const wall = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone)

/** Whether the centre works in the minute that begins at a moment: told from the tables, not by the engine. */
function worksAt(instant: Temporal.Instant, { calendar, workingHours: hours, zone }: DeadlineTerms): boolean {
  const here = wall(instant, zone)
  const day = here.toPlainDate()
  if (!calendar.isWorking(day)) return false
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  let spans = hours.days[names[day.dayOfWeek - 1]!]
  if (spans.length === 0 && day.dayOfWeek > 5) spans = hours.days.fri
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' })
  const cut = calendar.isShort(day) ? hours.shortDayMinus : 0
  return spans.some(({ from, to }, i) => {
    const end =
      i === spans.length - 1 ? Temporal.PlainTime.from(to).subtract({ minutes: cut }).toString() : to
    return time >= from && time < end.slice(0, 5)
  })
}

test('a deadline in working days never falls on a day off, and one rolled forward never does', () => {
  fc.assert(
    fc.property(cases, (terms) => {
      const { explanation } = computeDeadline(terms)
      const control = Temporal.PlainDate.from(explanation.control)
      const { unit, roll } = terms.norm
      const stays = explanation.steps.some(({ rule }) => rule === 'roll-stops-at-start')
      const mayRest = unit === 'hours' || (unit === 'calendar-days' && (roll === 'none' || stays))
      if (!mayRest) assert.equal(terms.calendar.isWorking(control), true)
      if (stays) assert.equal(roll, 'previous')
    }),
    { numRuns: 500 },
  )
})

test('a deadline in working hours holds exactly its hours of work, minute by minute', () => {
  const inHours = fc.record({ terms: cases, amount: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(inHours, ({ terms: given, amount }) => {
      const norm: TimeNorm = { ...given.norm, unit: 'working-hours', roll: 'none', amount }
      const from = given.from.round({ smallestUnit: 'minute', roundingMode: 'floor' })
      const terms = { ...given, norm, from }
      const { dueAt } = computeDeadline(terms)
      let worked = 0
      for (let at = from; Temporal.Instant.compare(at, dueAt) < 0; at = later(at, 1))
        if (worksAt(at, terms)) worked++
      assert.equal(worked, amount * 60)
      assert.equal(worksAt(later(dueAt, -1), terms), true)
    }),
    { numRuns: 25 },
  )
})

test('a later start never gives an earlier deadline', () => {
  fc.assert(
    fc.property(cases, minutes, (terms, wait) => {
      const second = computeDeadline({ ...terms, from: later(terms.from, wait) })
      assert.ok(isNotBefore(second.dueAt, computeDeadline(terms).dueAt))
    }),
    { numRuns: 1000 },
  )
})

test('a deadline lies after its start, and a control date after the start day when days are counted', () => {
  fc.assert(
    fc.property(cases, (terms) => {
      const { dueAt, explanation } = computeDeadline(terms)
      assert.equal(Temporal.Instant.compare(dueAt, terms.from), 1)
      const start = wall(terms.from, terms.zone).toPlainDate().toString()
      if (terms.norm.unit.endsWith('days')) assert.ok(explanation.control > start)
    }),
    { numRuns: 1000 },
  )
})

test('pauses and extensions never shorten a deadline', () => {
  fc.assert(
    fc.property(cases, gaps, fc.integer({ min: 1, max: 30 }), (terms, drawn, more) => {
      const pauses = drawn.map(([after, length, reason]): Pause => {
        const from = later(terms.from, after)
        return { from, to: later(from, length), reason }
      })
      const plain = computeDeadline(terms).dueAt
      assert.ok(isNotBefore(computeDeadline({ ...terms, pauses }).dueAt, plain))
      assert.ok(isNotBefore(computeDeadline({ ...terms, extensions: [more] }).dueAt, plain))
      const both = computeDeadline({ ...terms, pauses, extensions: [more] })
      assert.ok(isNotBefore(both.dueAt, plain))
      assert.equal(both.explanation.steps.at(-1)!.date, both.explanation.due)
    }),
    { numRuns: 500 },
  )
})

test('an explanation fits the contract and ends on the computed instant', () => {
  fc.assert(
    fc.property(cases, (terms) => {
      const { dueAt, explanation } = computeDeadline(terms)
      deadlineExplanation.parse(explanation)
      assert.equal(explanation.steps.at(-1)!.date, explanation.due)
      assert.ok(Temporal.Instant.from(explanation.due).equals(dueAt))
      const shown = wall(dueAt, terms.zone)
      assert.ok(explanation.due.endsWith(shown.offset))
      assert.ok(explanation.steps.at(-1)!.text.includes(shown.toPlainTime().toString().slice(0, 5)))
      assert.equal(explanation.legal === null, !terms.norm.legal)
    }),
    { numRuns: 500 },
  )
})

test('a deadline in days is provisional exactly when a counted day lies in a year without its act', () => {
  const inDays = cases.filter(({ norm }) => norm.unit.endsWith('days'))
  fc.assert(
    fc.property(inDays, (given) => {
      const terms = { ...given, norm: { ...given.norm, legal: true } }
      const { legal, control, provisional, steps } = computeDeadline(terms).explanation
      const firstYear = wall(terms.from, terms.zone).toPlainDate().add({ days: 1 }).year
      const lastYear = Number((legal! > control ? legal! : control).slice(0, 4))
      // The shipped calendar knows the acts of 2022 to 2026.
      assert.equal(provisional, firstYear < 2022 || lastYear > 2026)
      const said = steps.some(({ rule }) => rule === 'provisional-year')
      assert.equal(said, provisional)
    }),
    { numRuns: 1000 },
  )
})
