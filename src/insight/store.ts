import type { Condition } from '../cases/index.ts'
import type { Desk } from '../people/index.ts'
import { type Measure, type MeasureCode, measures } from './contract.ts'
import { laidOut } from './lay-out.ts'
import type { Counted, Tally } from './tally.ts'
import { tallyAdditive } from './tally-additive.ts'
import { tallyMedians } from './tally-medians.ts'

export type { Counted, Numbers, Tally } from './tally.ts'

/** Counts measures of one basis, laid out every way asked for. `where` narrows: centre, reach, filters. */
export async function count(desk: Desk, where: readonly Condition[], tally: Tally): Promise<Counted[]> {
  const isMedian = (code: MeasureCode) => (measures[code] as Measure).aggregation === 'median'
  const medians = tally.codes.filter(isMedian)
  const additive = tally.codes.filter((code) => !isMedian(code))
  const cells = additive.length > 0 ? await tallyAdditive(desk, where, { ...tally, codes: additive }) : []
  const counted = tally.by.flatMap((by) => laidOut(cells, by, { ...tally, codes: additive }))
  if (medians.length === 0) return counted
  return merged([...counted, ...(await tallyMedians(desk, where, { ...tally, codes: medians }))])
}

function merged(counted: readonly Counted[]): Counted[] {
  const known = new Map<string, Counted>()
  for (const one of counted) {
    const key = JSON.stringify(Object.entries(one.keys).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const present = known.get(key)
    known.set(
      key,
      present
        ? {
            keys: one.keys,
            now: { ...present.now, ...one.now },
            before: present.before && one.before ? { ...present.before, ...one.before } : null,
          }
        : one,
    )
  }
  return [...known.values()]
}
