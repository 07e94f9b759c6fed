import { type Dimension, isTime, type MeasureCode } from './contract.ts'
import type { Counted, Keys, Numbers } from './tally.ts'

/** Numbers that may be added, of the finest cells that one walk tells apart. */
export interface FineCell {
  keys: Keys
  when: 'now' | 'before'
  numbers: readonly Numbers[]
}

export const nothing: Numbers = { count: 0, of: 0, sum: 0, median: null }

/** Fine cells added up to those of some dimensions; numbers stand in the order of the codes. */
export function laidOut(
  cells: readonly FineCell[],
  by: readonly Dimension[],
  { codes, previous }: { codes: readonly MeasureCode[]; previous: unknown },
): Counted[] {
  const goesAlongTime = by.some(isTime)
  const compares = previous !== null && !goesAlongTime
  const found = new Map<string, { keys: Keys; now: Numbers[]; before: Numbers[] }>()
  for (const { keys, when, numbers } of cells) {
    if (goesAlongTime && when === 'before') continue
    const key = by.length === 0 ? '' : JSON.stringify(by.map((one) => keys[one]))
    let sums = found.get(key)
    if (!sums) {
      const zeros = () => codes.map(() => ({ ...nothing }))
      sums = {
        keys: Object.fromEntries(by.map((one) => [one, keys[one] ?? null])),
        now: zeros(),
        before: zeros(),
      }
      found.set(key, sums)
    }
    add(sums[when], numbers)
  }
  const byCode = (sums: readonly Numbers[]) =>
    Object.fromEntries(codes.map((code, place) => [code, sums[place]!]))
  return [...found.values()].map(({ keys, now, before }) => ({
    keys,
    now: byCode(now),
    before: compares ? byCode(before) : null,
  }))
}

function add(sums: readonly Numbers[], numbers: readonly Numbers[]): void {
  for (const [place, one] of numbers.entries()) {
    const sum = sums[place]!
    sum.count += one.count
    sum.of += one.of
    sum.sum += one.sum
  }
}
