import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { createCalendar } from '../../calendar/index.ts'
import { type ReportRule, reportRule } from '../../charter/contract.ts'
import { dueOf } from './due.ts'
import { daysName, periodBefore, periodNameAt, periodOf, periodsBetween } from './period.ts'

const zone = 'Asia/Yekaterinburg'
const calendar = createCalendar()
const rule = (given: Partial<ReportRule> & Pick<ReportRule, 'period'>): ReportRule =>
  reportRule.parse({ code: 'r', name: 'Отчёт', ...given })
const weekly = rule({
  period: 'week',
  due: { weekday: 'fri', time: '13:00', before: false, roll: 'previous' },
  window: { from: 'fri 00:00', to: 'thu 24:00' },
})
const due = (one: ReportRule, name: string, askedOn?: string) =>
  dueOf(one, periodOf(one, name), {
    zone,
    calendar,
    askedOn: askedOn ? Temporal.PlainDate.from(askedOn) : undefined,
  })
const days = (one: ReportRule, name: string) => {
  const { from, to } = periodOf(one, name)
  return daysName(from, to)
}

test('a week is named by the ISO week of its due Friday and holds the seven days before it', () => {
  assert.equal(days(weekly, '2026-W46'), '2026-11-06..2026-11-12')
  assert.equal(due(weekly, '2026-W46')?.at.toString({ timeZoneName: 'never' }), '2026-11-13T13:00:00+05:00')
})

test('a Friday that does not work moves the weekly deadline to the working day before it', () => {
  // 12 June 2026 is a holiday on a Friday.
  const found = due(weekly, '2026-W24')!
  assert.equal(found.on.toString(), '2026-06-11')
  assert.equal(found.at.toString({ timeZoneName: 'never' }), '2026-06-11T13:00:00+05:00')
  assert.match(
    found.steps.join('\n'),
    /12 июня 2026[\s\S]*День России[\s\S]*предыдущий рабочий день, четверг/,
  )
})

const table: [string, ReportRule, string, string, string][] = [
  [
    'the monthly report by the 5th, not later than that day',
    rule({
      period: 'month',
      due: { dayOfMonth: 5, before: false, roll: 'previous' },
      remindDays: 3,
    }),
    '2026-10',
    '2026-10-01..2026-10-31',
    '2026-11-05T23:59:59+05:00',
  ],
  [
    'the same read as the day before',
    rule({ period: 'month', due: { dayOfMonth: 5, before: true, roll: 'previous' } }),
    '2026-10',
    '2026-10-01..2026-10-31',
    '2026-11-03T23:59:59+05:00',
  ],
  [
    'the yearly report on the third working day, of 2024',
    rule({ period: 'year', due: { workingDayOfMonth: 3, before: false, roll: 'previous' } }),
    '2024',
    '2024-01-01..2024-12-31',
    '2025-01-13T23:59:59+05:00',
  ],
  [
    'the yearly report on the third working day, of 2025',
    rule({ period: 'year', due: { workingDayOfMonth: 3, before: false, roll: 'previous' } }),
    '2025',
    '2025-01-01..2025-12-31',
    '2026-01-14T23:59:59+05:00',
  ],
  [
    'a quarter by the 10th, a day off moves it back',
    rule({ period: 'quarter', due: { dayOfMonth: 10, before: false, roll: 'previous' } }),
    '2026-Q3',
    '2026-07-01..2026-09-30',
    '2026-10-09T23:59:59+05:00',
  ],
  [
    'December by the 5th: the working day before is still December, so the next one',
    rule({ period: 'month', due: { dayOfMonth: 5, before: false, roll: 'previous' } }),
    '2026-12',
    '2026-12-01..2026-12-31',
    '2027-01-11T23:59:59+05:00',
  ],
  [
    'half a year by the 20th',
    rule({ period: 'half-year', due: { dayOfMonth: 20, before: false, roll: 'next' } }),
    '2026-H1',
    '2026-01-01..2026-06-30',
    '2026-07-20T23:59:59+05:00',
  ],
  [
    'a day by the next working morning',
    rule({ period: 'day', due: { daysAfter: 1, time: '09:00', before: false, roll: 'next' } }),
    '2026-11-20',
    '2026-11-20..2026-11-20',
    '2026-11-23T09:00:00+05:00',
  ],
  [
    'the 31st of a shorter month is its last day',
    rule({ period: 'month', due: { dayOfMonth: 31, before: false, roll: 'none' } }),
    '2026-01',
    '2026-01-01..2026-01-31',
    '2026-02-28T23:59:59+05:00',
  ],
]
for (const [name, one, period, window, at] of table) {
  test(`${name}: ${period} is ${window}, due ${at}`, () => {
    assert.equal(days(one, period), window)
    assert.equal(due(one, period)?.at.toString({ timeZoneName: 'never' }), at)
  })
}

test('a reminder begins the named number of days before the due day', () => {
  assert.equal(due(table[0]![1], '2026-10')?.remindOn?.toString(), '2026-11-02')
  assert.equal(due(table[1]![1], '2026-10')?.remindOn, null)
})

test('a report on request has the days asked for and is due counted from the request', () => {
  const asked = rule({ period: 'on-request', due: { daysAfter: 3, before: false, roll: 'next' } })
  assert.equal(days(asked, '2026-11-01..2026-11-15'), '2026-11-01..2026-11-15')
  assert.equal(due(asked, '2026-11-01..2026-11-15', '2026-11-18')?.on.toString(), '2026-11-23')
})

test('names that the calendar does not know are refused with an example', () => {
  const monthly = rule({ period: 'month' })
  const asked = rule({ period: 'on-request' })
  const wrong: [ReportRule, string][] = [
    [weekly, '2026-W54'],
    [weekly, '2025-W53'],
    [weekly, '2026-11'],
    [monthly, '2026-13'],
    [monthly, '2026-W46'],
    [rule({ period: 'day' }), '2026-02-30'],
    [asked, '2026-11-15..2026-11-01'],
    [asked, '2026-11-31..2026-12-01'],
  ]
  for (const [one, name] of wrong)
    assert.throws(() => periodOf(one, name), /у этого отчёта нет: напишите его как/, name)
})

const anyRule = fc.constantFrom(
  weekly,
  rule({ period: 'week' }),
  rule({ period: 'week', due: { weekday: 'mon', before: false, roll: 'none' } }),
  rule({ period: 'day' }),
  rule({ period: 'month' }),
  rule({ period: 'quarter' }),
  rule({ period: 'half-year' }),
  rule({ period: 'year' }),
)
const anyDay = fc
  .integer({ min: 0, max: 366 * 30 })
  .map((after) => Temporal.PlainDate.from('2010-01-01').add({ days: after }))

test('every day belongs to one period, and periods follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (one, day) => {
      const period = periodOf(one, periodNameAt(one, day)!)
      assert.ok(Temporal.PlainDate.compare(period.from, day) <= 0)
      assert.ok(Temporal.PlainDate.compare(period.to, day) >= 0)
      const before = periodBefore(one, period)
      assert.equal(before.to.add({ days: 1 }).toString(), period.from.toString())
      const both = periodsBetween(one, before.from, period.to)
      assert.deepEqual(
        both.map(({ name }) => name),
        [before.name, period.name],
      )
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('a deadline never falls on a day off where it is rolled', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const found = due(weekly, periodNameAt(weekly, day)!)!
      assert.ok(calendar.isWorking(found.on))
      assert.ok(found.on.dayOfWeek <= 5)
    }),
    { numRuns: 200, seed: 3 },
  )
})
