import * as z from 'zod'
import { moment } from '../cases/contract.ts'
import { channel } from '../charter/contract.ts'
import { centreParams, defineRoute, done } from '../platform/http/route.ts'
import {
  dimension,
  figure,
  insightQuery,
  measureHead,
  measureList,
  type MeasureCode,
  reading,
} from './contract.ts'

/** Measures of a table whose columns they are, where none were chosen. */
export const usualMeasures: readonly MeasureCode[] = [
  'received',
  'answered',
  'in-time',
  'late',
  'final-answer-time',
  'solved',
  'explained',
]

/** Rows by a dimension; columns by another (then one measure fills the cells), or the measures themselves. */
export const crossTableQuery = insightQuery.extend({
  rows: dimension,
  columns: dimension.optional(),
  measure: measureList.optional(),
})
export type CrossTableQuery = z.output<typeof crossTableQuery>

export const tableHead = z.strictObject({ key: z.string().nullable(), name: z.string() })
export type TableHead = z.infer<typeof tableHead>
const side = z.strictObject({ by: dimension, heads: z.array(tableHead) })

/** A measure over the table. Figures of rows, columns and cells stand in the order of the heads; null where nothing was counted. */
export const crossMeasure = z.strictObject({
  ...measureHead,
  total: figure,
  rows: z.array(figure.nullable()),
  columns: z.array(figure.nullable()),
  cells: z.array(z.array(figure.nullable())),
  /** Places of the rows that are worse than the total beyond chance or by far. */
  weak: z.array(z.int()),
})
export type CrossMeasure = z.infer<typeof crossMeasure>

export const crossTableAnswer = z.strictObject({
  ...reading,
  rows: side,
  columns: side.nullable(),
  measures: z.array(crossMeasure),
})
export type CrossTable = z.infer<typeof crossTableAnswer>

export const readCrossTableRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/cross-table',
  summary: 'Сводная таблица: показатели по любым двум разрезам с итогами; каждая клетка открывает свои дела',
  params: centreParams,
  query: crossTableQuery,
  response: crossTableAnswer,
})

const file = z.object({ centre: z.string(), format: z.enum(['xlsx', 'csv']) })

export const exportCrossTableRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/cross-table/export.:format',
  summary: 'Сводная таблица файлом XLSX или CSV',
  params: file,
  query: crossTableQuery,
  response: z.unknown(),
})

export const exportDashboardRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/dashboard/export.:format',
  summary: 'Показатели обзора файлом XLSX или CSV',
  params: file,
  query: insightQuery,
  response: z.unknown(),
})

export const cut = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** The address bar of the table after `?`. */
  query: z.string(),
  isShared: z.boolean(),
  madeBy: z.string(),
})
export type Cut = z.infer<typeof cut>
const cuts = '/api/centres/:centre/cuts'

export const listCutsRoute = defineRoute({
  method: 'GET',
  path: cuts,
  summary: 'Сохранённые таблицы: свои и общие',
  params: centreParams,
  response: z.strictObject({ cuts: z.array(cut) }),
})

export const saveCutRoute = defineRoute({
  method: 'POST',
  path: cuts,
  summary: 'Сохранить таблицу: для себя или для всех',
  params: centreParams,
  body: z.strictObject({
    name: z.string().trim().min(1, 'Назовите таблицу.').max(80, 'Название не длиннее 80 знаков.'),
    query: z.string().max(2000),
    shared: z.boolean().default(false),
  }),
  response: cut,
})

export const removeCutRoute = defineRoute({
  method: 'DELETE',
  path: `${cuts}/:id`,
  summary: 'Удалить сохранённую таблицу',
  params: z.object({ centre: z.string(), id: z.uuid() }),
  response: done,
})

/** How fresh the data is: when each channel was last heard, when each source was last imported. */
export const freshness = z.strictObject({
  asOf: moment,
  channels: z.array(
    z.strictObject({ channel, receivedAt: moment.nullable(), registeredAt: moment.nullable() }),
  ),
  imports: z.array(
    z.strictObject({ source: z.string(), name: z.string(), finishedAt: moment, rows: z.int() }),
  ),
})
export type Freshness = z.infer<typeof freshness>

export const readFreshnessRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/freshness',
  summary: 'Свежесть данных: последнее поступление по каналам и последняя загрузка по источникам',
  params: centreParams,
  response: freshness,
})
