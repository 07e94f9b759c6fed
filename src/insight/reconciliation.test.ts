import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCentre, aPerson, aRegistration, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { naiveCount, type Told, valueOf, saidTwiceAmong } from '../../test/naive-measures.ts'
import type { CaseRow } from '../cases/case-row.ts'
import { caseListQuery } from '../cases/contract.ts'
import { type LaterState, registerMany, type Registration } from '../cases/index.ts'
import { listCases } from '../cases/list-cases.ts'
import type { Centre } from '../charter/index.ts'
import { type Actor, systemActor } from '../people/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import {
  type Dimension,
  dimensionCodes,
  isTime,
  mayLayOut,
  type MeasureCode,
  measureCodes,
  measuresQuery,
} from './contract.ts'
import { countedCases } from './counted-cases.ts'
import { readMeasures } from './read-measures.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let all: Told[]
const kinds: Record<string, string> = { 'road-service': 'institution', administration: 'administration' }

const howMany = 240
const hour = fc.integer({ min: 1, max: 24 * 20 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 })
const group = fc.constantFrom(
  { topicGroup: 'roads', topic: 'pit' },
  { topicGroup: 'roads', topic: 'snow' },
  { topicGroup: 'housing', topic: 'roof' },
  {},
)

/** What came in over forty days, at any hour, and what became of it. */
const registration = fc
  .record({
    age: fc.integer({ min: 1, max: 24 * 60 * 40 }),
    channel: fc.constantFrom('phone', 'vk', 'incident', 'reception'),
    group,
    nature: maybe(fc.constantFrom('solvable', 'consultation', 'opinion')),
    settlement: maybe(fc.constantFrom('middle', 'upper')),
    organisation: maybe(fc.constantFrom('road-service', 'administration')),
    sectorBlock: maybe(fc.constantFrom('roads', 'housing')),
    emergency: fc.boolean(),
    fastTrack: fc.boolean(),
    undecided: fc.boolean(),
    state: maybe(fc.constantFrom('in_work', 'answered', 'postponed', 'closed')),
    outcome: fc.constantFrom('solved', 'explained', 'refused'),
    first: hour,
    final: hour,
    closing: hour,
    promised: maybe(fc.integer({ min: -20, max: 20 })),
    mark: maybe(fc.integer({ min: 1, max: 5 })),
    subtype: maybe(fc.constantFrom('complaint', 'statement')),
    said: fc.constantFrom('', ...Array.from({ length: 60 }, (_, said) => `слова ${said}`)),
    disputed: fc.boolean(),
    isUnstated: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  })
  .map((one): Registration => {
    const receivedAt = thursday.subtract({ minutes: one.age })
    const known = (hours: number, from = receivedAt) => {
      const moment = from.add({ hours })
      return Temporal.Instant.compare(moment, thursday) > 0 ? thursday : moment
    }
    const answeredAt = known(one.final)
    const isDone = one.state === 'answered' || one.state === 'closed'
    const later: LaterState | null = one.state && {
      state: one.state as LaterState['state'],
      ...(isDone
        ? { outcome: one.isUnstated ? null : (one.outcome as 'solved'), answeredAt }
        : { firstAnsweredAt: one.first % 2 ? known(one.first) : null }),
      closedAt: one.state === 'closed' ? known(one.closing, answeredAt) : null,
      promisedOn:
        one.promised === null ? null : Temporal.PlainDate.from('2026-11-19').add({ days: one.promised }),
    }
    const { undecided, group: chosen } = one
    return aRegistration({
      submission: {
        channel: one.channel as 'phone',
        network: one.channel === 'incident' ? 'vk' : null,
        receivedAt,
        raw: one.said,
        words: one.said,
        contacts: null,
      },
      regime: one.channel === 'reception' ? 'appeal' : 'message',
      registeredAt: receivedAt,
      nature: one.nature as 'solvable' | null,
      settlement: one.settlement,
      organisation: one.organisation,
      sectorBlock: one.sectorBlock,
      emergency: one.emergency,
      fastTrack: one.fastTrack,
      mark: one.mark,
      subtype: one.subtype,
      sourceValues: {
        source: 'pos',
        data: {},
        conflicts: one.disputed ? [{ field: 'nature', ours: null, theirs: 'opinion', at: '' }] : [],
      },
      ...chosen,
      proposal: {
        sorter: 'проверка',
        decided: !undecided,
        data: { topics: [], place: null, routing: null, nature: null },
      },
      later,
    })
  })

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  const given = fc.sample(registration, { numRuns: howMany, seed: 11 })
  await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, given))
  all = await inCentre(database.db, centre.id, async (scope) => {
    await scope.updateTable('cases').set({ voices: 2 }).where('number', 'like', '%7').execute()
    const rows = await scope.selectFrom('cases').selectAll().execute()
    const missed = await scope
      .selectFrom('deadlines')
      .select('case_id')
      .where('state', '=', 'missed')
      .where('clock', '=', 'answer')
      .execute()
    const asked = await scope.selectFrom('proposals').select('case_id').where('decided', '=', false).execute()
    const late = new Set(missed.map((one) => one.case_id))
    const undecided = new Set(asked.map((one) => one.case_id))
    const values = await scope.selectFrom('source_values').select(['case_id', 'conflicts']).execute()
    const disputed = new Set(
      values.filter(({ conflicts }) => (conflicts as unknown[]).length > 0).map((one) => one.case_id),
    )
    const isSaidTwice = saidTwiceAmong(rows)
    return rows.map((row) => ({
      row: row as unknown as CaseRow,
      missedAnswer: late.has(row.id),
      undecided: row.topic_group === null && undecided.has(row.id),
      saidTwice: isSaidTwice(row),
      disputed: disputed.has(row.id),
      kind: row.organisation === null ? null : kinds[row.organisation]!,
    }))
  })
})
after(() => database.close())

