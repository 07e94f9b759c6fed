import * as z from 'zod'
import { channel, nature, outcome } from '../charter/contract.ts'
import { caseState } from '../cases/contract.ts'
import { rejectReason } from './contract-sources.ts'

const moment = z.iso.datetime({ offset: true })
const named = z.strictObject({ code: z.string(), name: z.string() })

/** `uploaded` waits for a person; `running` is read in the background; the copy of the file goes with the last four. */
export const importState = z.enum(['uploaded', 'running', 'done', 'cancelled', 'failed', 'undone'])
export type ImportState = z.infer<typeof importState>
export const importStateNames: Record<ImportState, string> = {
  uploaded: 'загружен, ждёт запуска',
  running: 'идёт',
  done: 'выполнен',
  cancelled: 'остановлен',
  failed: 'не удался',
  undone: 'отменён',
}

/** What became of a row; the six add up to the rows read. `counted`: a call that the charter has only counted. */
export const rowOutcome = z.enum(['created', 'joined', 'unchanged', 'updated', 'counted', 'rejected'])
export type RowOutcome = z.infer<typeof rowOutcome>

/** A column of the file; without a field it is kept as it came. */
export const fileColumn = z.strictObject({
  name: z.string(),
  field: z.string().nullable(),
  fieldName: z.string().nullable(),
})

/** What a value of the source may mean here: `topic` is written «Группа / Тема» where the row has a group. */
export const mappingKind = z.enum(['topic_group', 'topic', 'organisation', 'settlement'])
export type MappingKind = z.infer<typeof mappingKind>

/** A value of the file that the charter does not know by name, how many rows have it, and what it may be, best first. */
export const unknownValue = z.strictObject({
  kind: mappingKind,
  value: z.string(),
  count: z.int(),
  guesses: z.array(z.strictObject({ code: z.string(), name: z.string() })).max(3),
  /** The code that a person chose; null when none was chosen. */
  code: z.string().nullable(),
  /** True where a person said: leave it as it came. */
  left: z.boolean(),
})
export type UnknownValue = z.infer<typeof unknownValue>

/** How the file was understood. */
export const detection = z.strictObject({
  source: z.string(),
  sourceName: z.string(),
  /** How surely it is this source: 1 where nothing else fits, a half where `rival` fits as well. */
  sure: z.number().optional(),
  rival: z.strictObject({ source: z.string(), name: z.string() }).nullable().optional(),
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  sheetName: z.string().nullable(),
  /** Number of the last row of the header, as Excel shows it. */
  headerRow: z.int(),
  columns: z.array(fileColumn),
  unknown: z.array(unknownValue),
  /** Rows of another municipality: they are taken and flagged. */
  foreignRows: z.int(),
  /** Rows that cannot be taken. */
  rejectedRows: z.int(),
  /** Of a register of calls: its types, commonest first, and whether the charter makes cases of them. */
  calls: z.array(z.strictObject({ type: z.string(), count: z.int(), becomesCase: z.boolean() })).optional(),
})
export type Detection = z.infer<typeof detection>

export const importAction = z.enum(['map', 'start', 'cancel', 'undo'])

/** One import of one file: progress while it runs, the account of its rows afterwards. */
export const importRun = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  fileSize: z.int(),
  state: importState,
  stateName: z.string(),
  detection: detection.nullable(),
  /** Data rows of the file. */
  totalRows: z.int().nullable(),
  /** Data rows dealt with so far: the sum of the six outcomes. */
  read: z.int(),
  created: z.int(),
  joined: z.int(),
  unchanged: z.int(),
  updated: z.int(),
  counted: z.int(),
  rejected: z.int(),
  /** A sentence, where the import failed. */
  error: z.string().nullable(),
  startedBy: z.string(),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  /** What may be done with it now. */
  allowed: z.array(importAction),
})
export type ImportRun = z.infer<typeof importRun>

/** A row as it will become a case; words are masked. */
export const previewCase = z.strictObject({
  kind: z.literal('case'),
  row: z.int(),
  externalId: z.string(),
  outcome: rowOutcome,
  receivedAt: moment,
  channel,
  network: z.string().nullable(),
  state: caseState,
  caseOutcome: outcome.nullable(),
  nature: nature.nullable(),
  topicGroup: named.nullable(),
  topic: named.nullable(),
  /** `source`: by the source's own name; `text`: found in the text; `nobody`: a person decides. */
  topicBy: z.enum(['source', 'text', 'nobody']),
  /** The source's «Группа / Тема» as it came. */
  topicCame: z.string().nullable(),
  /** Settlement, street, house as far as found, on one line. */
  place: z.string().nullable(),
  organisation: named.nullable(),
  sectorBlock: named.nullable(),
  /** Why this organisation: a Russian sentence. */
  routedBy: z.string().nullable(),
  text: z.string(),
  warnings: z.array(z.string()),
})
export type PreviewCase = z.infer<typeof previewCase>

export const previewReject = z.strictObject({
  kind: z.literal('reject'),
  row: z.int(),
  reason: rejectReason,
  message: z.string(),
})
/** A call that will only be counted. */
export const previewCall = z.strictObject({
  kind: z.literal('call'),
  row: z.int(),
  externalId: z.string(),
  outcome: rowOutcome,
  day: z.iso.date(),
  type: z.string(),
  place: z.string().nullable(),
  result: z.string().nullable(),
})
/** A row of a table that nobody has explained yet, masked. */
export const previewRaw = z.strictObject({
  kind: z.literal('raw'),
  row: z.int(),
  cells: z.array(z.strictObject({ column: z.string(), value: z.string() })),
})
/** The first 20 rows as they will become; of a table that is not explained yet, the first 5 as they came. */
export const preview = z
  .array(z.discriminatedUnion('kind', [previewCase, previewCall, previewReject, previewRaw]))
  .max(20)
export type PreviewCall = z.infer<typeof previewCall>
export type Preview = z.infer<typeof preview>

/** A row that could not be taken; cells are masked unless they were asked for with a purpose. */
export const rejectedRow = z.strictObject({
  row: z.int(),
  reason: rejectReason,
  message: z.string(),
  cells: z.array(z.strictObject({ column: z.string(), value: z.string() })),
})
export type RejectedRow = z.infer<typeof rejectedRow>
