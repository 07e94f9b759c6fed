import type { LabelPart, Model } from './model.ts'
import type { Look } from './predict.ts'

/** A label of a model: its place among the labels and where its answers begin among all answers. */
export type Part = { readonly label: LabelPart; readonly at: number; readonly from: number }

/** The label of this name; null where the model has none. */
export function partOf(model: Model, name: string): Part | null {
  let from = 0
  for (const [at, label] of model.labels.entries()) {
    if (label.name === name) return { label, at, from }
    from += label.values.length
  }
  return null
}

/** The value that the predictor answered. */
export function answerOf({ predictions }: Look, { at }: Part): number {
  return predictions[at]!.best[0]!.value
}

/** Writes the probability of every value of a label: the answer's as the predictor says, the rest shared by the others. */
export function readChances(
  { scores, predictions }: Look,
  { label, at, from }: Part,
  into: Float64Array,
): void {
  const answer = predictions[at]!.best[0]!
  const { scale, values } = label
  let top = -Infinity
  for (let value = 0; value < values.length; value += 1) top = Math.max(top, scale * scores[from + value]!)
  let others = 0
  for (let value = 0; value < values.length; value += 1) {
    const share = Math.exp(scale * scores[from + value]! - top)
    into[value] = share
    if (value !== answer.value) others += share
  }
  const rest = (1 - answer.probability) / Math.max(others, 1e-300)
  for (let value = 0; value < values.length; value += 1) into[value] = into[value]! * rest
  into[answer.value] = answer.probability
}

/** The best few of places 0 … count - 1: `first` before all others, then by weight; weights of nothing are passed by. */
export function strongest(
  count: number,
  most: number,
  first: number,
  weightOf: (place: number) => number,
): number[] {
  const found: number[] = []
  const weights: number[] = []
  for (let place = 0; place < count; place += 1) {
    const weight = place === first ? Infinity : weightOf(place)
    if (weight <= 0) continue
    let at = found.length
    while (at > 0 && weights[at - 1]! < weight) at -= 1
    if (at >= most) continue
    found.splice(at, 0, place)
    weights.splice(at, 0, weight)
    found.length = Math.min(found.length, most)
    weights.length = found.length
  }
  return found
}
