/** F1 of every answer; null for one that neither stood nor was given. */
function f1OfEach(right: Int32Array, given: Int32Array, width: number) {
  const [stood, said, hit] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]
  for (let row = 0; row < right.length; row += 1) {
    stood[right[row]!]! += 1
    said[given[row]!]! += 1
    if (right[row] === given[row]) hit[right[row]!]! += 1
  }
  return Array.from({ length: width }, (_, at) => {
    const both = stood[at]! + said[at]!
    return { stood: stood[at]!, f1: both === 0 ? null : (2 * hit[at]!) / both }
  })
}

/** F1 averaged by how often each answer stood. Answers are numbers below `width`. */
export function weightedF1(right: Int32Array, given: Int32Array, width: number): number {
  if (right.length === 0) return 0
  return (
    f1OfEach(right, given, width).reduce((sum, { stood, f1 }) => sum + stood * (f1 ?? 0), 0) / right.length
  )
}

/** F1 averaged over the answers that stood or were given. */
export function macroF1(right: Int32Array, given: Int32Array, width: number): number {
  const each = f1OfEach(right, given, width).flatMap(({ f1 }) => (f1 === null ? [] : [f1]))
  return each.length === 0 ? 0 : each.reduce((sum, f1) => sum + f1, 0) / each.length
}

/** An answer with its promised probability, 0–1, and whether it was right. */
export type Judged = { readonly sure: number; readonly right: boolean }

/**
 * The least sureness from which on answers together keep a precision, surest first; null where even the surest do not. Less than
 * `fewest` answers prove nothing.
 */
export function thresholdFor(rows: readonly Judged[], precision: number, fewest = 20): number | null {
  const kept = keptOf(rows, precision)
  return kept.length < fewest ? null : kept.at(-1)!.sure
}

/** The share of all rows that can be decided, surest first, while at least `precision` of the decided are right. */
export function coverage(rows: readonly Judged[], precision: number): number {
  return rows.length === 0 ? 0 : keptOf(rows, precision).length / rows.length
}

function keptOf(rows: readonly Judged[], precision: number): Judged[] {
  const sorted = rows.toSorted((one, other) => other.sure - one.sure)
  let [hits, kept] = [0, 0]
  for (const [at, { sure, right }] of sorted.entries()) {
    hits += Number(right)
    // Rows of one sureness are decided together or not at all.
    if (sorted[at + 1]?.sure !== sure && hits >= precision * (at + 1)) kept = at + 1
  }
  return sorted.slice(0, kept)
}
