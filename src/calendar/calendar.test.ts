import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { calendarFile, calendarYear } from './contract.ts'
import { createCalendar } from './index.ts'
import { statutoryYear } from './statutory-year.ts'

const shipped = JSON.parse(readFileSync(new URL('calendar-ru.json', import.meta.url), 'utf8'))
const calendar = createCalendar()
const day = (text: string) => Temporal.PlainDate.from(text)

for (const { from, n, result } of shipped.testVectors.workingDays) {
  test(`working day ${n} after ${from} is ${result}`, () => {
    assert.equal(calendar.addWorkingDays(day(from), n).toString(), result)
  })
}

for (const { period, due } of shipped.testVectors.thirdWorkingDay) {
  test(`the third working day after the year ${period} is ${due}`, () => {
    assert.equal(calendar.addWorkingDays(day(`${period}-12-31`), 3).toString(), due)
  })
}

for (const [year, { counts }] of Object.entries<{ counts: { workingDays: number; hours40: number } }>(
  shipped.years,
)) {
  test(`the year ${year} has the published number of working days and of hours of a forty-hour week`, () => {
    let working = 0
    let short = 0
    for (let d = day(`${year}-01-01`); d.year === Number(year); d = d.add({ days: 1 })) {
      if (calendar.isWorking(d)) working++
      if (calendar.isShort(d)) short++
    }
    assert.equal(working, counts.workingDays)
    assert.equal(working * 8 - short, counts.hours40)
  })
}

const reasons: [string, working: boolean, RegExp][] = [
  ['2026-11-22', false, /^воскресенье$/],
  ['2026-01-07', false, /^праздник «Рождество Христово»$/],
  ['2025-12-31', false, /^выходной: перенос с 5 января 2025 \(постановление Правительства РФ/],
  ['2024-04-27', true, /^рабочий день: выходной перенесён на 29 апреля 2024 \(.*№ 1314\)$/],
  ['2026-04-30', true, /^сокращённый рабочий день/],
  ['2027-05-03', false, /^выходной: перенос с 1 мая 2027 \(статья 112 ТК РФ\)$/],
  ['2026-11-23', true, /^рабочий день$/],
]
for (const [date, working, words] of reasons) {
  test(`the calendar says why ${date} is ${working ? 'a working day' : 'a day off'}`, () => {
    assert.equal(calendar.isWorking(day(date)), working)
    assert.match(calendar.why(day(date)), words)
  })
}

test('an act number that was not checked is shown as such', () => {
  assert.match(calendar.why(day('2025-12-31')), /номер не сверен/)
  assert.doesNotMatch(calendar.why(day('2024-12-31')), /не сверен/)
})

test('only years with a known act are settled', () => {
  const settled = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].filter(
    (year) => !calendar.isProvisional(year),
  )
  assert.deepEqual(settled, [2022, 2023, 2024, 2025, 2026])
})

test('the Labour Code alone gives 2027 exactly as the shipped provisional year has it', () => {
  const file = calendarFile.parse(shipped).years['2027']!
  const law = statutoryYear(2027)
  for (const list of [
    'publicHolidays',
    'nonWorkingDays',
    'shortDays',
    'workingWeekends',
    'transfers',
  ] as const) {
    assert.deepEqual(law[list], file[list])
  }
})

const outside: [string, boolean, string][] = [
  ['2021-05-03', false, 'Saturday 1 May 2021 moves to Monday'],
  ['2021-01-11', true, 'weekends of 1–8 January do not move by the Labour Code'],
  ['2020-11-04', false, 'the Day of Unity'],
  ['2028-06-12', false, 'the Day of Russia'],
  ['2033-05-02', false, 'Sunday 1 May 2033 moves to Monday'],
  ['2033-05-10', true, '9 May 2033 is a Monday and moves nothing'],
]
for (const [date, working, why] of outside) {
  test(`outside the shipped years ${date} is ${working ? 'a working day' : 'a day off'}: ${why}`, () => {
    assert.equal(calendar.isWorking(day(date)), working)
  })
}

test('a town adds its holidays, its short days and its working days', () => {
  const local = createCalendar({
    local: {
      holidays: [{ date: '2026-09-04', name: 'День города' }],
      shortDays: ['2026-09-03', '2026-09-05'],
      workingDays: ['2026-09-06'],
    },
  })
  assert.equal(local.why(day('2026-09-04')), 'местный праздник «День города»')
  assert.equal(local.isShort(day('2026-09-03')), true)
  assert.equal(local.isShort(day('2026-09-05')), false, 'a Saturday stays a day off')
  assert.equal(local.nextWorking(day('2026-09-03')).toString(), '2026-09-06')
  assert.equal(local.previousWorking(day('2026-09-06')).toString(), '2026-09-03')
  assert.equal(calendar.isWorking(day('2026-09-04')), true, 'another place does not rest that day')
})

test('an imported year wins over the provisional one', () => {
  const act = calendarYear.parse({
    ...shipped.years['2027'],
    status: 'approved',
    nonWorkingDays: [...shipped.years['2027'].nonWorkingDays, '2027-12-31'],
    shortDays: shipped.years['2027'].shortDays.filter((date: string) => date !== '2027-12-31'),
    transfers: [...shipped.years['2027'].transfers, { from: '2027-01-03', to: '2027-12-31' }],
    act: 'Постановление о переносе',
  })
  const later = createCalendar({ extraYears: [act] })
  assert.equal(later.isProvisional(2027), false)
  assert.equal(later.why(day('2027-12-31')), 'выходной: перенос с 3 января 2027 (постановление о переносе)')
})

test('an imported year is refused when a day lies in another year or both works and rests', () => {
  const year = shipped.years['2026']
  const alien = calendarYear.safeParse({ ...year, workingWeekends: ['2025-11-01'] })
  assert.match(alien.error!.message, /2025-11-01 не из 2026 года/)
  const both = calendarYear.safeParse({ ...year, shortDays: ['2026-01-09'] })
  assert.match(both.error!.message, /2026-01-09 назван и рабочим, и нерабочим/)
})

test('counting working days undoes adding them', () => {
  const days = fc.integer({ min: -9000, max: 6000 }).map((n) => day('2020-01-01').add({ days: n }))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 90 }), (from, n) => {
      const forth = calendar.addWorkingDays(from, n)
      assert.equal(calendar.workingDaysBetween(from, forth), n)
      assert.equal(calendar.isWorking(forth), true)
      assert.equal(calendar.workingDaysBetween(forth, from), -n)
      const back = calendar.addWorkingDays(forth, -n)
      assert.ok(Temporal.PlainDate.compare(back, from) <= 0 && calendar.isWorking(back))
    }),
  )
})
