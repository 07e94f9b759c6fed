import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { aCentre, aPerson, aRegistration, aSorting, at, thursday } from '../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { naiveCount, type Told } from '../../test/naive-measures.ts'
import type { CaseRow } from '../cases/case-row.ts'
import { caseListQuery } from '../cases/contract.ts'
import { type LaterState, registerMany } from '../cases/index.ts'
import { listCases } from '../cases/list-cases.ts'
import { type ReportRule, reportRule } from '../charter/contract.ts'
import type { Centre } from '../charter/index.ts'
import { measuresQuery } from '../insight/contract.ts'
import { readMeasures } from '../insight/index.ts'
import { type Actor, systemActor } from '../people/index.ts'
import { inCentre } from '../platform/db/centre-scope.ts'
import { renderDocument } from '../platform/documents/index.ts'
import { readSheet } from '../platform/sheets/index.ts'
import type { KeptSlice } from './contract.ts'
import { countReport } from './counting/count-report.ts'
import { buildDocument } from './document/build-document.ts'
import { daysName, periodOf } from './periods/period.ts'

let database: TestDatabase
let centre: Centre
let head: Actor
let all: Told[]

const course = fc.record({
  age: fc.integer({ min: 1, max: 24 * 60 * 30 }),
  channel: fc.constantFrom('phone', 'vk', 'reception'),
  group: fc.constantFrom('roads', 'housing'),
  block: fc.constantFrom('roads', 'housing', null),
  emergency: fc.boolean(),
  done: fc.constantFrom('open', 'answered', 'closed', 'postponed'),
  outcome: fc.constantFrom('solved', 'explained'),
  hours: fc.integer({ min: 1, max: 24 * 14 }),
  promise: fc.integer({ min: -9, max: 9 }),
  mark: fc.constantFrom(1, 2, 3, 4, 5, null),
})

before(async () => {
  database = await testDatabase()
  centre = await aCentre(database.db)
  head = await aPerson(database.db, centre, 'head')
  const cases = fc.sample(course, { numRuns: 160, seed: 31 }).map((one) => {
    const receivedAt = thursday.subtract({ minutes: one.age })
    const later = receivedAt.add({ hours: one.hours })
    const ended = Temporal.Instant.compare(later, thursday) > 0 ? thursday : later
    const { outcome } = one
    const states: Record<string, LaterState> = {
      answered: { state: 'answered', outcome, answeredAt: ended },
      closed: { state: 'closed', outcome, answeredAt: ended, closedAt: ended },
      postponed: {
        state: 'postponed',
        promisedOn: Temporal.PlainDate.from('2026-11-19').add({ days: one.promise }),
      },
    }
    return aRegistration({
      submission: {
        channel: one.channel as 'phone',
        receivedAt,
        raw: 'слова',
        words: 'слова',
        contacts: null,
      },
      regime: one.channel === 'reception' ? 'appeal' : 'message',
      registeredAt: receivedAt,
      topicGroup: one.group,
      sectorBlock: one.block,
      emergency: one.emergency,
      mark: one.mark,
      later: states[one.done] ?? null,
    })
  })
  await at(database.db, centre, systemActor('проверка'), (desk) => registerMany(desk, cases))
  all = await inCentre(database.db, centre.id, async (scope) => {
    const rows = await scope.selectFrom('cases').selectAll().execute()
    const missed = await scope
      .selectFrom('deadlines')
      .select('case_id')
      .where('state', '=', 'missed')
      .where('clock', '=', 'answer')
      .execute()
    const late = new Set(missed.map((one) => one.case_id))
    return rows.map((row) => ({
      row: row as unknown as CaseRow,
      missedAnswer: late.has(row.id),
      undecided: false,
      saidTwice: false,
      disputed: false,
      kind: null,
    }))
  })
})
after(() => database.close())

const someDay = fc
  .integer({ min: 0, max: 32 })
  .map((back) => Temporal.PlainDate.from('2026-11-19').subtract({ days: back }))
