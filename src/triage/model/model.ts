import type { Trust } from './trust.ts'

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
  /** How far an answer is trusted by its lead over the others. */
  readonly trust: Trust
  /** Rows held back from learning on which the numbers above were chosen. */
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

/** The same model with one label only, for a faster answer; null where it has no such label. */
export function narrowModel(model: Model, name: string): Model | null {
  const at = model.labels.findIndex((label) => label.name === name)
  const label = model.labels[at]
  if (label === undefined) return null
  const from = answerCount(model.labels.slice(0, at))
  const to = from + label.values.length
  const isKept = (entry: number) => entry >> 8 >= from && entry >> 8 < to
  const starts = new Uint32Array(model.starts.length)
  for (let bucket = 0; bucket + 1 < starts.length; bucket += 1) {
    let kept = starts[bucket]!
    for (let place = model.starts[bucket]!; place < model.starts[bucket + 1]!; place += 1) {
      if (isKept(model.entries[place]!)) kept += 1
    }
    starts[bucket + 1] = kept
  }
  const entries = model.entries.filter(isKept).map((entry) => entry - (from << 8))
  return { ...model, labels: [label], starts, entries }
}
