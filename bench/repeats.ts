import { atLeast, type Figure, reported } from './figure.ts'
import { labelledPairs, type PairKind } from './repeats/labelled-pairs.ts'
import { lookupFigures } from './repeats/lookups.ts'
import { isOffered, judgePairs, openReader, qualityOf, wouldBeMarked } from './repeats/quality.ts'
import { realFigures } from './repeats/real-texts.ts'

/** Near repeats: precision and recall on the labelled set and on real texts, what a row costs, how fast a lookup is. */
export async function benchRepeats(progress: (line: string) => void): Promise<Figure[]> {
  const { read, streets } = openReader()
  const judged = judgePairs(labelledPairs(streets), read)
  const reporting = judged.filter(({ part }) => part === 'reporting')
  const figures: Figure[] = []
  for (const part of ['tuning', 'reporting'] as const) {
    const half = judged.filter((one) => one.part === part)
    for (const [name, rule] of [
      ['offered', isOffered],
      ['marked', wouldBeMarked],
    ] as const) {
      const { precision, recall } = qualityOf(half, rule)
      const told = part === 'reporting' && name === 'offered' ? atLeast.bind(null, 85) : reported
      figures.push(
        told(`${part}, ${name}: precision`, precision * 100, '%', `${half.length} pairs`),
        told(`${part}, ${name}: recall`, recall * 100, '%'),
      )
    }
  }
  for (const [kind, some] of Map.groupBy(reporting, (one): PairKind => one.kind)) {
    const offered = some.filter(isOffered).length
    figures.push(
      reported(
        `reporting, ${kind}: offered`,
        (100 * offered) / some.length,
        '%',
        `${some.length} pairs, ${some[0]!.isRepeat ? 'repeats' : 'no repeats'}`,
      ),
    )
  }
  figures.push(...(await realFigures(read, progress)))
  const repeats = reporting.filter(({ isRepeat }) => isRepeat)
  return [...figures, ...(await lookupFigures(repeats, progress))]
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  console.log(tableOf(await benchRepeats((line) => console.error(line))).join('\n'))
}
