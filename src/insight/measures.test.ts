import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCase, aCentre, aPerson, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { join } from '../cases/index.ts'
import type { LaterState, Registration } from '../cases/index.ts'
import type { Centre } from '../charter/index.ts'
import type { Actor } from '../people/index.ts'
import { type Figure, measuresQuery, type MeasureCode } from './contract.ts'
import { countedCases } from './counted-cases.ts'
import { readDashboard } from './read-dashboard.ts'
import { readMeasures } from './read-measures.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let reader: Actor
let roadsHead: Actor

const moment = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)

/** A case that came in at a moment and stands as its source tells. */
function came(receivedAt: string, later: LaterState | null, changes: Partial<Registration> = {}) {
  const at = moment(receivedAt)
  return aCase(database.db, centre, {
    submission: { channel: 'phone', receivedAt: at, raw: receivedAt, words: receivedAt, contacts: null },
    registeredAt: at,
    later,
    ...changes,
  })
}

function answered(at: string, outcome: LaterState['outcome'], rest: Partial<LaterState> = {}): LaterState {
  return { state: 'answered', answeredAt: moment(at), outcome, ...rest }
}

const roads = { topicGroup: 'roads', topic: 'pit', sectorBlock: 'roads', organisation: 'road-service' }

// Monday 16 to Sunday 22 November by the clock of Moscow; now it is Thursday, 11:00.
before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  reader = await aPerson(database.db, centre, 'reader')
  const person = await aPerson(database.db, centre, 'block-specialist', { sectorBlock: 'roads' })
  roadsHead = { ...person, permissions: new Set([...person.permissions, 'insight.read']) }

  const closed = answered('2026-11-17T06:00:00Z', 'solved', {
    state: 'closed',
    closedAt: moment('2026-11-18T06:00:00Z'),
  })
  await came('2026-11-16T06:00:00Z', closed, { ...roads, fastTrack: true })
  const incident = { channel: 'incident', network: 'vk', receivedAt: moment('2026-11-16T07:00:00Z') } as const
  await came('2026-11-16T07:00:00Z', answered('2026-11-18T07:00:00Z', 'explained'), {
    submission: { ...incident, raw: 'инцидент', words: 'инцидент' },
    topicGroup: 'housing',
    sectorBlock: 'housing',
  })
  const interim: LaterState = {
    state: 'in_work',
    firstAnsweredAt: moment('2026-11-16T03:30:00Z'),
    answer: { text: 'Разбираемся.', delivery: 'sent' },
  }
  const half = await came('2026-11-15T21:30:00Z', interim, { ...roads, emergency: true })
  await came('2026-11-15T20:30:00Z', answered('2026-11-19T07:00:00Z', 'solved'), { settlement: 'upper' })
  await came('2026-11-17T06:00:00Z', { state: 'postponed', promisedOn: day('2026-11-18') })
  await came('2026-11-17T06:00:00Z', { state: 'postponed', promisedOn: day('2026-11-25') })
  await came(
    '2026-11-16T06:00:00Z',
    answered('2026-11-17T18:00:00Z', 'explained', { promisedOn: day('2026-11-18') }),
  )
  await came('2026-11-02T06:00:00Z', null, { organisation: 'road-service' })
  const undecided = {
    sorter: 'проверка',
    decided: false,
    data: { topics: [], place: null, routing: null, nature: null },
  }
  const repeat = await came('2026-11-17T08:00:00Z', null, { proposal: undecided })
  await at(database.db, centre, head, (desk) =>
    join(desk, repeat.id, { revision: 1, into: half.id, reason: 'То же' }),
  )
})
after(() => database.close())

const week = { from: '2026-11-16', to: '2026-11-22' }
const read = (query: Record<string, unknown>, actor: Actor = head) =>
  at(database.db, centre, actor, (desk) =>
    readMeasures(desk, measuresQuery.parse({ ...week, ...query }), aSorting),
  )
const total = async (measure: MeasureCode, query: Record<string, unknown> = {}): Promise<Figure> =>
  (await read({ measure, ...query })).measures[0]!.total

const expected: Partial<Record<MeasureCode, number | null>> = {
  received: 7,
  open: 7,
  answered: 4,
  'in-time': 75,
  late: 1,
  closed: 1,
  'first-answer-time': 36,
  'final-answer-time': 42,
  solved: 50,
  explained: 50,
  overdue: 1,
  'due-today': 0,
  'promises-kept': 1,
  'promises-missed': 1,
  'promises-coming': 1,
  emergency: 1,
  repeats: 1,
  undecided: 1,
  'fast-track': 25,
  satisfaction: null,
  'low-marks': null,
}

