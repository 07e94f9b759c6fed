import type { Finder } from './compile.ts'
import { matchName, MOST_HITS, wordAfter, wordBefore, type Source } from './match-name.ts'
import { announcesSettlement, stem, streetKind, type Token } from './tokens.ts'

/** A settlement read in a source; `confidence` 0–1 is a rule's weight. */
export type SettlementHit = {
  readonly settlement: number
  readonly confidence: number
  readonly words: readonly string[]
}

const comes = /^(?:в|во|из|с|со|на|под|около|до|к|по|за)$/

/** «ул. Ивановская» and «Ивановская улица» name no settlement. */
function isStreetHere(tokens: readonly Token[], at: number, to: number): boolean {
  const after = wordAfter(tokens, to) ?? ''
  return streetKind(wordBefore(tokens, at) ?? '') !== null || (after.length > 1 && streetKind(after) !== null)
}

function settlementConfidence(tokens: readonly Token[], at: number, to: number, source: Source): number {
  if (source === 'column') return 0.97
  if (isStreetHere(tokens, at, to)) return 0
  const before = wordBefore(tokens, at)
  if (before !== undefined && announcesSettlement(before)) return 0.9
  if (source === 'address') return 0.85
  const token = tokens[at]
  if (token?.capital !== true) return 0
  if (before !== undefined && comes.test(before)) return 0.75
  return token.gap === 'end' ? 0 : 0.5
}

/** Settlements named in these tokens, surest first. */
export function settlementHits(
  finder: Finder,
  tokens: readonly Token[],
  source: Source,
): readonly SettlementHit[] {
  const hits: SettlementHit[] = []
  for (let at = 0; at < tokens.length && hits.length < MOST_HITS; at++) {
    for (const name of finder.settlementNames.get(stem(tokens[at]?.word ?? '')) ?? []) {
      if (matchName(tokens, at, name) === undefined) continue
      const confidence = settlementConfidence(tokens, at, at + name.words.length, source)
      if (confidence > 0) hits.push({ settlement: name.place, confidence, words: name.words })
    }
  }
  return hits.toSorted((a, b) => b.confidence - a.confidence)
}
