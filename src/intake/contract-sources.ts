import { z } from 'zod'

/** Where the source's own work on a message stands, in our words. */
export const sourceState = z.enum([
  'new',
  'assigned',
  'in-work',
  'in-review',
  'reopened',
  'postponed',
  'closed',
])
export type SourceState = z.infer<typeof sourceState>

/** What a source says came of a message. */
export const sourceOutcome = z.enum(['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'])
export type SourceOutcome = z.infer<typeof sourceOutcome>

/** The nature that a source states; none when it leaves that open. */
export const sourceNature = z.enum(['solvable', 'consultation', 'gratitude', 'opinion', 'spam'])
export type SourceNature = z.infer<typeof sourceNature>

/** Why a row of an imported file could not be taken. */
export const rejectReason = z.enum([
  'no-text',
  'no-id',
  'no-date',
  'unreadable-date',
  'same-id-twice',
  'not-storable',
])
export type RejectReason = z.infer<typeof rejectReason>

/** Why a readable table is not an export that we know. */
export const tableRefusals = [
  'source-not-known',
  'table-empty',
  'source-not-recognised',
  'columns-missing',
] as const
