import * as z from 'zod'
import { channel, regime } from '../vocabulary.ts'
import { code, sourced, time } from './basics.ts'

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
export const reportPeriod = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'on-request'])
export type ReportPeriod = z.infer<typeof reportPeriod>

/** What of a report the program counts by itself; the order is that of the report. */
export const reportSection = z.enum([
  'key',
  'figures',
  'flow',
  'channels',
  'topics',
  'growing',
  'hot-spots',
  'blocks',
  'organisations',
  'outcomes',
  'examples',
  'indicators',
])
export type ReportSection = z.infer<typeof reportSection>

/** Who fills a part: roles by code, or everyone who answers for a sector block, block by block. */
export const bySectorBlocks = 'sector-blocks'

/** A text of a report that people write. */
export const reportPart = z.strictObject({
  code,
  title: z.string().min(1),
  /** What is to be written here. */
  hint: z.string().optional(),
  by: z.array(code).min(1),
  /** A report is not approved while a required part is empty, unless the approver says why. */
  required: z.boolean().default(false),
  place: z.enum(['before', 'after']).default('after'),
  ...sourced,
})
export type ReportPart = z.infer<typeof reportPart>

/** A narrower look at the same figures: only these channels, only these regimes. */
export const reportSlice = z.strictObject({
  code,
  name: z.string().min(1),
  channels: z.array(channel).default([]),
  regimes: z.array(regime).default([]),
})
export type ReportSlice = z.infer<typeof reportSlice>

const edge = (at: string) =>
  z
    .string()
    .regex(new RegExp(`^(mon|tue|wed|thu|fri|sat|sun) ${at}$`), `день недели и ${at}, например fri ${at}`)

/** When a report is due: by exactly one rule, at `time` of that day or by its end. */
export const reportDue = z.strictObject({
  weekday: weekday.optional(),
  dayOfMonth: z.int().min(1).max(31).optional(),
  /** «до … числа» read as the day before. */
  before: z.boolean().default(false),
  workingDayOfMonth: z.int().min(1).max(23).optional(),
  /** After the period ended; of a report on request, after it was asked for. */
  daysAfter: z.int().positive().optional(),
  time: time.optional(),
  roll: z.enum(['previous', 'next', 'none']).default('previous'),
})
export type ReportDue = z.infer<typeof reportDue>

export const reportRule = z.strictObject({
  code,
  name: z.string(),
  period: reportPeriod,
  due: reportDue.optional(),
  /** Days before the due one on which the calendar begins to remind. */
  remindDays: z.int().min(0).max(60).optional(),
  /** Seven whole days of a weekly report; the week that ends last before it is due. Monday to Sunday when left out. */
  window: z.strictObject({ from: edge('00:00'), to: edge('24:00') }).optional(),
  /** `by-itself`: the program drafts it when its period has ended. */
  drafted: z.enum(['by-hand', 'by-itself']).default('by-hand'),
  by: z.array(code).default([]),
  to: z.array(z.string()).default([]),
  /** What the act says that the report contains. */
  contents: z.array(z.string()).default([]),
  /** What the program counts of it; everything it can when left out. */
  sections: z.array(reportSection).default([...reportSection.options].filter((one) => one !== 'indicators')),
  /** Looks beside each other; the whole centre when left out. */
  slices: z.array(reportSlice).default([]),
  parts: z.array(reportPart).default([]),
  /** Roles that approve; anyone with the permission when left out. */
  approvedBy: z.array(code).default([]),
  /** Whoever sent it for approval may not approve it. */
  fourEyes: z.boolean().default(false),
  /** Roles that sign, in order. */
  signatures: z.array(code).default([]),
  ...sourced,
})
