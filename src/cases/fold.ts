/** Columns that a case may be registered without. */
const emptyCase = Object.fromEntries(
  [
    'subtype',
    'nature',
    'network',
    'first_answered_at',
    'answered_at',
    'closed_at',
    'outcome',
    'promised_on',
    'topic_group',
    'topic',
    'settlement',
    'street',
    'house',
    'lat',
    'lon',
    'organisation',
    'sector_block',
    'assignee_id',
    'due_at',
    'due_clock',
    'foreign_municipality',
    'external_number',
    'external_url',
    'joined_into',
    'continues',
    'mark',
  ].map((column) => [column, null]),
)

/** An entry of a case's journal, as far as folding reads it. */
export interface FoldedEntry {
  action: string
  data: { set?: Record<string, unknown> }
}

/**
 * The row of a case as its journal tells it: what each entry set, laid one over another in their order over an empty row.
 * Values are as the journal keeps them: moments and days as text; what registration left empty is not told there.
 */
export function foldCase(entries: readonly FoldedEntry[]): Record<string, unknown> {
  const row: Record<string, unknown> = { ...emptyCase }
  for (const { data } of entries) Object.assign(row, data.set)
  return row
}
