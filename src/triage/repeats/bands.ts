import { hashText } from '../model/hash.ts'
import { minHashes } from './min-hash.ts'
import { houseName, streetName, type Address } from './place-relation.ts'
import type { Said, Sorted } from './said.ts'

/** A band of a message: two that share it may speak of one problem. `weight` tells how much that says. */
export type Band = {
  /** Four 32-bit words, the same on every machine: a whole block of the cipher that hides them. */
  readonly block: Int32Array
  readonly weight: number
}

/** Bytes of a block. */
export const bandBytes = 16

/** Bands of words alone: of two least stems, and of three least pieces, which outlive a slip of the pen. */
const stemBands = 2
const pieceBands = 2
/** Bands of one least stem within a topic group. */
const wordBands = 2

/**
 * The bands of a message, at most nine. Words alone find the same text wherever it is told; house, street, and street with topic
 * group find what another person told of the same place; a word within a topic group finds the rest.
 */
export function bandsOf(said: Said | Sorted, place: Address, topicGroup: string | null): Band[] {
  const bands: Band[] = []
  const add = (weight: number, kind: number, one: number, two = 0, three = 0) =>
    bands.push({ weight, block: Int32Array.of(kind, one, two, three) })
  const stems = minHashes(said.stems, stemBands * 2)
  for (let at = 0; at < stemBands; at += 1) add(3, at, stems[2 * at]!, stems[2 * at + 1]!)
  const pieces = minHashes(said.pieces, pieceBands * 3)
  for (let at = 0; at < pieceBands; at += 1)
    add(3, 8 + at, pieces[3 * at]!, pieces[3 * at + 1]!, pieces[3 * at + 2]!)
  const group = topicGroup === null ? null : hashText(topicGroup)
  const street = streetName(place.street)
  if (street !== null) {
    const [settlement, name] = [hashText(place.settlement ?? ''), hashText(street)]
    const house = houseName(place.house)
    add(1, 16, settlement, name)
    if (house !== null) add(3, 17, settlement, name, hashText(house))
    if (group !== null) add(2, 18, settlement, name, group)
  }
  if (group !== null) for (let at = 0; at < wordBands; at += 1) add(1, 24 + at, group, stems[at]!)
  return bands
}
