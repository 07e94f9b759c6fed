import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Centre } from '../../src/charter/index.ts'
import { type Dimension, type InsightFilters, isTime, type MeasureCode } from '../../src/insight/contract.ts'
import { type CrossTable, crossTableAnswer, freshness } from '../../src/insight/contract-tables.ts'
import { readSheet } from '../../src/platform/sheets/index.ts'
import type { Browser } from '../browser.ts'
import { fillWithFigures } from '../figure-cases.ts'
import { naiveCount, type Told, valueOf } from '../naive-measures.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser
let centre: Centre
let all: Told[]

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  ;({ centre, all } = await fillWithFigures(running))
})
after(() => running.close())

const days = { from: '2026-10-20', to: '2026-11-19' }
const period = `from=${days.from}&to=${days.to}`

type Asked = {
  rows: Dimension
  columns?: Dimension
  measure: readonly MeasureCode[]
  filters?: Partial<InsightFilters>
}

function addressOf({ rows, columns, measure, filters = {} }: Asked): string {
  const query = new URLSearchParams(period)
  query.append('rows', rows)
  if (columns) query.append('columns', columns)
  for (const code of measure) query.append('measure', code)
  for (const [name, value] of Object.entries(filters))
    for (const one of [value].flat()) query.append(name, String(one))
  return query.toString()
}

async function tableOf(asked: Asked): Promise<CrossTable> {
  const { status, told } = await head.get(`/cross-table?${addressOf(asked)}`)
  assert.equal(status, 200, JSON.stringify(told))
  return crossTableAnswer.parse(told)
}

const registered = (code: MeasureCode, { filters = {} }: Asked, isIn: (told: Told) => boolean) =>
  naiveCount(code, all, {
    days,
    filters: filters as InsightFilters,
    zone: centre.zone,
    now: running.clock.now(),
  }).filter(isIn)

async function idsOf(open: string): Promise<string[]> {
  const { told } = await head.get(`/cases?${open}&limit=200`)
  return told.items.map(({ id }: { id: string }) => id).toSorted()
}
const ids = (told: readonly Told[]) => told.map(({ row }) => row.id).toSorted()

/** The table against the register case by case, what each figure opens, and the file against the table. */
async function reconcile(asked: Asked): Promise<CrossTable> {
  const table = await tableOf(asked)
  const isOf = (by: Dimension, key: string | null) => (told: Told) => valueOf(told, by) === key
  for (const [place, { code, total, rows, columns, cells }] of table.measures.entries()) {
    assert.deepEqual(await idsOf(total.open), ids(registered(code, asked, () => true)), code)
    for (const [row, { key }] of table.rows.heads.entries()) {
      if (isTime(asked.rows)) continue
      const said = registered(code, asked, isOf(asked.rows, key))
      assert.equal(rows[row]?.count ?? 0, said.length, `${code}, ${key}`)
      if (rows[row] && place === 0) assert.deepEqual(await idsOf(rows[row].open), ids(said), rows[row].open)
      for (const [column, head_] of (table.columns?.heads ?? []).entries()) {
        const inCell = said.filter(isOf(asked.columns!, head_.key))
        const cell = cells[row]![column]
        assert.equal(cell?.count ?? 0, inCell.length, `${key} × ${head_.key}`)
        if (cell && cell.count > 0) assert.deepEqual(await idsOf(cell.open), ids(inCell), cell.open)
      }
    }
    if (table.columns)
      assert.equal(
        columns.reduce((sum, one) => sum + (one?.count ?? 0), 0),
        total.count,
      )
  }
  assert.deepEqual(await linesOfFile(`/cross-table/export.xlsx?${addressOf(asked)}`), await figuresOf(table))
  return table
}

/** Figures of a file below its head, without the names they stand beside. */
async function linesOfFile(path: string): Promise<unknown[][]> {
  const { status, bytes } = await head.bytes(path)
  assert.equal(status, 200)
  const sheet = await readSheet(bytes, { fileName: 'table.xlsx' })
  const lines: (readonly unknown[])[] = []
  for await (const { values } of sheet.rows()) lines.push(values)
  const top = lines.findIndex(([corner]) => /^По |^Показатель$/.test(String(corner)))
  const width = lines[top]!.length
  return lines
    .slice(top + 1)
    .map((line) => Array.from({ length: width - 1 }, (_, place) => line[place + 1] ?? null))
}

function figuresOf({ measures, columns, rows }: CrossTable): unknown[][] {
  const value = (figure: { value: number | null } | null) => figure?.value ?? null
  if (!columns)
    return [
      ...rows.heads.map((_, row) => measures.map((one) => value(one.rows[row] ?? null))),
      measures.map(({ total }) => total.value),
    ]
  const [one] = measures
  return [
    ...rows.heads.map((_, row) => [...one!.cells[row]!.map(value), value(one!.rows[row] ?? null)]),
    [...one!.columns.map(value), one!.total.value],
  ]
}

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
    const table = await reconcile(asked)
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
    const table = await reconcile({ rows: 'topicGroup', measure: ['received', 'answered'], filters })
    counts[kind] = table.measures[0]!.total.count
  }
  assert.equal(counts['all'], counts['administration']! + counts['organisations']! + counts['none']!)
  assert.ok(counts['administration']! > 0 && counts['organisations']! > 0)
})

