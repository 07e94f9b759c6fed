import type { Aggregation, Figure, Measure } from './contract.ts'
import { chanceOf, fewest, mostChance } from './growth.ts'

/** So many times the total's median is by far worse. */
const timesWorse = 1.5
/** So many marks below the total's average is by far worse. */
const marksWorse = 0.5

/**
 * True where a row stands worse than the total: a share beyond chance (exact binomial tail), a median or an average by far. Counts
 * are never judged: a large unit has more of everything.
 */
export function isWeak(
  { aggregation, better }: { aggregation: Aggregation; better: Measure['better'] },
  row: Figure,
  total: Figure,
): boolean {
  if (better === 'neither' || row.value === null || total.value === null) return false
  const isLess = better === 'less'
  if (isLess ? row.value <= total.value : row.value >= total.value) return false
  switch (aggregation) {
    case 'share':
      return isBeyondChance(
        { hits: row.count, of: row.of ?? 0 },
        { hits: total.count, of: total.of ?? 0 },
        isLess,
      )
    case 'median':
      return row.count >= fewest && row.value >= total.value * timesWorse
    case 'average':
      return row.count >= fewest && row.value <= total.value - marksWorse
    case 'count':
      return false
  }
}

interface Share {
  hits: number
  of: number
}

function isBeyondChance(row: Share, total: Share, isLess: boolean): boolean {
  if (row.of < fewest) return false
  const [bad, badOfAll] = isLess ? [row.hits, total.hits] : [row.of - row.hits, total.of - total.hits]
  const usual = badOfAll / total.of
  return usual > 0 && usual < 1 && chanceOf(bad, row.of - bad, usual) <= mostChance
}
