import { weightStep } from './model.ts'

/** Drops weights nearer to nothing than `least` and rounds the others to stored steps, in place. */
export function quantise(weights: Float32Array, least: number): void {
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at]!
    if (Math.abs(weight) < least) weights[at] = 0
    else weights[at] = Math.max(-127, Math.min(127, Math.round(weight / weightStep))) * weightStep
  }
}

/** Collects quantised weights, answer by answer, into lists by bucket. */
export function createPacker(buckets: Int32Array, bucketCount: number) {
  const places: Int32Array[] = []
  const packed: Int32Array[] = []
  let total = 0
  return {
    /** Adds the weights (by column) of the next answer. */
    add(weights: Float32Array): void {
      const kept = weights.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0)
      const [place, entry] = [new Int32Array(kept), new Int32Array(kept)]
      let at = 0
      for (let column = 0; column < weights.length; column += 1) {
        if (weights[column] === 0) continue
        place[at] = buckets[column]!
        entry[at] = (packed.length << 8) | (Math.round(weights[column]! / weightStep) & 255)
        at += 1
      }
      places.push(place)
      packed.push(entry)
      total += kept
    },
    finish(): { starts: Uint32Array; entries: Int32Array } {
      const starts = new Uint32Array(bucketCount + 1)
      for (const place of places) for (const bucket of place) starts[bucket + 1]! += 1
      for (let bucket = 0; bucket < bucketCount; bucket += 1)
        starts[bucket + 1] = starts[bucket + 1]! + starts[bucket]!
      const next = starts.slice()
      const entries = new Int32Array(total)
      for (const [answer, place] of places.entries()) {
        for (let at = 0; at < place.length; at += 1) {
          const bucket = place[at]!
          entries[next[bucket]!] = packed[answer]![at]!
          next[bucket]! += 1
        }
      }
      return { starts, entries }
    },
  }
}
