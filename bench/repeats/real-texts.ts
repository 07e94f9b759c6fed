import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLabelled } from '../../src/cli/labelled-file.ts'
import { cleanText, type Told } from '../../src/triage/index.ts'
import { type Figure, reported } from '../figure.ts'
import { createRandom, pick } from '../large-centre/random.ts'
import { reworded, withTypos } from './labelled-pairs.ts'
import { isOffered, judge, type Judged, wouldBeMarked } from './quality.ts'

/** Messages taken as a sample, and the shortest that says enough. */
const sample = 1500
const shortest = 30

type Read = (text: string, how: { placed: boolean }) => Told

/**
 * Real messages of a region, of whose places the town of the bench knows nothing: texts that stand in the corpus more than once, the
 * same with slips of the pen, the same retold, and pairs taken by chance, of one topic and territory or of any.
 */
export async function realFigures(read: Read, progress: (line: string) => void): Promise<Figure[]> {
  const folder = process.env['OTKLIK_CORPUS']
  if (!folder || !existsSync(join(folder, 'perm-train.csv'))) {
    progress('repeats: real texts are left out, OTKLIK_CORPUS names no folder with perm-train.csv')
    return []
  }
  const labels = ['Исполнитель', 'Тема']
  const { texts, columns } = await readLabelled(join(folder, 'perm-train.csv'), 'text', labels)
  const rows = texts
    .map((text, at) => ({ text: cleanText(text), label: `${columns[0]![at]} ${columns[1]![at]}` }))
    .filter(({ text }) => text.length >= shortest)
  const byLabel = Map.groupBy(rows, ({ label }) => label)
  const random = createRandom(5)
  const told = (text: string) => read(text, { placed: false })
  const chosen = Array.from({ length: sample }, () => pick(random, rows))
  const pairsOf = (other: (row: (typeof rows)[number]) => string) =>
    chosen
      .map((row) => [row.text, other(row)] as const)
      .filter(([one, another]) => one !== another)
      .map(([one, another]) => judge(told(one), told(another)))
  return [
    share('identical texts found', await copies(folder, told)),
    share(
      'with slips of the pen',
      pairsOf(({ text }) => withTypos(text, random)),
    ),
    share(
      'retold',
      pairsOf(({ text }) => reworded(text, random)),
    ),
    share(
      'of one topic and territory, by chance',
      pairsOf(({ label }) => pick(random, byLabel.get(label)!).text),
    ),
    share(
      'of any topic, by chance',
      pairsOf(() => pick(random, rows).text),
    ),
  ]
}

async function copies(folder: string, told: (text: string) => Told) {
  const { texts, columns } = await readLabelled(join(folder, 'perm-exact-duplicates.csv'), 'text', [
    'dup_group',
  ])
  const groups = Map.groupBy(texts, (_, at) => columns[0]![at])
  return [...groups.values()]
    .filter((same) => same.length > 1)
    .map(([one, other]) => judge(told(cleanText(one!)), told(cleanText(other!))))
}

function share(name: string, judged: readonly Judged<object>[]): Figure {
  const part = (rule: (one: Judged<object>) => boolean) => (100 * judged.filter(rule).length) / judged.length
  return reported(
    `real pairs, ${name}: offered`,
    part(isOffered),
    '%',
    `${judged.length} pairs; marked ${part(wouldBeMarked).toFixed(1)} %`,
  )
}
