import { hashPair } from '../model/hash.ts'

/** The least values of a set of hashes under `count` orders of their own: two sets agree in each with the chance of their overlap. */
export function minHashes(hashes: Int32Array, count: number): Int32Array {
  const least = new Int32Array(count)
  for (let order = 0; order < count; order += 1) {
    let best = 0xffffffff
    for (const hash of hashes) {
      const value = hashPair(hash, order + 1) >>> 0
      if (value < best) best = value
    }
    least[order] = best
  }
  return least
}
