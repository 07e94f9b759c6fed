import type pg from 'pg'
import { type Beside, besides } from './beside.ts'
import { type Figure, quantile, reported } from './figure.ts'
import { copyCases } from './large-centre/copy-cases.ts'
import { type LargeCentre, openLargeCentre, password } from './large-centre/open-large-centre.ts'
import { type Ask, startServer } from './running-server.ts'
import { measureWrites } from './writes.ts'

const small = 10_000
const middle = 100_000
const copies = 9
/** Times each request and each bare query is asked, in turn, and the most seconds for it. */
const inTurn = 40
const patience = 12_000

/**
 * The same screens at ten thousand, a hundred thousand and a million cases, each beside bare queries of the same rows without the
 * program, and writes beside single inserts. OTKLIK_BENCH_CASES=10000 or =100000 ends there.
 */
export async function benchWhole(progress: (line: string) => void): Promise<Figure[]> {
  const most = Number(process.env['OTKLIK_BENCH_CASES'] ?? Infinity)
  const figures: Figure[] = []
  await inCentreOf(small, progress, async (centre) => {
    figures.push(...(await compare(centre, '10k', progress)))
    if (most < middle) figures.push(...(await measureWrites(centre, progress)))
  })
  if (most < middle) return figures
  await inCentreOf(middle, progress, async (centre) => {
    figures.push(...(await compare(centre, '100k', progress)))
    figures.push(...(await measureWrites(centre, progress)))
    if (most <= middle) return
    await copyCases(centre.owner, copies, progress)
    figures.push(...(await compare(centre, '1M', progress)))
  })
  return figures
}

async function inCentreOf(
  cases: number,
  progress: (line: string) => void,
  work: (centre: LargeCentre) => Promise<void>,
): Promise<void> {
  const centre = await openLargeCentre(progress)
  try {
    await centre.fill(cases)
    await work(centre)
  } finally {
    await centre.close()
  }
}

async function compare(
  { owner, environment }: LargeCentre,
  size: string,
  progress: (line: string) => void,
): Promise<Figure[]> {
  await owner.query('vacuum analyze')
  const server = await startServer(environment)
  try {
    const ask = await server.signIn('head', password)
    const figures: Figure[] = []
    for (const one of await besides(owner, ask)) {
      const figure = await compareOne(owner, ask, one, size)
      progress(`${figure.name}: ${figure.figure} ms, ${figure.beside}`)
      figures.push(figure)
    }
    return figures
  } finally {
    await server.stop()
  }
}

// In turn, so that whatever else the machine does weighs upon both alike.
async function compareOne(owner: pg.Client, ask: Ask, one: Beside, size: string): Promise<Figure> {
  const program: number[] = []
  const bare: number[] = []
  const started = performance.now()
  let bytes = 0
  for (let turn = -3; turn < inTurn && performance.now() - started < patience; turn += 1) {
    const asked = one.next()
    const from = performance.now()
    const answer = await ask(asked.path)
    const between = performance.now()
    const rows = await asked.bare(owner)
    const end = performance.now()
    asked.mustBeSame(JSON.parse(answer.toString()), rows)
    if (turn < 0) continue
    program.push(between - from)
    bare.push(end - between)
    bytes = answer.length
  }
  const [p50, p95] = [quantile(program, 0.5), quantile(program, 0.95)]
  const beside = [
    `p95 ${p95.toFixed(1)}`,
    `${one.what} p50 ${quantile(bare, 0.5).toFixed(1)}, p95 ${quantile(bare, 0.95).toFixed(1)} ms`,
    `${Math.ceil(bytes / 1024)} KB`,
  ]
  return reported(`${size} ${one.name}`, p50, 'ms p50', beside.join('; '))
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  console.log(tableOf(await benchWhole((line) => console.error(line))).join('\n'))
}
