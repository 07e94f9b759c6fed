import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { InsightFilters } from '../../src/insight/contract.ts'
import { type CrossTable, freshness } from '../../src/insight/contract-tables.ts'
import type { Browser } from '../browser.ts'
import { fillWithFigures } from '../figure-cases.ts'
import { valueOf } from '../naive-measures.ts'
import { type RunningApp, runningApp } from '../running-app.ts'
import {
  type Asked,
  idsOf,
  ids,
  linesOfFile,
  period,
  reconcile,
  type Register,
  registered,
  tableOf,
} from '../table-reconciling.ts'

let running: RunningApp
let head: Browser
let register: Register

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  const { centre, all } = await fillWithFigures(running)
  register = { head, all, zone: centre.zone, now: () => running.clock.now() }
})
after(() => running.close())

const told: readonly (Asked & { name: string })[] = [
  {
    name: 'theme by responsible body, of some channels [E-015]',
    rows: 'topic',
    columns: 'organisation',
    measure: ['received'],
    filters: { channel: ['vk', 'pos', 'phone'] },
  },
  {
    name: 'theme by responsible recipient, of one block [N-009]',
    rows: 'topicGroup',
    columns: 'organisation',
    measure: ['answered'],
    filters: { sectorBlock: 'roads' },
  },
  {
    name: 'results by unit and theme [E-037]',
    rows: 'organisation',
    columns: 'topicGroup',
    measure: ['solved'],
  },
  {
    name: 'what became of the cases of a theme: solved, explained, postponed, not solved [K-015]',
    rows: 'topicGroup',
    columns: 'result',
    measure: ['received'],
  },
  {
    name: 'results of the answers of each unit [N-008]',
    rows: 'organisation',
    columns: 'outcome',
    measure: ['answered'],
  },
  {
    name: 'two sources beside each other: volume, terms, outcomes [E-061]',
    rows: 'channel',
    measure: ['received', 'in-time', 'late', 'final-answer-time', 'solved', 'explained', 'satisfaction'],
    filters: { channel: ['pos', 'incident'] },
  },
  {
    name: 'themes of the two sources [E-061]',
    rows: 'topicGroup',
    columns: 'channel',
    measure: ['received'],
    filters: { channel: ['pos', 'incident'] },
  },
  {
    name: 'messages of the portal and appeals under 59-ФЗ by channel and kind [K-040]',
    rows: 'channel',
    columns: 'regime',
    measure: ['received'],
  },
  { name: 'volume of each theme [O-095]', rows: 'topic', measure: ['received'] },
  {
    name: 'theme by kind of body [O-003]',
    rows: 'topicGroup',
    columns: 'organisationKind',
    measure: ['received'],
  },
  {
    name: 'marks of each unit: average and low ones',
    rows: 'organisation',
    measure: ['satisfaction', 'low-marks'],
  },
]
for (const { name, ...asked } of told) {
  it(`the table, what its figures open and its file agree with the register: ${name}`, async () => {
    const table = await reconcile(register, asked)
    assert.ok(
      table.measures.some(({ total }) => total.count > 5),
      'nothing was counted',
    )
  })
}

it('the administration, the organisations and all together: the filter of kinds splits every figure [E-041]', async () => {
  const counts: Record<string, number> = {}
  const kinds: Record<string, Partial<InsightFilters>> = {
    all: {},
    administration: { organisationKind: ['administration', 'unit', 'settlement'] },
    organisations: { organisationKind: ['institution', 'contractor', 'outside'] },
    none: { organisationKind: ['none'] },
  }
  for (const [kind, filters] of Object.entries(kinds)) {
    const table = await reconcile(register, {
      rows: 'topicGroup',
      measure: ['received', 'answered'],
      filters,
    })
    counts[kind] = table.measures[0]!.total.count
  }
  assert.equal(counts['all'], counts['administration']! + counts['organisations']! + counts['none']!)
  assert.ok(counts['administration']! > 0 && counts['organisations']! > 0)
})

