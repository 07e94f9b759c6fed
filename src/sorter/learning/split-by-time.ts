import { openingOf } from '../../triage/index.ts'

/** A case to learn from: masked words, and the topic that people gave it; codes of the charter. */
export type LabelledCase = {
  readonly text: string
  readonly group: string
  readonly topic: string | null
  /** The day it was received, in the centre's zone. */
  readonly day: string
}

/** Cases to learn from and newer ones held back to compare on. */
export type Split = {
  readonly learned: readonly LabelledCase[]
  readonly heldBack: readonly LabelledCase[]
  /** Newer cases left out: an older one opens with the same words, and would be told by heart. */
  readonly copies: number
}

/** The share of the newest cases that is held back, and the most that are needed. */
const HELD_BACK = 0.2
const MOST_HELD_BACK = 4000

/** Splits cases, oldest first, by time: what comes later checks what was learned before. */
export function splitByTime(cases: readonly LabelledCase[]): Split {
  const newest = Math.min(MOST_HELD_BACK, Math.floor(cases.length * HELD_BACK))
  const learned = cases.slice(0, cases.length - newest)
  const seen = new Set(learned.map(({ text }) => openingOf(text)))
  const newer = cases.slice(cases.length - newest)
  const heldBack = newer.filter(({ text }) => {
    const opening = openingOf(text)
    if (seen.has(opening)) return false
    seen.add(opening)
    return true
  })
  return { learned, heldBack, copies: newer.length - heldBack.length }
}
