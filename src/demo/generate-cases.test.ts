import assert from 'node:assert/strict'
import { test } from 'node:test'
import { regime } from '../charter/contract.ts'
import type { DemoCase } from './demo-case.ts'
import { exampleCentre, friday, someCases } from './for-tests.ts'

const cases = someCases()
const registrations = cases.map(({ registration }) => registration)
const { zone } = exampleCentre()
const share = (part: number) => part / cases.length
const countBy = <K>(keyOf: (one: DemoCase) => K) =>
  new Map([...Map.groupBy(cases, keyOf)].map(([key, list]) => [key, list.length]))
const localOf = ({ registration }: DemoCase) => registration.submission.receivedAt.toZonedDateTimeISO(zone)

const monthsOf = (topic: string) =>
  new Set(cases.filter(({ registration }) => registration.topic === topic).map((one) => localOf(one).month))

test('the same seed and moment give the same cases, another seed gives others', () => {
  assert.equal(JSON.stringify(someCases({ count: 400 })), JSON.stringify(someCases({ count: 400 })))
  assert.notEqual(
    JSON.stringify(someCases({ count: 400 })),
    JSON.stringify(someCases({ count: 400, seed: 8 })),
  )
})

test('there are about three thousand cases of half a year, in the order of registration, none of the future', () => {
  assert.ok(cases.length > 2700 && cases.length < 3200, String(cases.length))
  const from = friday.toZonedDateTimeISO(zone).subtract({ months: 6 }).startOfDay().toInstant()
  let last = from
  for (const { key, registration, steps } of cases) {
    const { submission, registeredAt, later } = registration
    assert.ok(registeredAt)
    assert.ok(Temporal.Instant.compare(from, submission.receivedAt) <= 0, `case ${key}`)
    assert.ok(Temporal.Instant.compare(submission.receivedAt, registeredAt) <= 0, `case ${key}`)
    assert.ok(Temporal.Instant.compare(last, registeredAt) <= 0, `case ${key}`)
    last = registeredAt
    const moments = [registeredAt, later?.answeredAt, later?.closedAt, ...steps.map(({ at }) => at)]
    for (const moment of moments) {
      if (moment) assert.ok(Temporal.Instant.compare(moment, friday) < 0, `case ${key}`)
    }
  }
})

test('every channel that is on is used, and no other', () => {
  const on = Object.entries(exampleCentre().charter.channels).flatMap(([name, setting]) =>
    setting.on ? [name] : [],
  )
  const used = countBy(({ registration }) => registration.submission.channel)
  assert.deepEqual([...used.keys()].toSorted(), on.toSorted())
  for (const [name, count] of used) assert.ok(count >= 15, `${name}: ${count}`)
})

test('every regime and nature is there, appeals are about eight in a hundred', () => {
  const regimes = countBy(({ registration }) => registration.regime)
  assert.deepEqual([...regimes.keys()].toSorted(), regime.options.toSorted())
  const appeals = share(regimes.get('appeal') ?? 0)
  assert.ok(appeals > 0.05 && appeals < 0.11, String(appeals))
  const natures = countBy(({ registration }) => registration.nature ?? null)
  for (const nature of ['solvable', 'consultation', 'gratitude', 'opinion', 'spam'] as const) {
    assert.ok((natures.get(nature) ?? 0) > 5, nature)
  }
})

test('every outcome is there, and work stands at every step', () => {
  const outcomes = new Set(registrations.map(({ later }) => later?.outcome))
  for (const outcome of ['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'] as const) {
    assert.ok(outcomes.has(outcome), outcome)
  }
  const last = countBy(({ registration, steps }) =>
    registration.later ? 'past' : (steps.at(-1)?.act ?? 'none'),
  )
  for (const act of [
    'none',
    'take',
    'draft',
    'submit',
    'approve',
    'deliver',
    'close',
    'join',
    'reopen',
  ] as const) {
    assert.ok((last.get(act) ?? 0) > 0, `${act}: ${JSON.stringify([...last])}`)
  }
  assert.ok(cases.some(({ registration }) => registration.topicGroup === undefined))
  assert.ok(cases.some(({ assignee, registration }) => assignee === null && registration.organisation))
})

test('mornings and Mondays bring more than nights and Sundays', () => {
  const days = countBy((one) => localOf(one).dayOfWeek)
  assert.ok((days.get(1) ?? 0) > 1.5 * (days.get(7) ?? 0))
  const hours = countBy((one) => localOf(one).hour)
  const between = (from: number, to: number) =>
    [...hours].reduce((sum, [hour, count]) => sum + (hour >= from && hour < to ? count : 0), 0)
  assert.ok(between(9, 12) > 8 * between(1, 4))
  for (const one of cases.filter(({ registration }) => registration.submission.channel === 'personal')) {
    assert.ok(localOf(one).hour >= 9 && localOf(one).hour < 17, `case ${one.key}`)
  }
})