it('days, weeks and months as rows add up to the total, and each opens its own cases', async () => {
  for (const rows of ['day', 'week', 'month'] as const) {
    const table = await tableOf(register, { rows, columns: 'channel', measure: ['received'] })
    const [{ total, cells, rows: points }] = table.measures as [CrossTable['measures'][number]]
    assert.equal(
      points.reduce((sum, one) => sum + (one?.count ?? 0), 0),
      total.count,
      rows,
    )
    for (const cell of cells
      .flat()
      .filter((one) => one !== null)
      .slice(0, 12))
      assert.equal((await idsOf(register, cell.open)).length, cell.count, cell.open)
  }
})

it('a median along two dimensions is that of the cell’s own cases', async () => {
  const asked: Asked = { rows: 'channel', columns: 'topicGroup', measure: ['final-answer-time'] }
  const table = await tableOf(register, asked)
  const [{ cells }] = table.measures as [CrossTable['measures'][number]]
  let compared = 0
  for (const [row, { key }] of table.rows.heads.entries()) {
    for (const [column, { key: group }] of table.columns!.heads.entries()) {
      const waits = registered(
        register,
        'answered',
        asked,
        (one) => valueOf(one, 'channel') === key && valueOf(one, 'topicGroup') === group,
      )
        .map(({ row: { answered_at, received_at } }) => answered_at!.since(received_at).total('hours'))
        .toSorted((one, other) => one - other)
      if (waits.length === 0) continue
      const half = waits.length / 2
      const median = (waits[Math.ceil(half) - 1]! + waits[Math.floor(half)]!) / 2
      assert.equal(cells[row]![column]!.value, Math.round(median * 10) / 10)
      compared += 1
    }
  }
  assert.ok(compared > 5)
})

it('the dashboard under channel, theme, place and time agrees with the register, and its file with it [E-014] [E-032] [N-019]', async () => {
  const filters = {
    channel: ['vk', 'phone'],
    topicGroup: '04',
    settlement: 'svetloberezhsk',
  } as Partial<InsightFilters>
  const narrowed = `${period}&channel=vk&channel=phone&topicGroup=04&settlement=svetloberezhsk`
  for (const [query, given] of [
    [period, {}],
    [narrowed, filters],
  ] as const) {
    const { told: dashboard } = await head.get(`/dashboard?${query}`)
    for (const { code, total } of dashboard.measures) {
      const said = registered(register, code, { filters: given })
      assert.equal(total.count, said.length, code)
      assert.deepEqual(await idsOf(register, total.open), ids(said), code)
    }
    const lines = await linesOfFile(register, `/dashboard/export.xlsx?${query}`)
    for (const [place, { total }] of dashboard.measures.entries())
      assert.deepEqual(lines[place]!.slice(0, 2), [total.value, total.count])
  }
})

it('what the data lacks is counted and opens the cases to put right [K-099]', async () => {
  const codes = ['no-topic', 'no-place', 'no-essence', 'no-nature', 'no-executor', 'untaken'] as const
  const measure = codes.map((code) => `measure=${code}`).join('&')
  const { told: answer } = await head.get(`/measures?${period}&${measure}`)
  for (const { code, total } of answer.measures) {
    const said = registered(register, code, {})
    assert.ok(said.length > 0, code)
    assert.deepEqual(await idsOf(register, total.open), ids(said), code)
  }
  await reconcile(register, { rows: 'channel', measure: ['no-topic', 'no-place', 'no-nature'] })
})

it('the data tells how fresh it is: each channel and each source [K-009]', async () => {
  const { told: answer } = await head.get('/freshness')
  const { channels, asOf } = freshness.parse(answer)
  assert.equal(asOf, running.clock.now().toString())
  const vk = register.all
    .filter(({ row }) => row.channel === 'vk')
    .map(({ row }) => row.registered_at.toString())
  assert.equal(channels.find(({ channel }) => channel === 'vk')?.registeredAt, vk.toSorted().at(-1))
})
