/** Whole numbers from 0 up to (not including) `below`, the same for the same seed. */
export type Random = (below: number) => number

/** A small seeded generator (mulberry32); for shuffling, never for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below)
  }
}

/** Shuffles the first `size` items in place. */
export function shuffle(items: Int32Array, size: number, random: Random): void {
  for (let last = size - 1; last > 0; last -= 1) {
    const at = random(last + 1)
    const kept = items[last]!
    items[last] = items[at]!
    items[at] = kept
  }
}