/** A report on request of any days, narrowed by any channels and regimes. */
const asked = fc
  .record({
    days: fc
      .tuple(someDay, someDay)
      .map((both) => both.toSorted((one, other) => Temporal.PlainDate.compare(one, other))),
    channels: fc.subarray(['phone', 'vk', 'reception']),
    regimes: fc.subarray(['message', 'appeal']),
  })
  .map(({ days: [from, to], channels, regimes }) => {
    const slices = [{ code: 'asked', name: 'По условиям', channels, regimes }]
    const sections = ['figures', 'flow', 'channels', 'topics', 'blocks']
    const rule = reportRule.parse({ code: 'r', name: 'Справка', period: 'on-request', slices, sections })
    return { rule, period: periodOf(rule, daysName(from!, to!)), channels, regimes }
  })

test('for any days and filters the report, the API, the worklist, the XLSX and a count without SQL give the same number', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ rule, period, channels, regimes }) => {
      const counting = { rule, period, asOf: thursday, leftOut: [] }
      const { content, cases } = await at(database.db, centre, head, (desk) =>
        countReport(desk, counting, aSorting),
      )
      const slice = content.slices[0]!
      const filters = {
        ...(channels.length > 0 ? { channel: channels as 'phone'[] } : {}),
        ...(regimes.length > 0 ? { regime: regimes as 'message'[] } : {}),
      }
      const days = { from: period.from.toString(), to: period.to.toString() }
      const query = measuresQuery.parse({ ...days, ...filters, compare: 'none' })
      const api = await at(database.db, centre, head, (desk) => readMeasures(desk, query, aSorting))
      const inSheet = await cellsOf(rule, slice, { content, period })
      for (const { code, name, unit, value, count, figure } of slice.figures) {
        const said = naiveCount(code, all, { days, filters, zone: centre.zone, now: thursday })
        const { total } = api.measures.find((one) => one.code === code)!
        const list = caseListQuery.parse(Object.fromEntries(severalOf(total.open)))
        const page = await at(database.db, centre, head, (desk) => listCases(desk, list, aSorting))
        const ids = said.map(({ row }) => row.id).toSorted()
        assert.deepEqual(
          { count, api: total.count, value: total.value, worklist: page.total, kept: cases.get(figure) },
          { count: said.length, api: said.length, value, worklist: said.length, kept: ids },
          code,
        )
        const cell = inSheet.get(name) ?? null
        assert.equal(unit === 'percent' && cell !== null ? round(cell * 100) : cell, value, `${code} in XLSX`)
        compared += said.length
      }
      for (const table of slice.tables) {
        const sum = table.rows.reduce((all, row) => all + row.cells[0]!.count, 0)
        assert.equal(sum, slice.figures.find(({ code }) => code === 'received')!.count, table.section)
      }
    }),
    { numRuns: 12, seed: 9, includeErrorInReport: true },
  )
  // Had nothing ever been counted, this would have shown nothing.
  assert.ok(compared > 500, `${compared} cases compared`)
})

const round = (value: number) => Math.round(value * 10) / 10

function severalOf(open: string): [string, string | string[]][] {
  const query = new URLSearchParams(open)
  return [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name)
    return [name, values.length > 1 ? values : values[0]!]
  })
}

/** The values of the workbook's figures, read back by the name in their first column. */
async function cellsOf(
  rule: ReportRule,
  slice: KeptSlice,
  { content, period }: Pick<Parameters<typeof buildDocument>[0], 'content' | 'period'>,
): Promise<Map<string, number | null>> {
  const parts = { centre, rule, period, content, slots: [], asOf: thursday, approval: null, corrects: null }
  const bytes = await renderDocument(buildDocument(parts), 'xlsx')
  const names = new Set(slice.figures.map(({ name }) => name))
  const found = new Map<string, number | null>()
  const { sheetNames = [] } = await readSheet(bytes, { fileName: 'report.xlsx' })
  for (const sheet of ['Число дел', 'Доли', 'Сроки', 'Оценки']) {
    // Nobody has marked an answer: then there is no such table.
    if (!sheetNames.includes(sheet)) continue
    const table = await readSheet(bytes, { fileName: 'report.xlsx', sheet })
    for await (const { values } of table.rows()) {
      const [name, value] = values
      if (typeof name === 'string' && names.has(name))
        found.set(name, typeof value === 'number' ? value : null)
    }
  }
  return found
}
