import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod'
import { workingHours } from '../calendar/contract.ts'
import { createCalendar } from '../calendar/index.ts'
import { deadlineExplanation, timeNorm } from './contract.ts'
import { explainNorm, extendDeadline, computeDeadline, momentFrom } from './index.ts'

const day = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
]
const zone = 'Asia/Yekaterinburg'
const time = {
  zone,
  calendar: createCalendar(),
  workingHours: workingHours.parse({ days: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
}
type Given = Partial<z.input<typeof timeNorm>>
const norm = (given: Given) =>
  timeNorm.parse({
    name: 'Ответ',
    regime: 'appeal',
    clock: 'answer',
    amount: 30,
    unit: 'calendar-days',
    start: 'registered',
    stop: 'sent',
    ...given,
  })
const byLaw = { legal: true, roll: 'previous' } as const

const { testVectors } = JSON.parse(
  readFileSync(new URL('../calendar/calendar-ru.json', import.meta.url), 'utf8'),
)
for (const vector of testVectors.appeal30) {
  test(`an appeal registered on ${vector.registered} is answered by law until ${vector.due30}`, () => {
    const explain = (given: Given) =>
      explainNorm({ norm: norm({ legal: true, ...given }), from: `${vector.registered}T10:00`, ...time })
    assert.equal(explain({ roll: 'previous' }).legal, vector.due30)
    assert.equal(explain({ roll: 'previous' }).control, vector.controlDatePrevious)
    assert.equal(explain({ roll: 'next' }).control, vector.controlDateNext)
    assert.equal(explain({ roll: 'none' }).control, vector.due30)
    assert.equal(explain({ amount: 7 }).legal, vector.forward7)
    const extended = { norm: norm({ legal: true, extension: { max: 30, times: 1 } }), ...time }
    const terms = extendDeadline({ ...extended, from: momentFrom(vector.registered, zone) }, 30)
    assert.equal(computeDeadline(terms).explanation.legal, vector.extended60)
  })
}

/** Every norm from one moment: Thursday 30 April 2026, 16:30, a short day before the May holidays. */
const from = '2026-04-30T16:30'
type Row = [key: string, amount: number, unit: Given['unit'], legal: string | null, due: string]
const statutory: Row[] = [
  // 59-ФЗ. Three days end on Sunday 3 May with no working day in between: the control date stays.
  ['appeal.register', 3, 'calendar-days', '2026-05-03', '2026-05-03T18:00'],
  ['appeal.forward', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.forwardMigration', 5, 'calendar-days', '2026-05-05', '2026-05-05T18:00'],
  ['appeal.copies', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.returnSelfComplaint', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.bodyReply', 15, 'calendar-days', '2026-05-15', '2026-05-15T18:00'],
  ['appeal.courtReturn', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.unreadable', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.meaningless', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.answerOnSite', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['appeal.answer', 30, 'calendar-days', '2026-05-30', '2026-05-29T18:00'],
  ['appeal.answerMigrationGovernor', 20, 'calendar-days', '2026-05-20', '2026-05-20T18:00'],
  // 8-ФЗ
  ['info.register', 3, 'calendar-days', '2026-05-03', '2026-05-03T18:00'],
  ['info.answer', 30, 'calendar-days', '2026-05-30', '2026-05-29T18:00'],
  ['info.delayNotice', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['info.forward', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  // Закон РФ № 2124-1
  ['media.answer', 7, 'calendar-days', '2026-05-07', '2026-05-07T18:00'],
  ['media.deferNotice', 3, 'calendar-days', '2026-05-03', '2026-05-03T18:00'],
  ['media.refuseNotice', 3, 'calendar-days', '2026-05-03', '2026-05-03T18:00'],
  // 152-ФЗ
  ['personalData.breachNotice', 24, 'hours', '2026-05-01', '2026-05-01T16:30'],
  ['personalData.breachInquiry', 72, 'hours', '2026-05-03', '2026-05-03T16:30'],
  ['personalData.answer', 10, 'working-days', '2026-05-18', '2026-05-18T18:00'],
  ['personalData.correct', 7, 'working-days', '2026-05-13', '2026-05-13T18:00'],
]
const ownRules: Row[] = [
  ['incident.take', 1, 'working-hours', null, '2026-05-04T09:30'],
  ['incident.answer', 9, 'working-hours', null, '2026-05-05T09:30'],
  ['incident.urgent', 4, 'working-hours', null, '2026-05-04T12:30'],
  ['incident.interimToFinal', 7, 'working-days', null, '2026-05-13T18:00'],
  ['incident.ratingFull', 8, 'hours', null, '2026-05-01T00:30'],
]
for (const [rows, terms] of [
  [statutory, byLaw],
  [ownRules, {}],
] as const) {
  for (const [key, amount, unit, legal, due] of rows) {
    test(`${key}: ${amount} ${unit} from ${from} are due at ${due}`, () => {
      const roll = unit === 'hours' ? ({ legal: true, roll: 'none' } as const) : terms
      const given = norm({ amount, unit, ...(terms === byLaw ? roll : terms) })
      const found = explainNorm({ norm: given, from, ...time })
      assert.deepEqual(
        { legal: found.legal, control: found.control, due: found.due },
        { legal, control: due.slice(0, 10), due: `${due}:00+05:00` },
      )
    })
  }
}

test('an information request put off by fifteen days is controlled on the short day before a holiday', () => {
  const request = norm({ ...byLaw, regime: 'information_request', extension: { max: 15, times: 1 } })
  const terms = extendDeadline({ norm: request, from: momentFrom(from, zone), ...time }, 15)
  const { legal, due } = computeDeadline(terms).explanation
  assert.deepEqual([legal, due], ['2026-06-14', '2026-06-11T17:00:00+05:00'])
})

test('an answer due on Christmas Day explains how it came to 30 December', () => {
  const found = explainNorm({ norm: norm(byLaw), from: '2025-12-08T10:00', ...time })
  deadlineExplanation.parse(found)
  assert.deepEqual(Object.keys(found), ['legal', 'control', 'due', 'provisional', 'steps'])
  assert.deepEqual(
    { ...found, steps: found.steps.map(({ rule, text }) => `${rule}: ${text}`) },
    {
      legal: '2026-01-07',
      control: '2025-12-30',
      due: '2025-12-30T18:00:00+05:00',
      provisional: false,
      steps: [
        'count-from-next-day: отсчёт со следующего дня после регистрации: 9 декабря 2025',
        'add-calendar-days: +30 календарных дней: 7 января 2026',
        'legal-date: срок по закону: 7 января 2026',
        'roll-previous: 7 января 2026 — праздник «Рождество Христово», контрольный срок переносится на предыдущий рабочий день: 30 декабря 2025',
        'skipped-days-off: 31 декабря 2025 — выходной (перенос с 5 января 2025); 1–6 января 2026 — праздник «Новогодние каникулы»',
        'due: конец рабочего дня: 30 декабря 2025, 18:00 (UTC+05:00)',
      ],
    },
  )
})

test('a control date that would roll back to the start day stays on the legal date and says so', () => {
  const { control, steps } = explainNorm({ norm: norm({ ...byLaw, amount: 3 }), from, ...time })
  assert.equal(control, '2026-05-03')
  assert.match(steps.find(({ rule }) => rule === 'roll-stops-at-start')!.text, /не переносится/)
})

test('a deadline that touches a year without an act is provisional and says so', () => {
  const later = explainNorm({ norm: norm(byLaw), from: '2026-12-10T10:00', ...time })
  assert.equal(later.provisional, true)
  assert.match(later.steps.at(-2)!.text, /календарь на 2027 год предварительный/)
  const earlier = explainNorm({ norm: norm(byLaw), from: '2026-11-20T10:00', ...time })
  assert.equal(earlier.provisional, false)
  const old = explainNorm({ norm: norm({ unit: 'working-days' }), from: '2019-06-03T10:00', ...time })
  assert.equal(old.provisional, true)
})

test('a start outside working hours counts from the next opening and says so', () => {
  const urgent = norm({ amount: 4, unit: 'working-hours', regime: 'message' })
  const found = explainNorm({ norm: urgent, from: '2026-11-22T23:15', ...time })
  assert.equal(found.due, '2026-11-23T13:00:00+05:00')
  assert.equal(found.steps[1]!.text, 'отсчёт с начала рабочего времени: 23 ноября 2026, 09:00')
})

test('a start is read by the clock of the centre or by its own offset', () => {
  assert.equal(momentFrom('2025-12-08T10:00', zone).toString(), '2025-12-08T05:00:00Z')
  assert.equal(momentFrom('2025-12-08T10:00+03:00', zone).toString(), '2025-12-08T07:00:00Z')
  assert.equal(momentFrom('2025-12-08', zone).toString(), '2025-12-07T19:00:00Z')
  for (const text of ['завтра', '2025-13-01', '10:00', '2025-12-08T25:00', '']) {
    assert.throws(() => momentFrom(text, zone), { reason: 'unreadable-moment', kind: 'invalid' })
  }
})

test('a norm in part of a day, or in hours with a roll, is refused with a sentence', () => {
  assert.throws(() => norm({ amount: 1.5 }), /Дни считаются целыми/)
  assert.throws(() => norm({ unit: 'hours', roll: 'next' }), /Срок в часах не переносится/)
})

test('what is remembered of one zone or calendar is not handed to another', () => {
  const answer = norm({ ...byLaw, amount: 20 })
  const local = createCalendar({ local: { holidays: [{ date: '2026-09-04', name: 'День города' }] } })
  const due = (other: object) =>
    explainNorm({ norm: answer, from: '2026-08-15T10:00', ...time, ...other }).due
  assert.equal(due({}), '2026-09-04T18:00:00+05:00')
  assert.equal(due({ zone: 'Europe/Moscow' }), '2026-09-04T18:00:00+03:00')
  assert.equal(due({ calendar: local }), '2026-09-03T18:00:00+05:00')
  const late = workingHours.parse({ days: { fri: [{ from: '12:00', to: '20:00' }] } })
  assert.equal(due({ workingHours: late }), '2026-09-04T20:00:00+05:00')
  assert.equal(due({}), '2026-09-04T18:00:00+05:00')
})
