/** What a model learned about one label (a column of the training file). */
export type LabelPart = {
  readonly name: string
  /** What the label can be, and how many training rows had it. */
  readonly values: readonly string[]
  readonly counts: readonly number[]
  readonly biases: readonly number[]
  /** Scores times this, through softmax, are probabilities. */
  readonly scale: number
  /** How much of the frequency of a value is taken back when one answer is chosen (τ). */
  readonly priorCorrection: number
  /** Rows held back from learning on which the two numbers above were chosen. */
  readonly heldBack: number
}

/**
 * A trained sorter: pure data. For each bucket, `entries[starts[bucket]] … entries[starts[bucket + 1] - 1]` hold a column of
 * answers (`entry >> 8`, the labels' values one after another) with a weight in steps of `weightStep` (`entry << 24 >> 24`).
 */
export type Model = {
  readonly seed: number
  readonly rows: number
  readonly labels: readonly LabelPart[]
  readonly rarity: Uint8Array
  readonly starts: Uint32Array
  readonly entries: Int32Array
  /** Common words of the training texts that may be shown as reasons: stem → its usual form. */
  readonly vocabulary: ReadonlyMap<string, string>
}

/** One step of a stored weight; a byte holds ±2.65. */
export const weightStep = 1 / 48

/** How many answers all labels have together. */
export function answerCount(labels: readonly LabelPart[]): number {
  return labels.reduce((sum, label) => sum + label.values.length, 0)
}
