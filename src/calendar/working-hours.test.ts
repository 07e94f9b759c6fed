import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingHours } from './contract.ts'
import { addWorkingHours, createCalendar, endOfWork, subtractWorkingMs, workingMsBetween } from './index.ts'

const withLunch = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
]
const friday = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '17:00' },
]
const hours = workingHours.parse({
  days: { mon: withLunch, tue: withLunch, wed: withLunch, thu: withLunch, fri: friday },
})
const zone = 'Asia/Yekaterinburg'
const time = { zone, calendar: createCalendar(), workingHours: hours }
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant()
const wall = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

const sums: [from: string, hours: number, due: string, why: string][] = [
  ['2026-03-02T10:00', 2, '2026-03-02T12:00', 'within the morning'],
  ['2026-03-02T12:00', 2, '2026-03-02T15:00', 'over lunch'],
  ['2026-03-02T13:20', 1, '2026-03-02T15:00', 'started at lunch'],
  ['2026-03-02T06:00', 1, '2026-03-02T10:00', 'started before opening'],
  ['2026-03-02T18:00', 1, '2026-03-03T10:00', 'started at closing'],
  ['2026-03-02T10:00', 7, '2026-03-02T18:00', 'ends exactly at closing, not at the next opening'],
  ['2026-03-06T16:00', 2, '2026-03-10T10:00', 'over Friday evening and a long weekend of 8 March'],
  ['2026-04-30T16:30', 1, '2026-05-04T09:30', 'a short Thursday ends at 17:00'],
  ['2024-04-27T16:30', 1, '2024-05-02T09:30', "a working Saturday has Friday's hours"],
  ['2024-11-02T15:30', 1, '2024-11-05T09:30', "a short working Saturday has Friday's hours less one"],
  ['2026-03-02T10:00', 0.5, '2026-03-02T10:30', 'half an hour'],
]
for (const [from, amount, due, why] of sums) {
  test(`${amount} working hours from ${from} end at ${due}: ${why}`, () => {
    assert.equal(wall(addWorkingHours(at(from), amount, time)), due)
    assert.equal(
      workingMsBetween(at(from).epochMilliseconds, at(due).epochMilliseconds, time),
      amount * 3_600_000,
    )
  })
}

const ends: [string, string, string][] = [
  ['2026-03-02', '18:00', 'Monday'],
  ['2026-03-06', '17:00', 'Friday'],
  ['2026-04-30', '17:00', 'a short Thursday'],
  ['2024-04-27', '17:00', 'a working Saturday'],
  ['2024-11-02', '16:00', 'a short working Saturday'],
  ['2026-11-22', '17:00', 'Sunday: when work would end on a usual Friday'],
  ['2026-01-07', '18:00', 'a holiday: when work would end on a usual Wednesday'],
]
for (const [date, end, what] of ends) {
  test(`work ends at ${end} on ${date}, ${what}`, () => {
    assert.equal(wall(endOfWork(Temporal.PlainDate.from(date), time)), `${date}T${end}`)
  })
}

test('a cut longer than the afternoon shortens the morning', () => {
  const cut = workingHours.parse({ days: { thu: withLunch }, shortDayMinus: 300 })
  const end = endOfWork(Temporal.PlainDate.from('2026-04-30'), { ...time, workingHours: cut })
  assert.equal(wall(end), '2026-04-30T12:00')
})

test('working hours are counted backwards over lunch and a weekend', () => {
  const ms = subtractWorkingMs(at('2026-03-10T10:00').epochMilliseconds, 5 * 3_600_000, time)
  assert.equal(wall(Temporal.Instant.fromEpochMilliseconds(ms)), '2026-03-06T12:00')
})

test('a zone that moves its clock keeps the wall time of opening', () => {
  const berlin = { ...time, zone: 'Europe/Berlin' }
  const monday = addWorkingHours(Temporal.Instant.from('2026-03-27T15:00Z'), 2, berlin)
  assert.equal(monday.toString(), '2026-03-30T08:00:00Z')
})

test('round-the-clock hours run through midnight', () => {
  const all = [{ from: '00:00', to: '24:00' }]
  const days = { mon: all, tue: all, wed: all, thu: all, fri: all }
  const round = { ...time, workingHours: workingHours.parse({ days }) }
  assert.equal(wall(addWorkingHours(at('2026-03-02T20:00'), 9, round)), '2026-03-03T05:00')
})

const broken: [string, unknown][] = [
  [
    'spans that overlap',
    {
      mon: [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '18:00' },
      ],
    },
  ],
  ['a span that ends before it begins', { mon: [{ from: '18:00', to: '09:00' }] }],
  ['a time that is none', { mon: [{ from: '9', to: '18:00' }] }],
  ['a week without hours from Monday to Friday', { sun: [{ from: '09:00', to: '18:00' }] }],
]
for (const [what, days] of broken) {
  test(`working hours with ${what} are refused with a sentence`, () => {
    const { error } = workingHours.safeParse({ days })
    assert.match(error!.issues[0]!.message, /[а-я].*\.$/)
  })
}