it('days, weeks and months as rows add up to the total, and each opens its own cases', async () => {
  for (const rows of ['day', 'week', 'month'] as const) {
    const table = await tableOf({ rows, columns: 'channel', measure: ['received'] })
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
      assert.equal((await idsOf(cell.open)).length, cell.count, cell.open)
  }
})

it('a median along two dimensions is that of the cell’s own cases', async () => {
  const asked: Asked = { rows: 'channel', columns: 'topicGroup', measure: ['final-answer-time'] }
  const table = await tableOf(asked)
  const [{ cells }] = table.measures as [CrossTable['measures'][number]]
  let compared = 0
  for (const [row, { key }] of table.rows.heads.entries()) {
    for (const [column, { key: group }] of table.columns!.heads.entries()) {
      const waits = registered(
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
      const said = registered(code, { rows: 'day', measure: [], filters: given }, () => true)
      assert.equal(total.count, said.length, code)
      assert.deepEqual(await idsOf(total.open), ids(said), code)
    }
    const lines = await linesOfFile(`/dashboard/export.xlsx?${query}`)
    for (const [place, { total }] of dashboard.measures.entries())
      assert.deepEqual(lines[place]!.slice(0, 2), [total.value, total.count])
  }
})

it('what the data lacks is counted and opens the cases to put right [K-099]', async () => {
  const codes = ['no-topic', 'no-place', 'no-essence', 'no-nature', 'no-executor', 'untaken'] as const
  const measure = codes.map((code) => `measure=${code}`).join('&')
  const { told: answer } = await head.get(`/measures?${period}&${measure}`)
  for (const { code, total } of answer.measures) {
    const said = registered(code, { rows: 'day', measure: [] }, () => true)
    assert.ok(said.length > 0, code)
    assert.deepEqual(await idsOf(total.open), ids(said), code)
  }
  await reconcile({ rows: 'channel', measure: ['no-topic', 'no-place', 'no-nature'] })
})

it('a table stands kept for its maker, or for everybody where the role prepares reports [O-007]', async () => {
  const analyst = await running.browser('analyst')
  const curator = await running.browser('curator')
  const query = 'rows=topic&columns=organisation&measure=received&channel=vk'
  const own = await analyst.post('/cuts', { name: 'Моя', query })
  const shared = await analyst.post('/cuts', { name: 'Общая', query, shared: true })
  assert.deepEqual([own.status, shared.status], [200, 200])
  const names = async (one: Browser) =>
    (await one.get('/cuts')).told.cuts.map(({ name }: { name: string }) => name)
  assert.deepEqual(await names(analyst), ['Моя', 'Общая'])
  assert.deepEqual(await names(curator), ['Общая'])
  assert.equal((await curator.get(`/cross-table?${query}`)).told.columns.by, 'organisation')
  assert.equal((await curator.post('/cuts', { name: 'И моя', query, shared: true })).status, 403)
  const path = `/api/centres/example/cuts/${shared.told.id}`
  assert.equal((await curator.send('DELETE', path)).status, 403)
  assert.equal((await curator.send('DELETE', `/api/centres/example/cuts/${own.told.id}`)).status, 404)
  assert.equal((await analyst.send('DELETE', path)).status, 200)
  assert.deepEqual(await names(curator), [])
})

it('who may not export gets no file, and an export stands in the journal', async () => {
  const specialist = await running.browser('roads')
  assert.equal((await specialist.bytes('/cross-table/export.csv?rows=topic')).status, 403)
  const csv = await head.bytes(
    `/cross-table/export.csv?${addressOf({ rows: 'channel', measure: ['received', 'in-time'] })}`,
  )
  const text = new TextDecoder().decode(csv.bytes)
  assert.match(text, /По каналам;Поступило;"?Ответ дан в срок, %/)
  const { told: journal } = await head.get('/journal?action=figures-exported')
  assert.equal(journal.entries[0].data.table, 'cross-table')
})

it('a table that would say the same twice, or fill too many cells, is refused with a sentence', async () => {
  const same = await head.get('/cross-table?rows=topic&columns=topic')
  assert.equal(same.told.error.reason, 'same-dimension')
  const times = await head.get('/cross-table?rows=day&columns=week')
  assert.equal(times.told.error.reason, 'two-times')
  const none = await head.get('/cross-table?rows=day&measure=overdue')
  assert.equal(none.told.error.reason, 'no-such-layout')
})

it('the data tells how fresh it is: each channel and each source [K-009]', async () => {
  const { told: answer } = await head.get('/freshness')
  const { channels, asOf } = freshness.parse(answer)
  assert.equal(asOf, running.clock.now().toString())
  const vk = all.filter(({ row }) => row.channel === 'vk').map(({ row }) => row.registered_at.toString())
  assert.equal(channels.find(({ channel }) => channel === 'vk')?.registeredAt, vk.toSorted().at(-1))
})
