import assert from 'node:assert/strict'
import { type Dimension, type InsightFilters, isTime, type MeasureCode } from '../src/insight/contract.ts'
import { type CrossTable, crossTableAnswer } from '../src/insight/contract-tables.ts'
import { readSheet } from '../src/platform/sheets/index.ts'
import type { Browser } from './browser.ts'
import { naiveCount, type Told, valueOf } from './naive-measures.ts'

/** A centre's cases as they stand, and a person who reads figures of them over HTTP. */
export interface Register {
  head: Browser
  all: readonly Told[]
  zone: string
  now: () => Temporal.Instant
}

/** What a table is asked for. */
export interface Asked {
  rows: Dimension
  columns?: Dimension
  measure: readonly MeasureCode[]
  filters?: Partial<InsightFilters>
}

export const ids = (told: readonly Told[]) => told.map(({ row }) => row.id).toSorted()

/** The month that tables are asked for. */
export const days = { from: '2026-10-20', to: '2026-11-19' }
export const period = `from=${days.from}&to=${days.to}`

/** A table as the address asks for it. */
export function addressOf({ rows, columns, measure, filters = {} }: Asked): string {
  const query = new URLSearchParams(period)
  query.append('rows', rows)
  if (columns) query.append('columns', columns)
  for (const code of measure) query.append('measure', code)
  for (const [name, value] of Object.entries(filters))
    for (const one of [value].flat()) query.append(name, String(one))
  return query.toString()
}

export async function tableOf(register: Register, asked: Asked): Promise<CrossTable> {
  const { status, told } = await register.head.get(`/cross-table?${addressOf(asked)}`)
  assert.equal(status, 200, JSON.stringify(told))
  return crossTableAnswer.parse(told)
}

/** Cases that a measure counts, read without the figures' own statements. */
export function registered(
  register: Register,
  code: MeasureCode,
  { filters = {} }: Pick<Asked, 'filters'>,
  isIn: (told: Told) => boolean = () => true,
): Told[] {
  return naiveCount(code, register.all, {
    days,
    filters: filters as InsightFilters,
    zone: register.zone,
    now: register.now(),
  }).filter(isIn)
}

/** Ids of the cases that an address of the worklist shows. */
export async function idsOf(register: Register, open: string): Promise<string[]> {
  const { told } = await register.head.get(`/cases?${open}&limit=200`)
  return told.items.map(({ id }: { id: string }) => id).toSorted()
}

/** Holds the table against the register case by case, what each figure opens, and the file against the table. */
export async function reconcile(register: Register, asked: Asked): Promise<CrossTable> {
  const table = await tableOf(register, asked)
  const isOf = (by: Dimension, key: string | null) => (told: Told) => valueOf(told, by) === key
  for (const [place, { code, total, rows, columns, cells }] of table.measures.entries()) {
    assert.deepEqual(await idsOf(register, total.open), ids(registered(register, code, asked)), code)
    for (const [row, { key }] of table.rows.heads.entries()) {
      if (isTime(asked.rows)) continue
      const said = registered(register, code, asked, isOf(asked.rows, key))
      assert.equal(rows[row]?.count ?? 0, said.length, `${code}, ${key}`)
      if (rows[row] && place === 0)
        assert.deepEqual(await idsOf(register, rows[row].open), ids(said), rows[row].open)
      for (const [column, along] of (table.columns?.heads ?? []).entries()) {
        const inCell = said.filter(isOf(asked.columns!, along.key))
        const cell = cells[row]![column]
        assert.equal(cell?.count ?? 0, inCell.length, `${key} × ${along.key}`)
        if (cell && cell.count > 0) assert.deepEqual(await idsOf(register, cell.open), ids(inCell), cell.open)
      }
    }
    if (table.columns)
      assert.equal(
        columns.reduce((sum, one) => sum + (one?.count ?? 0), 0),
        total.count,
      )
  }
  assert.deepEqual(
    await linesOfFile(register, `/cross-table/export.xlsx?${addressOf(asked)}`),
    figuresOf(table),
  )
  return table
}

/** Figures of a file below its head, without the names they stand beside. */
export async function linesOfFile(register: Register, path: string): Promise<unknown[][]> {
  const { status, bytes } = await register.head.bytes(path)
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
