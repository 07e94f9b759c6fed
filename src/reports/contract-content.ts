import * as z from 'zod'
import { dimension, measureCode } from '../insight/contract.ts'
import { plainDay } from '../cases/contract.ts'
import { reportSection } from '../charter/contract.ts'

const unit = z.enum(['cases', 'percent', 'hours', 'points'])

/** Key of a figure within its report: what its kept cases are found by. */
export const figureKey = z.string().min(1)

/** A measure of the whole slice as it was counted. */
export const keptFigure = z.strictObject({
  code: measureCode,
  name: z.string(),
  formula: z.string(),
  unit,
  better: z.enum(['more', 'less', 'neither']),
  value: z.number().nullable(),
  /** How many cases stand behind it. */
  count: z.int(),
  /** Of how many, where it is a share. */
  of: z.int().nullable(),
  previous: z.number().nullable(),
  change: z.number().nullable(),
  figure: figureKey,
})
export type KeptFigure = z.infer<typeof keptFigure>

export const keptCell = z.strictObject({
  value: z.number().nullable(),
  count: z.int(),
  previous: z.number().nullable(),
  figure: figureKey,
})
export type KeptCell = z.infer<typeof keptCell>

/** Measures laid out by a dimension: one row per value, one cell per measure. */
export const keptTable = z.strictObject({
  section: reportSection,
  by: dimension,
  measures: z.array(z.strictObject({ code: measureCode, name: z.string(), unit })),
  rows: z.array(z.strictObject({ key: z.string().nullable(), name: z.string(), cells: z.array(keptCell) })),
})
export type KeptTable = z.infer<typeof keptTable>

/** What came in, day by day or week by week, by channel. */
export const keptFlow = z.strictObject({
  by: z.enum(['day', 'week']),
  channels: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      key: plainDay,
      name: z.string(),
      value: z.int(),
      byChannel: z.array(z.int()),
      figure: figureKey,
    }),
  ),
})
export type KeptFlow = z.infer<typeof keptFlow>

export const keptGrowth = z.strictObject({
  rule: z.string(),
  rows: z.array(z.strictObject({ name: z.string(), value: z.int(), previous: z.int(), figure: figureKey })),
})

/** Cases of one topic at one place: the place to the street, never to the house. */
export const keptSpot = z.strictObject({
  topic: z.string(),
  place: z.string(),
  count: z.int(),
  previous: z.int().nullable(),
  expected: z.number().nullable(),
  stillOpen: z.int(),
  overdue: z.int(),
  figure: figureKey,
})
export type KeptSpot = z.infer<typeof keptSpot>

/** A solved case told without its resident: topic, settlement and the masked gist without numbers of houses. */
export const keptExample = z.strictObject({
  caseId: z.uuid(),
  topic: z.string(),
  settlement: z.string().nullable(),
  gist: z.string(),
})
export type KeptExample = z.infer<typeof keptExample>

/** One look at the period: everything counted of it. Sections that the rule leaves out are empty. */
export const keptSlice = z.strictObject({
  code: z.string(),
  /** Null where the report has a single look at the whole centre. */
  name: z.string().nullable(),
  figures: z.array(keptFigure),
  flow: keptFlow.nullable(),
  tables: z.array(keptTable),
  growth: keptGrowth.nullable(),
  spots: z.array(keptSpot).nullable(),
  examples: z.array(keptExample),
})
export type KeptSlice = z.infer<typeof keptSlice>

/** A target indicator of the charter; the program does not count its fact. */
export const keptIndicator = z.strictObject({
  name: z.string(),
  formula: z.string(),
  unit: z.string(),
  plan: z.number().nullable(),
})

/** Everything counted of a report, at one moment. */
export const reportContent = z.strictObject({
  previous: z.strictObject({ from: plainDay, to: plainDay }),
  slices: z.array(keptSlice).min(1),
  indicators: z.array(keptIndicator),
})
export type ReportContent = z.infer<typeof reportContent>
