import * as z from 'zod'
import { caseFilters, moment, plainDay } from '../cases/contract.ts'
import { centreParams, defineRoute } from '../platform/http/route.ts'
import { dimensionCodes } from './contract-dimensions.ts'
import { measureCodes } from './contract-measures.ts'

export * from './contract-map.ts'
export * from './contract-measure.ts'
export * from './contract-measures.ts'
export * from './contract-quality.ts'
export * from './contract-dimensions.ts'

export const measureCode = z.enum(measureCodes)
export const dimension = z.enum(dimensionCodes)

/** Ready periods, by their names on the screen; all end today or earlier, weeks begin on Monday. */
export const presetNames = {
  today: 'сегодня',
  yesterday: 'вчера',
  '7-days': '7 дней',
  '30-days': '30 дней',
  week: 'эта неделя',
  'last-week': 'прошлая неделя',
  month: 'этот месяц',
  'last-month': 'прошлый месяц',
  quarter: 'этот квартал',
  year: 'этот год',
} as const
export type Preset = keyof typeof presetNames
export const presets = Object.keys(presetNames) as [Preset, ...Preset[]]
export const defaultPreset: Preset = '7-days'

/** Filters of the worklist that narrow measures as well; the rest belong to the measures themselves. */
export const insightFilterNames = [
  'regime',
  'channel',
  'network',
  'nature',
  'topicGroup',
  'topic',
  'settlement',
  'organisation',
  'sectorBlock',
  'subtype',
  'organisationKind',
] as const
export const insightFilters = caseFilters.pick({
  regime: true,
  channel: true,
  network: true,
  nature: true,
  topicGroup: true,
  topic: true,
  settlement: true,
  organisation: true,
  sectorBlock: true,
  subtype: true,
  organisationKind: true,
})
export type InsightFilters = z.output<typeof insightFilters>

/** A period (`from` and `to`, or a preset; the last seven days when neither is given) and filters. */
export const insightQuery = insightFilters.extend({
  preset: z.enum(presets).optional(),
  from: plainDay.optional(),
  to: plainDay.optional(),
  /** `previous`: beside the period stands the one before it, as long and right before; whole months beside whole months. */
  compare: z.enum(['previous', 'none']).default('previous'),
  /** Figures as they stood at this moment, as far as the cases' rows tell it; the present one when left out. */
  asOf: moment.optional(),
})
export type InsightQuery = z.output<typeof insightQuery>

/** One measure of the address bar, or several. */
export const measureList = z
  .union([measureCode, z.array(measureCode)])
  .transform((value) => [value].flat() as z.output<typeof measureCode>[])

export const measuresQuery = insightQuery.extend({
  /** Every measure of the work when left out. */
  measure: measureList.optional(),
  by: dimension.optional(),
})
export type MeasuresQuery = z.output<typeof measuresQuery>

export const days = z.strictObject({ from: plainDay, to: plainDay })

/** One figure with what it opens. */
export const figure = z.strictObject({
  /** In the measure's unit: whole cases, percent with one decimal, hours with one decimal, marks with two; null where nothing is counted. */
  value: z.number().nullable(),
  /** How many cases `open` shows. */
  count: z.int(),
  /** Of how many, where it is a share; `openOf` shows them. */
  of: z.int().nullable(),
  previous: z.number().nullable(),
  /** `value` less `previous` in the unit of the measure: cases, percentage points, hours, marks. */
  change: z.number().nullable(),
  /** The change in percent of `previous`, for cases and hours; null where there was nothing to compare with. */
  changePercent: z.number().nullable(),
  /** The worklist's address after `?`: exactly the cases counted. */
  open: z.string(),
  openOf: z.string().nullable(),
})
export type Figure = z.infer<typeof figure>

/** A figure of one value of a dimension; `key` is null for cases without a value, a week is named by its Monday. */
export const measureRow = figure.extend({ key: z.string().nullable(), name: z.string() })
export type MeasureRow = z.infer<typeof measureRow>

/** How a measure tells of itself. */
export const measureHead = {
  code: measureCode,
  name: z.string(),
  formula: z.string(),
  unit: z.enum(['cases', 'percent', 'hours', 'points']),
  aggregation: z.enum(['count', 'share', 'median', 'average']),
  better: z.enum(['more', 'less', 'neither']),
}
export const measureFigures = z.strictObject({
  ...measureHead,
  total: figure,
  /** By the dimension asked for; empty when none was. */
  rows: z.array(measureRow),
})
export type MeasureFigures = z.infer<typeof measureFigures>

/** The head of every answer: its periods and its moment. */
export const reading = {
  period: days,
  /** Null where nothing is compared: not asked for, or the time before the centre's first case. */
  previous: days.nullable(),
  /** The day of the centre's first case; null where nothing was to be compared. */
  since: plainDay.nullable(),
  asOf: moment,
}
export const measuresAnswer = z.strictObject({ ...reading, measures: z.array(measureFigures) })
export type MeasuresAnswer = z.infer<typeof measuresAnswer>

/** One day (or week, where the period is long) of what came in, by channel; channels without a case are left out. */
export const flowRow = z.strictObject({
  key: plainDay,
  name: z.string(),
  value: z.int(),
  open: z.string(),
  channels: z.array(z.strictObject({ key: z.string(), value: z.int(), open: z.string() })),
})

/** A topic that grows beyond chance. */
export const growingRow = measureRow.extend({
  /** How often chance alone gives such an excess, 0 to 1. */
  chance: z.number(),
})

/** Everything the dashboard shows, in one answer. */
export const dashboardAnswer = z.strictObject({
  ...reading,
  /** Every measure without a dimension, in the order of their declaration. */
  measures: z.array(measureFigures.omit({ rows: true })),
  flow: z.strictObject({
    by: z.enum(['day', 'week']),
    channels: z.array(measureRow),
    rows: z.array(flowRow),
  }),
  /** Final answers along the period, in the steps of the flow. */
  answers: z.strictObject({
    by: z.enum(['day', 'week']),
    inTime: z.array(measureRow),
    late: z.array(measureRow),
  }),
  topicGroups: z.array(measureRow),
  /** The topics of which most was received. */
  topics: z.array(measureRow),
  sectorBlocks: z.array(measureRow),
  overdue: z.array(measureRow),
  /** Finally answered cases by the applicant's mark; those without one are left out. */
  marks: z.array(measureRow),
  growing: z.strictObject({
    rule: z.string(),
    /** Fewest cases and largest share of chance at which growth is told. */
    fewest: z.int(),
    mostChance: z.number(),
    rows: z.array(growingRow),
  }),
})
export type Dashboard = z.infer<typeof dashboardAnswer>

export const readMeasuresRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/measures',
  summary: 'Показатели за период: значения, изменение, разложение и какие дела за ними стоят',
  params: centreParams,
  query: measuresQuery,
  response: measuresAnswer,
})

export const readDashboardRoute = defineRoute({
  method: 'GET',
  path: '/api/centres/:centre/dashboard',
  summary: 'Картина дня: все показатели, поток, темы, блоки, просрочка и что растёт',
  params: centreParams,
  query: insightQuery,
  response: dashboardAnswer,
})
