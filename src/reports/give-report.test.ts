import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, aRegistration, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { close, registerMany, take } from '../cases/index.ts'
import type { Centre } from '../charter/index.ts'
import { type Actor, systemActor } from '../people/index.ts'
import type { DocumentFormat } from '../platform/documents/document.ts'
import { renderDocument } from '../platform/documents/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { giveReport } from './index.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
const friday = Temporal.Instant.from('2026-11-20T06:00:00Z')
const monday = Temporal.Instant.from('2026-11-23T06:00:00Z')

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db, {
    reports: [
      {
        code: 'weekly',
        name: 'Недельный отчёт',
        period: 'week',
        due: { weekday: 'fri', time: '13:00' },
        window: { from: 'fri 00:00', to: 'thu 24:00' },
      },
    ],
  })
  head = await aPerson(database.db, centre, 'head')
  const cases = Array.from({ length: 12 }, (_, place) =>
    aRegistration({
      text: `Яма у дома ${place}, проехать нельзя уже неделю.`,
      submission: {
        channel: 'phone',
        receivedAt: thursday.subtract({ hours: place * 9 }),
        raw: 'яма',
        words: 'яма',
        contacts: null,
      },
      registeredAt: thursday.subtract({ hours: place * 9 }),
      nature: 'opinion',
      topicGroup: 'roads',
    }),
  )
  await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, cases))
})
after(() => database.close())

const given = (now: Temporal.Instant, asOf?: Temporal.Instant) =>
  at(
    database.db,
    centre,
    head,
    (desk) => giveReport(desk, { code: 'weekly', period: '2026-W47', asOf }, aSorting),
    now,
  )

test('the same report as of the same moment is the same bytes, whenever it is made and whatever came later', async () => {
  const early = await given(friday, friday)
  const [one] = await at(database.db, centre, head, async ({ scope }) =>
    scope.selectFrom('cases').select(['id']).orderBy('id').limit(1).execute(),
  )
  const { revision } = await at(
    database.db,
    centre,
    head,
    (desk) => take(desk, one!.id, { revision: 1 }),
    monday,
  )
  await at(database.db, centre, head, (desk) => close(desk, one!.id, { revision }), monday)
  const later = await given(monday, friday)
  assert.deepEqual(later.document, early.document)
  for (const format of ['docx', 'xlsx', 'pdf'] satisfies DocumentFormat[]) {
    const digests = []
    for (const { document } of [early, later]) {
      const bytes = await renderDocument(document, format)
      digests.push(createHash('sha256').update(bytes).digest('hex'))
    }
    assert.equal(digests[0], digests[1], format)
  }
  const now = await given(monday)
  const openIn = ({ content }: typeof now) =>
    content.slices[0]!.figures.find(({ code }) => code === 'closed')?.value
  assert.deepEqual([openIn(later), openIn(early)], [0, 0])
  assert.notDeepEqual(now.document, early.document)
})

test('a report says when it is due by the clock of the centre, and what it is made of', async () => {
  const { due, window, source, number } = await given(friday, friday)
  assert.deepEqual(
    { due, window, source, number },
    {
      due: '2026-11-20T13:00:00+03:00',
      window: { from: '2026-11-13', to: '2026-11-19' },
      source: 'draft',
      number: null,
    },
  )
})

test('an unknown report, a period it has not and one that has not begun are refused with what to do', async () => {
  const ask = (code: string, period: string) =>
    at(database.db, centre, head, (desk) => giveReport(desk, { code, period }, aSorting), friday)
  const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason
  await assert.rejects(ask('daily', '2026-W47'), refused('no-such-report'))
  await assert.rejects(ask('weekly', '2026-10'), refused('no-such-period'))
  await assert.rejects(ask('weekly', '2026-W50'), refused('period-ahead'))
})