test('nobody writes of snow in July or of hogweed in winter', () => {
  assert.ok(!monthsOf('07.04').has(7))
  assert.ok(!monthsOf('07.15').has(11))
})

test('a leaking main hides in the half-year: some forty messages on one street over weeks, in many words and channels', () => {
  const leak = cases.filter(({ event }) => event === 'leak')
  assert.ok(leak.length >= 30, String(leak.length))
  assert.equal(new Set(leak.map(({ registration }) => registration.street)).size, 1)
  assert.ok(new Set(leak.map(({ registration }) => registration.submission.words)).size > 30)
  assert.ok(new Set(leak.map(({ registration }) => registration.submission.channel)).size >= 5)
  const days = leak
    .map((one) => localOf(one).toPlainDate())
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
  assert.ok(days[0]!.until(days.at(-1)!).days > 25)
})

test('a bus route taken off hides there too', () => {
  const bus = cases.filter(({ event }) => event === 'bus')
  assert.ok(bus.length >= 25, String(bus.length))
  assert.ok(bus.every(({ registration }) => registration.topic?.startsWith('05.')))
})

test('one weekend of weather stands out at least three times over the usual days', () => {
  const days = countBy((one) => localOf(one).toPlainDate().toString())
  const weather = cases.filter(({ event }) => event === 'weather')
  const saturday = localOf(weather.find((one) => localOf(one).dayOfWeek === 6)!).toPlainDate()
  const usual = [...days]
    .filter(([day]) => Temporal.PlainDate.from(day).dayOfWeek === 6)
    .map(([, count]) => count)
  const median = usual.toSorted((a, b) => a - b)[Math.floor(usual.length / 2)]!
  assert.ok(
    days.get(saturday.toString())! >= 3 * median,
    `${days.get(saturday.toString())} against ${median}`,
  )
})

test('some messages come again, word for word or in other words', () => {
  const again = cases.filter(({ repeats }) => repeats !== null)
  assert.ok(again.some(({ repeats }) => repeats?.exactly) && again.some(({ repeats }) => !repeats?.exactly))
  for (const { key, registration, repeats } of again) {
    const first = cases[repeats!.key - 1]!
    assert.ok(first.key < key)
    const same = first.registration.submission.words === registration.submission.words
    if (repeats!.exactly) assert.ok(same, `case ${key}`)
  }
  assert.ok(cases.some(({ steps }) => steps.some(({ act }) => act === 'repeat')))
})

test('texts read as if many people wrote them', () => {
  const texts = new Set(registrations.map(({ submission }) => submission.words))
  assert.ok(texts.size > 0.9 * cases.length)
  for (const text of texts) assert.doesNotMatch(text, /[{}]|undefined| {2}/)
})

test('places are those of the charter', () => {
  const { charter } = exampleCentre()
  const known = new Set(charter.streets.map(({ settlement, name }) => `${settlement}/${name}`))
  const placed = registrations.filter(({ street }) => street)
  assert.ok(placed.length > 0.6 * cases.length)
  for (const { settlement, street } of placed) assert.ok(known.has(`${settlement}/${street}`))
})

test('no telephone, address or town of the demo is real', () => {
  const real = /Когалым|Кингисепп|Елан[иь]|Орловск|Демянск|Волгоград|Новгород|Ленинград|Москв|Петербург|Лужск/
  for (const { submission } of registrations) {
    const { phone, email } = submission.contacts ?? {}
    if (phone) assert.match(phone, /^\+7 900 000-\d\d-\d\d$/)
    if (email) assert.match(email, /@example\.org$/)
    assert.doesNotMatch(submission.words, real)
  }
  const { charter } = exampleCentre()
  assert.doesNotMatch(JSON.stringify([charter.centre, charter.organisations, charter.settlements]), real)
})

test('the demo can be made on any day of the year', () => {
  for (const now of [
    '2026-01-05T09:00:00Z',
    '2027-03-08T05:10:00Z',
    '2027-07-18T23:59:00Z',
    '2028-02-29T12:00:00Z',
  ]) {
    const made = someCases({ now: Temporal.Instant.from(now), count: 500 })
    assert.ok(made.length > 450, now)
    assert.ok(made.some(({ event }) => event === 'weather'))
  }
})
