const NEWTON = 25
// How strongly few rows are drawn to «as promised»: to slope 1, to no offset, to no lean of a value.
const PRIOR = 5
const LEAN_PRIOR = 3
// A longer lead must stay surer.
const LEAST_SLOPE = 0.05

/**
 * How far an answer is trusted by its lead, the scaled score by which it stands before the best other value:
 * logit(sure) = slope × lead + offset + the lean of the value, for some values are named in vain more often than others.
 */
export type Trust = {
  readonly slope: number
  readonly offset: number
  readonly leans: readonly number[]
  /** What no answer is trusted beyond: checked on n rows, however well, it may be wrong on the next with 1 / (n + 2). */
  readonly ceiling: number
}

/** An answer that was checked: the number of its value, its lead, and whether it was right. */
export type Led = { readonly value: number; readonly lead: number; readonly right: boolean }

/** The probability, 0–1, that an answer with this lead is right. */
export function trusted(value: number, lead: number, { slope, offset, leans, ceiling }: Trust): number {
  return ceiling / (1 + Math.exp(-(slope * lead + offset + leans[value]!)))
}

/** Logistic regression of «right» by Newton's steps; each row touches one lean, so that the step is solved by eliminating leans. */
export function chooseTrust(rows: readonly Led[], width: number): Trust {
  let [slope, offset] = [1, 0]
  const leans = new Float64Array(width)
  const [pulls, spreads, slopes] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)]
  for (let step = 0; step < NEWTON; step += 1) {
    let [toSlope, toOffset] = [PRIOR * (1 - slope), -PRIOR * offset]
    let [ofSlope, ofBoth, ofOffset] = [PRIOR, 0, PRIOR]
    for (let value = 0; value < width; value += 1) {
      pulls[value] = -LEAN_PRIOR * leans[value]!
      spreads[value] = LEAN_PRIOR
      slopes[value] = 0
    }
    for (const { value, lead, right } of rows) {
      const sure = 1 / (1 + Math.exp(-(slope * lead + offset + leans[value]!)))
      const [miss, spread] = [Number(right) - sure, sure * (1 - sure)]
      toSlope += miss * lead
      toOffset += miss
      pulls[value] = pulls[value]! + miss
      ofSlope += spread * lead * lead
      ofBoth += spread * lead
      ofOffset += spread
      spreads[value] = spreads[value]! + spread
      slopes[value] = slopes[value]! + spread * lead
    }
    for (let value = 0; value < width; value += 1) {
      const [pull, whole, lead] = [pulls[value]!, spreads[value]!, slopes[value]!]
      const own = whole - LEAN_PRIOR
      toSlope -= (lead * pull) / whole
      toOffset -= (own * pull) / whole
      ofSlope -= (lead * lead) / whole
      ofBoth -= (lead * own) / whole
      ofOffset -= (own * own) / whole
    }
    const determinant = ofSlope * ofOffset - ofBoth * ofBoth
    const bySlope = (ofOffset * toSlope - ofBoth * toOffset) / determinant
    const byOffset = (ofSlope * toOffset - ofBoth * toSlope) / determinant
    for (let value = 0; value < width; value += 1) {
      const left = pulls[value]! - slopes[value]! * bySlope - (spreads[value]! - LEAN_PRIOR) * byOffset
      leans[value] = leans[value]! + left / spreads[value]!
    }
    slope = Math.max(LEAST_SLOPE, slope + bySlope)
    offset += byOffset
  }
  return { slope, offset, leans: Array.from(leans, round), ceiling: (rows.length + 1) / (rows.length + 2) }
}

// The file of a model need not carry what nobody can tell apart.
const round = (lean: number) => Math.round(lean * 1e4) / 1e4
