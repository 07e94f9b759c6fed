// npm run bench [-- name…] [--json] [--docs]: what the program must be fast at, against its limits, in one table.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchBundle } from './bundle.ts'
import { benchCatalogue } from './catalogue.ts'
import { benchDeadlines } from './deadlines.ts'
import { benchDocuments } from './documents.ts'
import { type Figure, reported, tableOf, writeText } from './figure.ts'
import { benchImport } from './import-figures.ts'
import { benchInsight } from './insight.ts'
import { benchLists } from './lists.ts'
import { benchMap } from './map.ts'
import { type Machine, machine } from './machine.ts'
import { benchModel } from './model.ts'
import { benchRepeats } from './repeats.ts'
import { benchStart } from './start.ts'
import { benchWhole } from './whole.ts'

type Bench = (progress: (line: string) => void) => Figure[] | Promise<Figure[]>

const benches: Record<string, Bench> = {
  bundle: () => benchBundle(),
  deadlines: () => benchDeadlines(),
  catalogue: (progress) => catalogueFigures(progress),
  model: benchModel,
  repeats: benchRepeats,
  start: () => benchStart(),
  import: benchImport,
  lists: benchLists,
  whole: benchWhole,
  map: benchMap,
  insight: benchInsight,
  documents: benchDocuments,
}
const root = fileURLToPath(new URL('..', import.meta.url))

function catalogueFigures(progress: (line: string) => void): Figure[] {
  const corpus = process.env['OTKLIK_CORPUS']
  if (!corpus || !existsSync(join(corpus, 'perm-train.csv'))) {
    progress('catalogue: left out, OTKLIK_CORPUS names no folder with perm-train.csv')
    return []
  }
  return Object.entries(benchCatalogue(corpus)).map(([name, value]) =>
    reported(`catalogue: ${name}`, value, ''),
  )
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, docs: { type: 'boolean', default: false } },
})
const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const progress = (line: string) => process.stderr.write(`${line}\n`)
const sections: { name: string; figures: Figure[]; failure?: string }[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  progress(`== ${name} (load of the machine ${loadavg()[0]!.toFixed(1)})`)
  try {
    sections.push({ name, figures: await benches[name]!(progress) })
  } catch (error) {
    sections.push({ name, figures: [], failure: (error as Error).message })
  }
}

const figures = sections.flatMap((section) => section.figures)
const ok = figures.every((figure) => figure.ok) && sections.every((section) => !section.failure)
const result = { machine: machine(), ok, sections }
writeText(join(root, 'test-results/bench.json'), `${JSON.stringify(result, null, 2)}\n`)
if (values.docs) writeText(join(root, 'docs/benchmarks.md'), page(result.machine))
console.log(values.json ? JSON.stringify(result) : tableOf(figures).join('\n'))
for (const { name, failure } of sections) if (failure) progress(`${name}: ${failure}`)
process.exit(ok ? 0 : 1)

function page({ processor, cores, memoryGb, node, postgres, at, load }: Machine): string {
  const head = `# Benchmarks

Written by \`npm run bench -- --docs\` on ${at}: ${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}${postgres ? `, PostgreSQL ${postgres}` : ''}. ✓ and ✗ stand
where there is a limit; the rest is reported. Lists: requests over HTTP to a server in a process of its own, on the same machine as its
database and its clients; each kind asked 40 times in turn, then by 8 clients at once. Whole: the same screens at three sizes, each answer
held to have the rows of hand-written SQL that one connection of the tables' owner asks in turn with it; the million is the hundred
thousand copied nine times, half a year earlier each, open cases included. Writes are durable before they are answered, those beside
them too. Mean load of the machine during the last quarter of an hour: ${load}; above ${cores} others
worked beside, and the medians say more than the 95th percentiles.
`
  const parts = sections.map(
    ({ name, figures: of, failure }) =>
      `## ${name}\n\n${failure ? `Failed: ${failure}\n` : `${tableOf(of).join('\n')}\n`}`,
  )
  return `${[head, ...parts].join('\n')}`
}
