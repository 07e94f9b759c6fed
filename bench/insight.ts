import { atMost, type Figure, quantile, reported } from './figure.ts'
import { copyCases } from './large-centre/copy-cases.ts'
import { type LargeCentre, openLargeCentre, password } from './large-centre/open-large-centre.ts'
import { qualityCodes } from '../src/insight/contract.ts'
import { type Ask, startServer } from './running-server.ts'

/** The dashboard answers within this at a hundred thousand cases, ms. */
const limit = 300
const first = 100_000
const copies = 9
const inTurn = 40

const figures = '/api/centres/large'
const quality = qualityCodes.map((code) => `measure=${code}`).join('&')
const asked = [
  { name: 'dashboard: seven days', path: `${figures}/dashboard` },
  { name: 'dashboard: thirty days', path: `${figures}/dashboard?preset=30-days` },
  {
    name: 'dashboard: a month of one block',
    path: `${figures}/dashboard?preset=last-month&sectorBlock=housing`,
  },
  { name: 'dashboard: a quarter', path: `${figures}/dashboard?preset=quarter` },
  { name: 'dashboard: a year', path: `${figures}/dashboard?preset=year` },
  {
    name: 'table: topic by organisation, thirty days',
    path: `${figures}/cross-table?preset=30-days&rows=topic&columns=organisation`,
  },
  {
    name: 'table: measures by organisation, a year',
    path: `${figures}/cross-table?preset=year&rows=organisation`,
  },
  { name: 'quality of data: thirty days', path: `${figures}/measures?preset=30-days&${quality}` },
  { name: 'freshness', path: `${figures}/freshness` },
  { name: 'measures: all, by topic', path: `${figures}/measures?by=topic&preset=30-days` },
  { name: 'measures: one, by day', path: `${figures}/measures?measure=received&by=day&preset=30-days` },
] as const
/** What no screen waits for is told and not held to the limit. */
const onlyTold: ReadonlySet<string> = new Set([
  'measures: all, by topic',
  'table: measures by organisation, a year',
])

/** The dashboard and single measures at a hundred thousand cases, then at a million (OTKLIK_BENCH_CASES=100000 leaves that out). */
export async function benchInsight(progress: (line: string) => void): Promise<Figure[]> {
  const centre = await openLargeCentre(progress)
  try {
    await centre.fill(Number(process.env['OTKLIK_BENCH_FILL'] ?? first))
    const small = await measure(centre, '100k', limit, progress)
    if (process.env['OTKLIK_BENCH_CASES'] === String(first)) return small
    await copyCases(centre.owner, copies, progress)
    return [...small, ...(await measure(centre, '1M', null, progress))]
  } finally {
    await centre.close()
  }
}

async function measure(
  { owner, environment }: LargeCentre,
  size: string,
  bar: number | null,
  progress: (line: string) => void,
): Promise<Figure[]> {
  await owner.query('vacuum analyze')
  const server = await startServer(environment)
  try {
    const ask = await server.signIn('head', password)
    const found: Figure[] = []
    for (const { name, path } of asked) {
      const held = onlyTold.has(name) ? null : bar
      const figure = await timed(ask, path, `${size} ${name}`, held)
      progress(`${figure.name}: p95 ${figure.figure} ms, ${figure.beside}`)
      found.push(figure)
    }
    found.push(await bareCount(owner, size))
    return found
  } finally {
    await server.stop()
  }
}

async function timed(ask: Ask, path: string, name: string, bar: number | null): Promise<Figure> {
  const times: number[] = []
  let bytes = 0
  for (let warm = 0; warm < 3; warm += 1) await ask(path)
  const started = performance.now()
  while (times.length < inTurn && performance.now() - started < 20_000) {
    const from = performance.now()
    bytes = (await ask(path)).length
    times.push(performance.now() - from)
  }
  const beside = `p50 ${quantile(times, 0.5).toFixed(0)}, ${Math.ceil(bytes / 1024)} KB`
  const worst = quantile(times, 0.95)
  return bar === null ? reported(name, worst, 'ms p95', beside) : atMost(bar, name, worst, 'ms p95', beside)
}

// What one plain count of the same thirty days costs: a dashboard is some ten of them.
async function bareCount(owner: LargeCentre['owner'], size: string): Promise<Figure> {
  const times: number[] = []
  for (let turn = 0; turn < inTurn; turn += 1) {
    const from = performance.now()
    await owner.query(
      `select topic_group, count(*) from cases
       where centre_id = 1 and received_at >= '2026-10-21T21:00Z' and received_at < '2026-11-20T21:00Z' group by 1`,
    )
    times.push(performance.now() - from)
  }
  return reported(`${size} bare count of thirty days by topic group`, quantile(times, 0.95), 'ms p95')
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  console.log(tableOf(await benchInsight((line) => console.error(line))).join('\n'))
}
