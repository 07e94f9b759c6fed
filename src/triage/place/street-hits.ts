import type { Finder, Name } from './compile.ts'
import { houseAfter, houseBefore, type HouseAt } from './house.ts'
import { matchName, MOST_HITS, wordAfter, wordBefore, type Source } from './match-name.ts'
import { stem, streetKind, type Token } from './tokens.ts'

/** A street read in a source, with its house if one stands there; `from` and `to` are tokens of the name. */
export type StreetHit = {
  readonly street: number
  readonly house: HouseAt | undefined
  readonly confidence: number
  readonly words: readonly string[]
  readonly from: number
  readonly to: number
}

type Setting = { readonly said: string | null; readonly startsAt: number; readonly endsAt: number }

const leads = /^(?:на|по|с|со|вдоль|до|от|около|возле|у|в|из|к|напротив|за|перед)$/

/** The kind of street named just before the name (also over «имени») or just after it, and where the whole begins and ends. */
function settingOf(tokens: readonly Token[], from: number, to: number): Setting {
  const before = wordBefore(tokens, from)
  const over = before === 'им' || before === 'имени' ? 2 : 1
  const first = streetKind((over === 2 ? tokens[from - 2]?.word : before) ?? '')
  const after = wordAfter(tokens, to) ?? ''
  const last = streetKind(after)
  const startsAt = first === null ? from : from - over
  // «ул. Заводское шоссе»: the later word is the true kind.
  return { said: last ?? first, startsAt, endsAt: last === null ? to : to + 1 }
}

function agreement(said: string | null, kind: string, source: Source): number {
  if (said === kind) return 1
  if (said !== null) return said === 'проспект' && kind === 'проезд' ? 0.95 : 0.55
  return kind === 'улица' || source !== 'text' ? 1 : 0.9
}

/** How sure a bare name is, with no word for its kind: by its house, its capital and the preposition before it. */
function bareConfidence(tokens: readonly Token[], from: number, house: HouseAt | undefined): number {
  const token = tokens[from]
  const capital = token?.capital === true
  if (house !== undefined) return capital || house.announced ? 0.85 : 0.5
  if (!capital || token.gap === 'end') return 0
  return leads.test(wordBefore(tokens, from) ?? '') ? 0.6 : 0.35
}

function baseConfidence(
  tokens: readonly Token[],
  from: number,
  said: string | null,
  house: HouseAt | undefined,
  source: Source,
): number {
  if (source === 'column') return 0.95
  if (said !== null) return house === undefined ? 0.8 : 0.92
  if (source === 'address') return house === undefined ? 0.75 : 0.9
  return bareConfidence(tokens, from, house)
}

function hitAt(
  finder: Finder,
  tokens: readonly Token[],
  from: number,
  name: Name,
  source: Source,
): StreetHit | undefined {
  const match = matchName(tokens, from, name)
  if (match === undefined) return undefined
  const to = from + name.words.length
  const { said, startsAt, endsAt } = settingOf(tokens, from, to)
  const house = houseAfter(tokens, endsAt) ?? houseBefore(tokens, startsAt)
  const kind = finder.streets[name.place]?.kind ?? ''
  const supported = said !== null || source === 'column'
  let confidence = baseConfidence(tokens, from, said, house, source) * agreement(said, kind, source)
  if (name.short) confidence *= supported || house !== undefined ? 0.85 : 0.6
  if (match === 'stem') confidence *= supported ? 0.8 : 0.3
  const named = tokens.slice(from, to).map((token) => token.word)
  return { street: name.place, house, confidence, words: said === null ? named : [said, ...named], from, to }
}

/** Streets named in these tokens; of names inside one another the longest. */
export function streetHits(finder: Finder, tokens: readonly Token[], source: Source): readonly StreetHit[] {
  const hits: StreetHit[] = []
  for (let at = 0; at < tokens.length && hits.length < MOST_HITS; at++) {
    for (const name of finder.streetNames.get(stem(tokens[at]?.word ?? '')) ?? []) {
      const hit = hitAt(finder, tokens, at, name, source)
      if (hit !== undefined && hit.confidence >= 0.2) hits.push(hit)
    }
  }
  const inside = (hit: StreetHit, other: StreetHit): boolean =>
    other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from
  return hits.filter((hit) => !hits.some((other) => inside(hit, other)))
}
