import type { Figures, Measures } from './contract-figures.ts'

/** A measure by which a candidate is worse than what works now; shares of 1. */
export type Shortfall = {
  readonly measure: 'accuracy' | 'topicAccuracy' | 'coverage'
  readonly is: number
  readonly was: number
}

// Less is chance on a few hundred cases.
const CHANCE = 0.01
// What is decided without a person swings more than what is right.
const COVERAGE_CHANCE = 0.03

/** By what a candidate falls short of what works now on the very same cases; empty where it is no worse. */
export function shortfalls(candidate: Measures, present: Measures, isModel: boolean): Shortfall[] {
  const found: Shortfall[] = []
  const look = (measure: Shortfall['measure'], chance: number) => {
    const [is, was] = [candidate[measure], present[measure]]
    if (is !== null && was !== null && is < was - chance) found.push({ measure, is, was })
  }
  look('accuracy', CHANCE)
  look('topicAccuracy', CHANCE)
  // Keywords decide by a rule without a promise: how much they decide is no merit of theirs.
  if (isModel) look('coverage', COVERAGE_CHANCE)
  return found
}

/** What a model was compared with when it learned: the model at work then, or keywords. */
export function presentOf({ former, keywords }: Figures): { measures: Measures; modelId: string | null } {
  return former === null
    ? { measures: keywords, modelId: null }
    : { measures: former, modelId: former.modelId }
}

/** By what a model falls short of what worked when it learned. */
export function shortfallsOf(figures: Figures): Shortfall[] {
  const present = presentOf(figures)
  return shortfalls(figures.model, present.measures, present.modelId !== null)
}

const names: Record<Shortfall['measure'], string> = {
  accuracy: 'верных групп',
  topicAccuracy: 'верных тем',
  coverage: 'решено без человека',
}

/** The same in words, e.g. «верных групп 71,0 % против 80,5 %». */
export function tellShortfalls(found: readonly Shortfall[]): string {
  return found
    .map(({ measure, is, was }) => `${names[measure]} ${percent(is)} против ${percent(was)}`)
    .join('; ')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')} %`
}
