import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import {
  type Dashboard,
  dashboardAnswer,
  type Dimension,
  type InsightFilters,
  type MeasureCode,
} from '../../src/insight/contract.ts'
import type { Browser } from '../browser.ts'
import { fillWithFigures } from '../figure-cases.ts'
import { naiveCount, type Told, valueOf } from '../naive-measures.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let head: Browser
let all: Told[]
let zone: string

before(async () => {
  running = await runningApp()
  head = await running.browser('head')
  const filled = await fillWithFigures(running)
  all = filled.all
  zone = filled.centre.zone
})
after(() => running.close())

/** One figure as the dashboard shows it, with the cases that it must count. */
interface Shown {
  where: string
  count: number
  open: string
  said: Told[]
}

type Days = Dashboard['period']

function* everyFigure(dashboard: Dashboard): Generator<Shown> {
  const { period } = dashboard
  const counted = (code: MeasureCode, days: Days, isIn: (told: Told) => boolean = () => true) =>
    naiveCount(code, all, { days, filters: {} as InsightFilters, zone, now: running.clock.now() }).filter(
      isIn,
    )
  const is = (by: Dimension, key: string | null) => (told: Told) => valueOf(told, by) === key
  for (const { code, total } of dashboard.measures) {
    yield { where: code, ...total, said: counted(code, period) }
    if (total.openOf !== null) {
      const whole = code === 'low-marks' ? 'satisfaction' : 'answered'
      yield { where: `all of ${code}`, count: total.of!, open: total.openOf, said: counted(whole, period) }
    }
  }
  const lists: [keyof Dashboard, MeasureCode, Dimension][] = [
    ['topicGroups', 'received', 'topicGroup'],
    ['topics', 'received', 'topic'],
    ['sectorBlocks', 'received', 'sectorBlock'],
    ['overdue', 'overdue', 'organisation'],
    ['marks', 'answered', 'mark'],
  ]
  for (const [name, code, by] of lists)
    for (const row of dashboard[name] as Dashboard['topics'])
      yield { where: `${name}: ${row.name}`, ...row, said: counted(code, period, is(by, row.key)) }
  for (const row of dashboard.growing.rows)
    yield { where: `growing: ${row.name}`, ...row, said: counted('received', period, is('topic', row.key)) }
  for (const layer of dashboard.flow.channels)
    yield {
      where: `flow: ${layer.name}`,
      ...layer,
      said: counted('received', period, is('channel', layer.key)),
    }
  for (const { key, value, open, channels } of dashboard.flow.rows) {
    const days = { from: key, to: key }
    yield { where: `flow: ${key}`, count: value, open, said: counted('received', days) }
    for (const one of channels)
      yield {
        where: `flow: ${key}, ${one.key}`,
        count: one.value,
        open: one.open,
        said: counted('received', days, is('channel', one.key)),
      }
  }
  for (const [name, code] of [
    ['inTime', 'in-time'],
    ['late', 'late'],
  ] as const)
    for (const { key, ...row } of dashboard.answers[name])
      yield { where: `${name}: ${key}`, ...row, said: counted(code, { from: key!, to: key! }) }
}

it('every figure of the dashboard opened and counted: the list and a count without SQL show the same cases', async () => {
  const { told } = await head.get('/dashboard?preset=30-days')
  const dashboard = dashboardAnswer.parse(told)
  assert.equal(dashboard.flow.by, 'day')
  let opened = 0
  let cases = 0
  for (const { where, count, open, said } of everyFigure(dashboard)) {
    assert.equal(count, said.length, where)
    if (count === 0) continue
    const list = await head.get(`/cases?${open}&limit=200`)
    assert.equal(list.told.total, count, `${where} → ${open}`)
    assert.deepEqual(
      list.told.items.map(({ id }: { id: string }) => id).toSorted(),
      said.map(({ row }) => row.id).toSorted(),
      where,
    )
    opened += 1
    cases += count
  }
  assert.ok(opened > 150 && cases > 1500, `${opened} figures, ${cases} cases`)
})

it('figures that stand beside the period before it are counted for it too', async () => {
  const { told } = await head.get('/dashboard?preset=30-days')
  const { measures, previous } = dashboardAnswer.parse(told)
  assert.ok(previous)
  for (const { code, total, aggregation } of measures) {
    if (aggregation !== 'count' || total.previous === null) continue
    const said = naiveCount(code, all, {
      days: previous,
      filters: {} as InsightFilters,
      zone,
      now: running.clock.now(),
    })
    assert.equal(total.previous, said.length, code)
  }
})

it('a period that begins before the first case of the centre is compared with nothing', async () => {
  const { told } = await head.get('/dashboard?preset=year')
  const { previous, since, growing, measures } = dashboardAnswer.parse(told)
  assert.deepEqual([previous, growing.rows], [null, []])
  const first = all.map(({ row }) => row.received_at.toString()).toSorted()[0]!
  assert.equal(since, Temporal.Instant.from(first).toZonedDateTimeISO(zone).toPlainDate().toString())
  assert.ok(measures.every(({ total }) => total.change === null))
})
