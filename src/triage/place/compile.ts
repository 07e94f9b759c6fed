import type { PlaceList } from '../contract.ts'
import { normaliseHouse } from './house.ts'
import { isAdjective, stem, streetKind, tokenise } from './tokens.ts'

/** One way of naming a street or settlement. */
export type Name = {
  readonly place: number
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Adjectives decline, so any ending will do; other names are used as they stand («на Мира»). */
  readonly declines: readonly boolean[]
  /** A shortened name: the last word of several. */
  readonly short: boolean
}

export type StreetEntry = {
  readonly code: string
  readonly settlement: string
  readonly kind: string
  readonly name: string
}
export type SettlementEntry = { readonly code: string; readonly name: string; readonly kind: string }
export type Point = { readonly lat: number; readonly lon: number }

/** A centre's address list, ready for `findPlace`. */
export type Finder = {
  readonly settlements: readonly SettlementEntry[]
  readonly streets: readonly StreetEntry[]
  readonly streetNames: ReadonlyMap<string, readonly Name[]>
  readonly settlementNames: ReadonlyMap<string, readonly Name[]>
  readonly houses: ReadonlyMap<string, ReadonlyMap<string, Point>>
}

function nameOf(place: number, raw: string, noun: boolean): Name | undefined {
  const words = tokenise(raw)
    .map((token) => token.word)
    .filter((word, _, all) => all.length === 1 || streetKind(word) === null || !noun)
  if (words.length === 0) return undefined
  return {
    place,
    words,
    stems: words.map(stem),
    declines: words.map((word) => noun || isAdjective(word)),
    short: false,
  }
}

function withoutKind(raw: string): string {
  const tokens = tokenise(raw).map((token) => token.word)
  const first = streetKind(tokens[0] ?? '') !== null && tokens.length > 1
  const last = streetKind(tokens.at(-1) ?? '') !== null && tokens.length > 1 && !first
  return tokens.slice(first ? 1 : 0, last ? -1 : undefined).join(' ')
}

/** The kind that a name itself holds: «Заводское шоссе». */
function kindInside(raw: string): string | null {
  const words = tokenise(raw).map((token) => token.word)
  return words.length < 2 ? null : (streetKind(words.at(-1) ?? '') ?? streetKind(words[0] ?? ''))
}

function shorten(name: Name, taken: ReadonlySet<string>): Name | undefined {
  const last = name.words.at(-1)
  if (
    name.words.length < 2 ||
    last === undefined ||
    last.length < 5 ||
    /^\d/.test(name.words[0] ?? '') ||
    isAdjective(last)
  )
    return undefined
  if (/^(?:лет|линия|проезд|съезда?|мая|марта|октября)$/.test(last) || taken.has(last)) return undefined
  return { ...name, words: [last], stems: [stem(last)], declines: [false], short: true }
}

function byFirstStem(names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const index = new Map<string, Name[]>()
  for (const name of names) {
    const first = name.stems[0] ?? ''
    const list = index.get(first)
    if (list === undefined) index.set(first, [name])
    else list.push(name)
  }
  return index
}

/** Prepares an address list; streets and houses refer to one another by code. */
export function compilePlaces(list: PlaceList): Finder {
  const streetNames: Name[] = []
  const last = new Map<string, number>()
  for (const [place, each] of list.streets.entries()) {
    for (const raw of [each.name, ...(each.aliases ?? [])]) {
      const name = nameOf(place, withoutKind(raw), false)
      if (name === undefined) continue
      streetNames.push(name)
      const key = name.words.at(-1) ?? ''
      last.set(key, (last.get(key) ?? 0) + 1)
    }
  }
  const ambiguous = new Set([...last].filter(([, count]) => count > 1).map(([word]) => word))
  const short = streetNames.map((name) => shorten(name, ambiguous)).filter((name) => name !== undefined)
  const settlementNames = list.settlements
    .map((each, place) => nameOf(place, each.name, true))
    .filter((name) => name !== undefined)
  const houses = new Map<string, Map<string, Point>>()
  for (const each of list.houses ?? []) {
    let points = houses.get(each.street)
    if (points === undefined) houses.set(each.street, (points = new Map()))
    points.set(normaliseHouse(each.number), { lat: each.lat, lon: each.lon })
  }
  return {
    settlements: list.settlements.map((each) => ({
      code: each.code,
      name: each.name,
      kind: each.kind ?? '',
    })),
    streets: list.streets.map(({ code, settlement, kind, name }) => ({
      code,
      settlement,
      kind: kindInside(name) ?? kind ?? 'улица',
      name,
    })),
    streetNames: byFirstStem([...streetNames, ...short]),
    settlementNames: byFirstStem(settlementNames),
    houses,
  }
}
