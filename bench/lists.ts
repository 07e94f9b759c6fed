import { atMost, type Figure, quantile, reported } from './figure.ts'
import {
  days,
  type LargeCentre,
  openLargeCentre,
  password,
  standsAt,
} from './large-centre/open-large-centre.ts'
import { type Asked, journalRequests, requestsOf } from './large-centre/requests.ts'
import { type Ask, startServer } from './running-server.ts'

/** Lists and the case answer within this at a hundred thousand cases, ms. */
const limit = 100
const first = 100_000
/** Requests of one kind one after another, and of those at once. */
const inTurn = 40
const atOnce = 8

/** Lists, search, counts, case and journal of a centre of a hundred thousand cases; how they grow to a million stands in `whole`. */
export async function benchLists(progress: (line: string) => void): Promise<Figure[]> {
  const centre = await openLargeCentre(progress)
  try {
    const rate = await centre.fill(Number(process.env['OTKLIK_BENCH_FILL'] ?? first))
    progress(`registered at ${Math.round(rate)} cases/s`)
    return [
      reported('registration of cases in batches', rate, 'cases/s'),
      ...(await measure(centre, '100k', limit, progress)),
    ]
  } finally {
    await centre.close()
  }
}

export async function measure(
  { owner, environment }: Pick<LargeCentre, 'owner' | 'environment'>,
  size: string,
  bar: number | null,
  progress: (line: string) => void,
): Promise<Figure[]> {
  await owner.query('vacuum analyze')
  const server = await startServer(environment)
  try {
    const head = await server.signIn('head', password)
    const block = await server.signIn('block', password)
    const oldest = standsAt.subtract({ hours: 24 * days }).toString()
    const figures: Figure[] = []
    const run = async (who: string, ask: Ask, asked: readonly Asked[]) => {
      for (const one of asked) {
        const figure = await timed(ask, one, `${size} ${who}, ${one.name}`, bar)
        progress(`${figure.name}: p95 ${figure.figure} ms, ${figure.beside}`)
        figures.push(figure)
      }
    }
    await run('head', head, await requestsOf(owner, head, oldest))
    await run('head', head, journalRequests())
    await run('block', block, await requestsOf(owner, block, oldest, `and sector_block = 'housing'`))
    figures.push(await timedExport(head, size))
    return figures
  } finally {
    await server.stop()
  }
}

async function timed(ask: Ask, { next }: Asked, name: string, bar: number | null): Promise<Figure> {
  for (let warm = 0; warm < 3; warm += 1) await ask(next())
  const alone: number[] = []
  let bytes = 0
  const started = performance.now()
  while (alone.length < inTurn && performance.now() - started < 20_000) {
    const from = performance.now()
    bytes = (await ask(next())).length
    alone.push(performance.now() - from)
  }
  const together = await manyAtOnce(ask, next)
  const beside = `p50 ${quantile(alone, 0.5).toFixed(1)}, ${atOnce} at once p95 ${quantile(together, 0.95).toFixed(0)} ms, ${Math.ceil(bytes / 1024)} KB`
  const worst = quantile(alone, 0.95)
  return bar === null ? reported(name, worst, 'ms p95', beside) : atMost(bar, name, worst, 'ms p95', beside)
}

async function manyAtOnce(ask: Ask, next: () => string): Promise<number[]> {
  const times: number[] = []
  const until = performance.now() + 3000
  const clients = Array.from({ length: atOnce }, async () => {
    for (let turn = 0; turn < 10 && performance.now() < until; turn += 1) {
      const from = performance.now()
      await ask(next())
      times.push(performance.now() - from)
    }
  })
  await Promise.all(clients)
  return times
}

// Eighteen days of the half year hold about ten thousand of the hundred thousand cases.
async function timedExport(ask: Ask, size: string): Promise<Figure> {
  const to = standsAt.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 10 })
  const from = to.subtract({ days: 17 })
  const started = performance.now()
  const file = await ask(`/api/centres/large/cases/export.xlsx?from=${from.toString()}&to=${to.toString()}`)
  const seconds = (performance.now() - started) / 1000
  return reported(
    `${size} head, export of ten thousand rows`,
    seconds,
    's',
    `${Math.ceil(file.length / 1024)} KB of XLSX`,
  )
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  console.log(tableOf(await benchLists((line) => console.error(line))).join('\n'))
}
