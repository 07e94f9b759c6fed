import type { PlaceProposal } from '../contract.ts'
import type { Finder } from './compile.ts'
import { normaliseHouse } from './house.ts'
import type { Source } from './match-name.ts'
import { settlementHits, type SettlementHit } from './settlement-hits.ts'
import { streetHits, type StreetHit } from './street-hits.ts'
import { tokenise, type Token } from './tokens.ts'

/** What is known of where a message speaks of: its text, and the source's own columns where there are any. */
export type PlaceHints = {
  readonly text?: string | undefined
  readonly settlement?: string | undefined
  readonly street?: string | undefined
  readonly house?: string | undefined
  readonly address?: string | undefined
}

type Part = { readonly source: Source; readonly tokens: readonly Token[]; readonly trust: number }

function partsOf({ street, house, address, text }: PlaceHints): readonly Part[] {
  const parts: Part[] = []
  if (street)
    parts.push({ source: 'column', tokens: tokenise(house ? `${street}, д. ${house}` : street), trust: 1 })
  if (address) parts.push({ source: 'address', tokens: tokenise(address), trust: 1 })
  if (text) parts.push({ source: 'text', tokens: tokenise(text), trust: 0.97 })
  return parts
}

const rounded = (confidence: number): number => Math.round(Math.min(confidence, 0.99) * 100) / 100

type HousePoint = { readonly lat: number | null; readonly lon: number | null; readonly trust: number }

function housePoint(finder: Finder, street: string, house: string | null): HousePoint {
  const known = finder.houses.get(street)
  const point = house === null ? undefined : known?.get(house)
  if (point !== undefined) return { ...point, trust: 1.04 }
  return { lat: null, lon: null, trust: house === null || known === undefined ? 1 : 0.9 }
}

function settlementTrust(settled: string | undefined, settlement: string, rivals: number): number {
  if (settled === undefined) return rivals > 1 ? 0.6 : 1
  return settled === settlement ? 1 : 0.3
}

type Setting = { readonly sure: SettlementHit | undefined; readonly rivals: number; readonly trust: number }

function streetProposal(finder: Finder, hit: StreetHit, { sure, rivals, trust }: Setting): PlaceProposal[] {
  const entry = finder.streets[hit.street]
  if (entry === undefined) return []
  const { code: street, settlement } = entry
  const settled = sure === undefined ? undefined : finder.settlements[sure.settlement]?.code
  const house = hit.house === undefined ? null : normaliseHouse(hit.house.number)
  const { lat, lon, trust: houseTrust } = housePoint(finder, street, house)
  const before = sure !== undefined && settled === settlement ? sure.words : []
  const confidence = rounded(
    hit.confidence * trust * houseTrust * settlementTrust(settled, settlement, rivals),
  )
  return [
    {
      settlement,
      street,
      house,
      lat,
      lon,
      confidence,
      words: [...before, ...hit.words, ...(house ? [house] : [])],
    },
  ]
}

function settlementProposal(finder: Finder, hit: SettlementHit): PlaceProposal {
  const settlement = finder.settlements[hit.settlement]?.code ?? null
  const nothing = { street: null, house: null, lat: null, lon: null }
  return { settlement, ...nothing, confidence: rounded(hit.confidence * 0.8), words: [...hit.words] }
}

function keep(best: Map<string, PlaceProposal>, proposal: PlaceProposal): void {
  const key = `${proposal.settlement}|${proposal.street}|${proposal.house}`
  if ((best.get(key)?.confidence ?? 0) < proposal.confidence) best.set(key, proposal)
}

/** Places of the address list that a message speaks of, best first, at most five; a settlement stands alone where no street is sure. */
export function findPlace(finder: Finder, hints: PlaceHints): readonly PlaceProposal[] {
  const parts = partsOf(hints)
  const column = hints.settlement ? settlementHits(finder, tokenise(hints.settlement), 'column') : []
  const read = parts.flatMap(({ source, tokens }) =>
    source === 'column' ? [] : settlementHits(finder, tokens, source),
  )
  const named = [...column, ...read.toSorted((a, b) => b.confidence - a.confidence)]
  const best = new Map<string, PlaceProposal>()
  for (const { source, tokens, trust } of parts) {
    const hits = streetHits(finder, tokens, source)
    for (const hit of hits) {
      const rivals = hits.filter((other) => other.from === hit.from && other.to === hit.to).length
      for (const proposal of streetProposal(finder, hit, { sure: named[0], rivals, trust }))
        keep(best, proposal)
    }
  }
  const streets = [...best.values()]
  for (const proposal of named.map((hit) => settlementProposal(finder, hit))) {
    const placed = streets.some(
      (street) => street.settlement === proposal.settlement && street.confidence >= 0.5,
    )
    if (!placed) keep(best, proposal)
  }
  return [...best.values()].toSorted((a, b) => b.confidence - a.confidence).slice(0, 5)
}
