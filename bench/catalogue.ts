import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, catalogueSorter, compileCatalogue } from '../src/triage/index.ts'

type Row = { readonly text: string; readonly group: string }

function readCsv(path: string): readonly Record<string, string>[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') rows.push([])
  }
  const [head = [], ...body] = rows
  return body
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10

/** Measures the shipped keyword catalogue on labelled messages: groups right, the automatic rule, texts per second. */
export function benchCatalogue(corpus: string): Record<string, number> {
  const file = JSON.parse(readFileSync(new URL('../charters/shared/topics-ru.json', import.meta.url), 'utf8'))
  const sorter = catalogueSorter(compileCatalogue(catalogue.parse(file)), 'shipped')
  const { map } = JSON.parse(readFileSync(join(corpus, 'perm-groups-to-catalogue.json'), 'utf8')) as {
    map: Record<string, string[]>
  }
  const rows: Row[] = readCsv(join(corpus, 'perm-train.csv'))
    .map((row) => ({ text: row['text'] ?? '', group: row['Группа тем'] ?? '' }))
    .filter((row) => (map[row.group] ?? []).length > 0)
  const started = performance.now()
  const proposals = rows.map((row) => sorter.propose(row.text))
  const seconds = (performance.now() - started) / 1000
  const sum = { first: 0, three: 0, decided: 0, decidedRight: 0 }
  for (const [at, { best, decided }] of proposals.entries()) {
    const right = map[rows[at]?.group ?? ''] ?? []
    const first = right.includes(best[0]?.group ?? '')
    sum.first += Number(first)
    sum.three += Number(best.some((each) => right.includes(each.group)))
    sum.decided += Number(decided)
    sum.decidedRight += Number(decided && first)
  }
  return {
    texts: rows.length,
    'first group right, %': percent(sum.first, rows.length),
    'right group in three, %': percent(sum.three, rows.length),
    'automatic rule covers, %': percent(sum.decided, rows.length),
    'automatic rule right, %': percent(sum.decidedRight, sum.decided),
    'texts per second': Math.round(rows.length / seconds),
  }
}

if (import.meta.main) {
  const corpus = process.env['OTKLIK_CORPUS']
  if (corpus === undefined || !existsSync(join(corpus, 'perm-train.csv'))) {
    console.log(
      'catalogue: no corpus; set OTKLIK_CORPUS to a folder with perm-train.csv and perm-groups-to-catalogue.json',
    )
  } else console.table(benchCatalogue(corpus))
}
