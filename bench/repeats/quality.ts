import { fileURLToPath } from 'node:url'
import { centreOf, readCharter, readCharterFolder } from '../../src/charter/index.ts'
import { caseSorting } from '../../src/intake/index.ts'
import {
  bandsOf,
  isMarked,
  type Likeness,
  likenessOf,
  maskPersonal,
  offeredFrom,
  readTold,
  stemsOf,
  type Told,
} from '../../src/triage/index.ts'
import type { LabelledPair, Street } from './labelled-pairs.ts'

/** What came of one pair: whether a band is shared, and how alike the two are. */
export type Judged<Pair> = Pair & { isFound: boolean; likeness: Likeness }

/** Share of what is told to be a repeat that is one, and share of repeats that are told. */
export interface Quality {
  precision: number
  recall: number
}

const folder = fileURLToPath(new URL('../../charters/example', import.meta.url))
const receivedAt = Temporal.Instant.from('2026-11-20T09:00:00Z')
const nowhere = { settlement: null, street: null, house: null, lat: null, lon: null }
/** Fewer houses are too near to one another to be other places. */
const enoughHouses = 14

/** The fictional centre: how it reads a text as registration does, and its streets with many houses. */
export function openReader() {
  const { charter } = readCharter(readCharterFolder(folder))
  if (!charter) throw new Error('the example charter has errors')
  const row = { id: 1, slug: 'bench', name: 'bench', edition: 1, is_demo: true }
  const centre = centreOf(row as Parameters<typeof centreOf>[0], charter)
  const settlement = charter.settlements[0]!.code
  const streets: Street[] = charter.streets
    .filter((one) => one.settlement === settlement && one.houses.length >= enoughHouses)
    .filter(({ name }) => name.endsWith('ая'))
    .map(({ name, houses }) => ({ name, houses: houses.map(({ number }) => number) }))
  const names = stemsOf(charter.streets.map(({ name }) => name))
  const read = (text: string, { placed = true } = {}): Told => {
    const { topics, place } = caseSorting.sort(centre, text, { channel: 'phone' }).data
    const sum = topics.reduce((total, { score }) => total + score, 0)
    return readTold(
      {
        masked: maskPersonal(text).masked,
        place: (placed ? place : null) ?? nowhere,
        topics: topics.map(({ group, topic, score }) => ({ group, topic, share: score / sum })),
        receivedAt,
      },
      names,
    )
  }
  return { read, streets }
}

/** Judges two messages as a lookup would: by bands first, then by all that is compared. */
export function judge(one: Told, other: Told): { isFound: boolean; likeness: Likeness } {
  const bands = (told: Told) =>
    bandsOf(told.said, told.place, told.topics[0]?.group ?? null).map(({ block }) => block.join())
  const known = new Set(bands(one))
  return { isFound: bands(other).some((band) => known.has(band)), likeness: likenessOf(one, other) }
}

/** Judges every pair of the labelled set. */
export function judgePairs<Pair extends Pick<LabelledPair, 'texts'>>(
  pairs: readonly Pair[],
  read: (text: string) => Told,
): Judged<Pair>[] {
  return pairs.map((pair) => ({ ...pair, ...judge(read(pair.texts[0]), read(pair.texts[1])) }))
}

/** True where a pair would be offered to a person. */
export const isOffered = ({ isFound, likeness }: Judged<object>): boolean =>
  isFound && likeness.score >= offeredFrom

/** True where a case would be marked as like the other. */
export const wouldBeMarked = ({ isFound, likeness }: Judged<object>): boolean => isFound && isMarked(likeness)

/** How well a rule tells repeats. */
export function qualityOf(
  judged: readonly Judged<LabelledPair>[],
  rule: (one: Judged<LabelledPair>) => boolean,
): Quality {
  const told = judged.filter(rule)
  const right = told.filter(({ isRepeat }) => isRepeat).length
  return {
    precision: right / told.length,
    recall: right / judged.filter(({ isRepeat }) => isRepeat).length,
  }
}
