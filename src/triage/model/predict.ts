import { answerCount, type LabelPart, type Model, weightStep } from './model.ts'
import { createTokeniser, type Token, type Tokeniser } from './tokens.ts'
import { trusted } from './trust.ts'
import { createVectoriser, type Row } from './vectorise.ts'

/** One value of a label with its calibrated probability, 0–1. */
export type Guess = { readonly value: number; readonly probability: number }

/** The three likeliest values of a label: first the answer, then the others by probability. */
export type Prediction = { readonly label: LabelPart; readonly best: readonly Guess[] }

/** A model ready to answer. Its results hold until the next call. */
export type Predictor = {
  readonly predict: (text: string) => readonly Prediction[]
  /** The same with the raw scores of all answers of all labels, and the row and tokens they come from. */
  readonly look: (text: string) => Look
}

export type Look = {
  readonly predictions: readonly Prediction[]
  readonly scores: Float64Array
  readonly row: Row
  readonly tokens: readonly Token[]
}

const LAST = 0x8000_0000

/** Prepares a model for answering; one predictor serves one thread. Predictors may share what they remember of tokens. */
export function createPredictor(model: Model, tokenise: Tokeniser = createTokeniser()): Predictor {
  const { labels } = model
  const { facts, entries } = packForReading(model)
  const vectorise = createVectoriser(facts)
  const scores = new Float64Array(answerCount(labels))
  const biases = Float64Array.from(labels.flatMap((label) => label.biases))
  const lifts = labels.map(({ counts, priorCorrection }) => {
    const rows = counts.reduce((sum, count) => sum + count, 0)
    return Float64Array.from(counts, (count) => priorCorrection * Math.log(count / rows))
  })
  const score = (text: string) => {
    const tokens = tokenise(text)
    const row = vectorise(tokens)
    scores.fill(0)
    const { size, buckets, values } = row
    for (let at = 0; at < size; at += 1) {
      let place = facts[buckets[at]!]! >>> 8
      if (place === 0) continue
      const value = values[at]! * weightStep
      let entry = 0
      do {
        entry = entries[place]!
        const answer = (entry >> 8) & 0xffff
        scores[answer] = scores[answer]! + value * ((entry << 24) >> 24)
        place += 1
      } while (entry >= 0)
    }
    for (let answer = 0; answer < scores.length; answer += 1)
      scores[answer] = scores[answer]! + biases[answer]!
    return { scores, row, tokens }
  }
  const answer = (): readonly Prediction[] => {
    let from = 0
    return labels.map((label, at) => {
      const best = chooseBest(scores, from, label, lifts[at]!)
      from += label.values.length
      return { label, best }
    })
  }
  return {
    predict: (text) => {
      score(text)
      return answer()
    },
    look: (text) => ({ ...score(text), predictions: answer() }),
  }
}

// One look per bucket instead of three, most of which miss the processor's cache: rarity in the low byte, above it the
// place of the bucket's first entry (0 where it has none); the last entry of a bucket is negative.
function packForReading({ rarity, starts, entries }: Model): { facts: Uint32Array; entries: Int32Array } {
  const facts = Uint32Array.from(rarity)
  const chained = new Int32Array(entries.length + 1)
  chained.set(entries, 1)
  for (let bucket = 0; bucket < facts.length; bucket += 1) {
    const [start, end] = [starts[bucket]!, starts[bucket + 1]!]
    if (start === end) continue
    facts[bucket] = (facts[bucket]! | ((start + 1) << 8)) >>> 0
    chained[end] = chained[end]! | LAST
  }
  return { facts, entries: chained }
}

function chooseBest(scores: Float64Array, from: number, label: LabelPart, lifts: Float64Array): Guess[] {
  const { scale } = label
  const width = label.values.length
  let answer = 0
  let most = -Infinity
  let top = -Infinity
  for (let value = 0; value < width; value += 1) {
    const scaled = scale * scores[from + value]!
    if (scaled > top) top = scaled
    if (scaled - lifts[value]! > most) {
      most = scaled - lifts[value]!
      answer = value
    }
  }
  let others = 0
  let [second, third] = [-1, -1]
  for (let value = 0; value < width; value += 1) {
    if (value === answer) continue
    const score = scores[from + value]!
    others += Math.exp(scale * score - top)
    if (second < 0 || score > scores[from + second]!) {
      third = second
      second = value
    } else if (third < 0 || score > scores[from + third]!) third = value
  }
  const chosen = third < 0 ? [answer, second] : [answer, second, third]
  const lead = scale * (scores[from + answer]! - scores[from + second]!)
  const sure = trusted(answer, lead, label.trust)
  // What the answer leaves is shared by the others, as softmax shares it.
  const rest = (1 - sure) / Math.max(others, 1e-300)
  const share = (value: number) => Math.exp(scale * scores[from + value]! - top) * rest
  return chosen.map((value) => ({ value, probability: value === answer ? sure : share(value) }))
}
