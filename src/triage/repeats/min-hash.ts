import { hashPair } from '../model/hash.ts'

/** Orders that are ready; each is a salt and an odd factor of its own. */
const orders = Array.from({ length: 8 }, (_, at) => ({
  salt: hashPair(at, 0x5a17),
  factor: hashPair(at, 0xfac7) | 1,
}))

/**
 * The least values of hashes under `count` orders of their own, at most eight: two sets agree in each with the chance of their overlap. One
 * multiplication an order is enough to shuffle what is a hash already (a whole hash takes four times as long).
 */
export function minHashes(hashes: readonly number[] | Int32Array, count: number): Int32Array {
  const least = new Int32Array(count)
  for (let order = 0; order < count; order += 1) {
    const { salt, factor } = orders[order]!
    let best = 0x7fffffff
    for (let at = 0; at < hashes.length; at += 1) {
      const value = Math.imul(hashes[at]! ^ salt, factor)
      if (value < best) best = value
    }
    least[order] = best
  }
  return least
}
