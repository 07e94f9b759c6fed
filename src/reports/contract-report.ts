import * as z from 'zod'
import { moment, plainDay } from '../cases/contract.ts'
import { reportPeriod } from '../charter/contract.ts'
import type { OfficialDocument } from '../platform/documents/document.ts'
import { reportContent } from './contract-content.ts'
import { countingStates, reportStateCodes } from './states.ts'

export const reportState = z.enum(reportStateCodes)
export const counting = z.enum(countingStates)

/** When a report is due; `at` is the last moment that is in time, of a day without an hour its last second. */
export const due = z.strictObject({
  on: plainDay,
  at: moment,
  remindOn: plainDay.nullable(),
  /** How it was found, step by step. */
  steps: z.array(z.string()),
})
export type DueView = z.infer<typeof due>

/**
 * How a report of the calendar stands: `ahead` its period goes on; `to-do` it may be made; `soon` the day of reminding has come;
 * `in-work`; `to-hand-over` approved; `late` past due and not handed over; `missing` without a term, and the next period ended
 * as well; `done` handed over in time, `done-late` after it.
 */
export const calendarStatus = z.enum([
  'late',
  'missing',
  'soon',
  'to-hand-over',
  'in-work',
  'to-do',
  'ahead',
  'done-late',
  'done',
])
export type CalendarStatus = z.infer<typeof calendarStatus>

/** A version of a report in lists. */
export const reportLine = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  period: z.string(),
  periodWords: z.string(),
  version: z.int(),
  state: reportState,
  counting,
  progress: z.int(),
  dueAt: moment.nullable(),
  number: z.string().nullable(),
  approvedOn: plainDay.nullable(),
  submittedAt: moment.nullable(),
  createdAt: moment,
  createdBy: z.string(),
})
export type ReportLine = z.infer<typeof reportLine>

export const calendarEntry = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** How often. */
  every: reportPeriod,
  period: z.string(),
  periodWords: z.string(),
  from: plainDay,
  to: plainDay,
  due: due.nullable(),
  status: calendarStatus,
  addressees: z.array(z.string()),
  preparers: z.array(z.string()),
  /** The newest version. */
  report: reportLine.nullable(),
  /** True where the person may begin it now. */
  mayDraft: z.boolean(),
})
export type CalendarEntry = z.infer<typeof calendarEntry>

/** A rule of the charter as the form of a new report takes it. */
export const reportKind = z.strictObject({
  code: z.string(),
  name: z.string(),
  every: reportPeriod,
  addressees: z.array(z.string()),
  basis: z.string().nullable(),
  /** The last period that has ended; null for reports on request. */
  lastPeriod: z.string().nullable(),
  example: z.string(),
  mayDraft: z.boolean(),
})
export type ReportKind = z.infer<typeof reportKind>

/** A text that is owed: of which report, what, by when. */
export const owedPart = z.strictObject({
  reportId: z.uuid(),
  reportName: z.string(),
  periodWords: z.string(),
  slot: z.string(),
  required: z.boolean(),
  dueAt: moment.nullable(),
})

/** A text of a report, written or waited for. */
export const slotView = z.strictObject({
  part: z.string(),
  block: z.string(),
  title: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  /** Positions by the charter. */
  who: z.string(),
  /** People of the centre who answer for it. */
  people: z.array(z.string()),
  text: z.string(),
  author: z.string().nullable(),
  writtenAt: moment.nullable(),
  revision: z.int(),
  mayWrite: z.boolean(),
})
export type SlotView = z.infer<typeof slotView>

export const reportFile = z.strictObject({
  format: z.enum(['docx', 'xlsx', 'pdf']),
  name: z.string(),
  /** Null until the file of the approved report is kept. */
  digest: z.string().nullable(),
  size: z.int().nullable(),
})

export const delivery = z.strictObject({
  id: z.uuid(),
  recipient: z.string(),
  way: z.string(),
  deliveredAt: moment,
  note: z.string().nullable(),
  notedBy: z.string(),
  notedAt: moment,
  acknowledgedAt: moment.nullable(),
  acknowledgedNote: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
})
export type Delivery = z.infer<typeof delivery>

export const reportActions = [
  'recount',
  'send-for-review',
  'return',
  'approve',
  'deliver',
  'correct',
  'remove',
  'choose-examples',
] as const
export const reportAction = z.enum(reportActions)
export type ReportAction = z.infer<typeof reportAction>

/** A report as its page shows it. */
export const reportView = reportLine.extend({
  revision: z.int(),
  every: reportPeriod,
  from: plainDay,
  to: plainDay,
  due: due.nullable(),
  addressees: z.array(z.string()),
  basis: z.string().nullable(),
  /** What the act says that the report contains. */
  contents: z.array(z.string()),
  asOf: moment.nullable(),
  problem: z.string().nullable(),
  /** Null while counting, and for whom the charter shows only the own part of the centre. */
  content: reportContent.nullable(),
  /** The document as it would be printed now, or as it was approved. */
  document: z.custom<OfficialDocument>().nullable(),
  slots: z.array(slotView),
  /** Cases struck out of the examples. */
  leftOut: z.array(z.uuid()),
  returnedWith: z.string().nullable(),
  sentForReviewBy: z.string().nullable(),
  sentForReviewAt: moment.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: moment.nullable(),
  overruled: z.string().nullable(),
  correctionReason: z.string().nullable(),
  files: z.array(reportFile),
  deliveries: z.array(delivery),
  readings: z.array(z.strictObject({ name: z.string(), at: moment })),
  /** True where the person has marked it as read. */
  isRead: z.boolean(),
  versions: z.array(reportLine),
  allowed: z.array(
    z.strictObject({ action: reportAction, allowed: z.boolean(), why: z.string().nullable() }),
  ),
})
export type ReportView = z.infer<typeof reportView>