/** Measures that may be laid out so. */
const codesBy = (by: Dimension) => measureCodes.filter((code) => mayLayOut(code, by))

const someDay = fc
  .integer({ min: 0, max: 45 })
  .map((back) => Temporal.PlainDate.from('2026-11-24').subtract({ days: back }).toString())
const asked = fc
  .record({
    days: fc.oneof(
      fc.tuple(someDay, someDay).map((both) => both.toSorted()),
      fc.constant(['2026-10-01', '2026-12-31']),
    ),
    by: fc.constantFrom(...dimensionCodes),
    channel: maybe(fc.subarray(['phone', 'vk', 'incident', 'reception'], { minLength: 1 })),
    nature: maybe(fc.constantFrom('solvable', 'consultation', 'none')),
    topicGroup: maybe(fc.constantFrom('roads', 'housing', 'none')),
    sectorBlock: maybe(fc.constantFrom('roads', 'none')),
    settlement: maybe(fc.constantFrom('upper', 'none')),
    organisationKind: maybe(fc.constantFrom('institution', 'administration', 'none')),
    subtype: maybe(fc.constantFrom('complaint', 'none')),
  })
  .map(({ days: [from, to], ...rest }) => {
    const given = Object.entries(rest).filter(([, value]) => value !== null)
    return measuresQuery.parse({ from, to, measure: codesBy(rest.by), ...Object.fromEntries(given) })
  })

const idsOf = (open: string) => at(database.db, centre, head, (desk) => countedCases(desk, open))

test('for any period and filters the figure, the list it opens and a count without SQL are the same cases', async () => {
  const counted = new Map<MeasureCode, number>()
  await fc.assert(
    fc.asyncProperty(asked, async (query) => {
      const { measures, period } = await at(database.db, centre, head, (desk) =>
        readMeasures(desk, query, aSorting),
      )
      const { from: _, to: __, by, compare: ___, preset: ____, measure: _____, ...filters } = query
      for (const { code, total, rows } of measures) {
        const said = naiveCount(code, all, { days: period, filters, zone: centre.zone, now: thursday })
        counted.set(code, (counted.get(code) ?? 0) + said.length)
        assert.equal(total.count, said.length, code)
        assert.deepEqual(await idsOf(total.open), said.map(({ row }) => row.id).toSorted(), code)
        if (!by || !mayLayOut(code, by)) continue
        assert.equal(
          rows.reduce((sum, row) => sum + row.count, 0),
          total.count,
          `${code} by ${by}`,
        )
        for (const row of rows.slice(0, 2)) {
          const inRow: Told[] | null = isTime(by)
            ? null
            : said.filter((told) => valueOf(told, by) === row.key)
          if (inRow) assert.equal(row.count, inRow.length, `${code} by ${by}`)
          assert.equal((await idsOf(row.open)).length, row.count, `${code} by ${by}`)
        }
      }
    }),
    { numRuns: 24, seed: 5 },
  )
  // Had a measure never counted a case, this would have shown nothing of it.
  for (const code of measureCodes) assert.ok((counted.get(code) ?? 0) > 0, code)
})

test('the worklist itself shows as many cases as a figure counts', async () => {
  const { measures } = await at(database.db, centre, head, (desk) =>
    readMeasures(
      desk,
      measuresQuery.parse({ preset: '30-days', compare: 'none', measure: measureCodes }),
      aSorting,
    ),
  )
  for (const { code, total } of measures) {
    const asked = new URLSearchParams(total.open)
    const list = caseListQuery.parse(
      Object.fromEntries(
        [...new Set(asked.keys())].map((name) => {
          const values = asked.getAll(name)
          return [name, values.length === 1 ? values[0] : values]
        }),
      ),
    )
    const page = await at(database.db, centre, head, (desk) => listCases(desk, list, aSorting))
    assert.equal(page.total, total.count, code)
  }
})
