import type { SheetValue } from '../../platform/sheets/index.ts'
import type { RejectReason, SourceNature, SourceOutcome, SourceState } from '../contract-sources.ts'

/** What a column of an export may mean to us. */
export const sourceFields = [
  'id',
  'number',
  'text',
  'receivedAt',
  'receivedTime',
  'closedAt',
  'closedAfter',
  'group',
  'topic',
  'region',
  'municipality',
  'settlement',
  'street',
  'house',
  'address',
  'lat',
  'lon',
  'coordinates',
  'nature',
  'outcome',
  'status',
  'organisation',
  'department',
  'executor',
  'network',
  'link',
  'author',
  'phone',
  'email',
  'firstAnswerText',
  'firstAnswerAt',
  'firstAnswerAfter',
  'answerText',
  'answerAt',
  'fastTrack',
  'dueAt',
  'postponedUntil',
  'mark',
  'markComment',
  'repeat',
] as const
export type SourceField = (typeof sourceFields)[number]

/** An answer that the source knows of; its time may be unknown. */
export type SourceAnswer = { readonly text?: string; readonly at?: Temporal.PlainDateTime }

/** One row of an export in our words; times are the local times of the centre, fields ending in `Came` are verbatim. */
export type SourceRow = {
  readonly kind: 'row'
  /** The row's number in the file, as Excel shows it. */
  readonly row: number
  readonly channel: string
  readonly externalId: string
  /** A second number of the same message, where the source has one. */
  readonly externalNumber?: string
  readonly network?: string
  readonly receivedAt: Temporal.PlainDateTime
  /** Set only when the state is `closed`. */
  readonly closedAt?: Temporal.PlainDateTime
  /** As it came, a leading apostrophe included. */
  readonly text: string
  readonly author?: string
  readonly phone?: string
  readonly email?: string
  readonly link?: string
  readonly group?: string
  readonly topic?: string
  readonly region?: string
  readonly municipality?: string
  readonly settlement?: string
  readonly street?: string
  readonly house?: string
  readonly address?: string
  readonly lat?: number
  readonly lon?: number
  readonly nature?: SourceNature
  readonly natureCame?: string
  readonly state: SourceState
  readonly outcome?: SourceOutcome
  readonly outcomeCame?: string
  readonly statusCame?: string
  readonly organisation?: string
  readonly department?: string
  readonly executor?: string
  readonly firstAnswer?: SourceAnswer
  /** Time from receipt to the first answer, as the source counted it. */
  readonly firstAnswerAfter?: Temporal.Duration
  readonly finalAnswer?: SourceAnswer
  /** The type of a call as its register names it: only registers of calls have one. */
  readonly callType?: string
  readonly fastTrack: boolean
  readonly dueAt?: Temporal.PlainDateTime
  readonly postponedUntil?: Temporal.PlainDateTime
  readonly mark?: 1 | 2 | 3 | 4 | 5
  readonly markComment?: string
  readonly repeat: boolean
  /** Every other filled column by its name in the file. */
  readonly rest: Readonly<Record<string, string>>
  /** Every filled cell by the name of its column: the row as it came. */
  readonly cells: Readonly<Record<string, string>>
}

/** A row that could not be taken, with all its cells, to be mended and imported again. */
export type RowReject = {
  readonly kind: 'reject'
  readonly row: number
  readonly reason: RejectReason
  readonly message: string
  readonly column?: string
  readonly cells: Readonly<Record<string, string>>
}

/** The cells of one row by meaning; `columnName` gives a field's header for messages. */
export type FieldCells = {
  readonly row: number
  value(field: SourceField): SheetValue
  columnName(field: SourceField): string
  rest(): Record<string, string>
  all(): Record<string, string>
}

/** One layout family of exports: how to know it by its header and how to read its rows. */
export type Source = {
  readonly code: string
  readonly name: string
  /** Header names of each field, most certain first; compared folded, the first is shown. */
  readonly columns: Readonly<Partial<Record<SourceField, readonly string[]>>>
  readonly required: readonly SourceField[]
  /** How surely a header is this source's: 0 is not at all. */
  detect(header: readonly string[]): number
  normalise(cells: FieldCells): SourceRow | RowReject
}