test('each measure gives by its formula what a hand-made week counts to', async () => {
  const { measures } = await read({})
  const values = Object.fromEntries(measures.map(({ code, total }) => [code, total.value]))
  assert.deepEqual(values, expected)
})

test('every figure opens exactly as many cases as it counts, and a share its whole', async () => {
  const { measures } = await read({})
  for (const { code, total } of measures) {
    const open = (query: string) => at(database.db, centre, head, (desk) => countedCases(desk, query))
    assert.equal((await open(total.open)).length, total.count, code)
    if (total.openOf !== null) assert.equal((await open(total.openOf)).length, total.of, code)
  }
})

test('a day begins at midnight of the centre, not of Greenwich', async () => {
  const { measures } = await read({ measure: 'received', by: 'day', from: '2026-11-15', to: '2026-11-17' })
  assert.deepEqual(
    measures[0]!.rows.map(({ key, value }) => [key, value]),
    [
      ['2026-11-15', 1],
      ['2026-11-16', 4],
      ['2026-11-17', 3],
    ],
  )
})

test('a figure stands beside the period before it, with its change in its own unit', async () => {
  const { previous, change, changePercent } = await total('received')
  assert.deepEqual([previous, change, changePercent], [1, 6, 600])
  assert.equal((await total('in-time')).previous, null)
  assert.equal((await total('received', { compare: 'none' })).previous, null)
  assert.equal((await total('overdue')).previous, null)
})

test('rows of a dimension are named by the charter, have a line for what has no value, and sum to the total', async () => {
  const { measures } = await read({ measure: 'received', by: 'sectorBlock' })
  assert.deepEqual(
    measures[0]!.rows.map(({ key, name, value }) => [key, name, value]),
    [
      [null, 'не указано', 4],
      ['roads', 'Дороги', 2],
      ['housing', 'Жильё', 1],
    ],
  )
})

test('filters narrow every figure and stand in the address that it opens', async () => {
  const { value, open } = await total('answered', { channel: 'incident', network: 'vk' })
  assert.equal(value, 1)
  assert.equal(open, 'channel=incident&network=vk&answeredFrom=2026-11-16&answeredTo=2026-11-22')
})

test('what stands now has no days, and a measure of one outcome has no others: such a layout is refused', async () => {
  const refusal = { kind: 'invalid', reason: 'no-such-layout' }
  await assert.rejects(read({ measure: 'overdue', by: 'day' }), refusal)
  await assert.rejects(read({ measure: 'solved', by: 'outcome' }), refusal)
})

test('whom the charter does not let see figures is refused', async () => {
  await assert.rejects(read({}, reader), { kind: 'forbidden', reason: 'no-permission' })
})

test('the head of a block counts the cases of the block alone, in totals, rows and the dashboard', async () => {
  const { measures } = await read({ measure: 'received', by: 'sectorBlock' }, roadsHead)
  assert.equal(measures[0]!.total.value, 2)
  assert.deepEqual(
    measures[0]!.rows.map(({ key }) => key),
    ['roads'],
  )
  const dashboard = await at(database.db, centre, roadsHead, (desk) =>
    readDashboard(desk, measuresQuery.parse(week), aSorting),
  )
  assert.deepEqual([dashboard.flow.rows[0]!.value, dashboard.overdue.length], [2, 0])
})

test('the dashboard tells the same as the measures: totals, flow by day and channel, groups, blocks, overdue', async () => {
  const dashboard = await at(database.db, centre, head, (desk) =>
    readDashboard(desk, measuresQuery.parse(week), aSorting),
  )
  assert.deepEqual(
    Object.fromEntries(dashboard.measures.map(({ code, total }) => [code, total.value])),
    expected,
  )
  const [monday] = dashboard.flow.rows
  assert.deepEqual([monday!.key, monday!.value, dashboard.flow.rows.length], ['2026-11-16', 4, 7])
  assert.deepEqual(
    monday!.channels.map(({ key, value }) => [key, value]),
    [
      ['phone', 3],
      ['incident', 1],
    ],
  )
  assert.deepEqual(
    dashboard.overdue.map(({ name, value }) => [name, value]),
    [['Дорожная служба', 1]],
  )
  const groups = await read({ measure: 'received', by: 'topicGroup' })
  assert.deepEqual(dashboard.topicGroups, groups.measures[0]!.rows)
})

test('an answer just given is counted at once', async () => {
  const own = await total('closed')
  await came('2026-11-19T06:00:00Z', {
    state: 'closed',
    outcome: 'solved',
    answeredAt: moment('2026-11-19T07:00:00Z'),
    closedAt: thursday,
  })
  assert.equal((await total('closed')).value, own.value! + 1)
})
