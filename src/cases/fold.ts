/** An entry of a case's journal, as far as folding reads it. */
export interface FoldedEntry {
  action: string
  data: { set?: Record<string, unknown> }
}

/**
 * The row of a case as its journal tells it: what each entry set, laid one over another in their order. Values are as the
 * journal keeps them: moments and days as text.
 */
export function foldCase(entries: readonly FoldedEntry[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const { data } of entries) Object.assign(row, data.set)
  return row
}
