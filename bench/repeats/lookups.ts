import { registerCase } from '../../src/cases/index.ts'
import { bandRows } from '../../src/cases/repeats/bands.ts'
import { nearOfCase, nearOfText } from '../../src/cases/repeats/read-near.ts'
import { caseSorting } from '../../src/intake/index.ts'
import { atDeskOf, type Desk, systemActor } from '../../src/people/index.ts'
import { atMost, type Figure, quantile, reported } from '../figure.ts'
import { copyCases } from '../large-centre/copy-cases.ts'
import { inventedText } from '../large-centre/invented-text.ts'
import { type LargeCentre, openLargeCentre, standsAt } from '../large-centre/open-large-centre.ts'
import { createRandom } from '../large-centre/random.ts'
import { type LabelledPair } from './labelled-pairs.ts'

/** A lookup answers within this at a million cases, ms. */
const limit = 20
/** Bands of a row cost at most this, ms of the processor. */
const rowLimit = 0.05
const first = 100_000
const copies = 9
const asked = 200

/** Lookups in a centre of a hundred thousand cases and of a million (OTKLIK_BENCH_CASES=100000 leaves that out), and what a row costs. */
export async function lookupFigures(
  pairs: readonly LabelledPair[],
  progress: (line: string) => void,
): Promise<Figure[]> {
  const centre = await openLargeCentre(progress)
  try {
    await centre.fill(Number(process.env['OTKLIK_BENCH_FILL'] ?? first))
    const figures = [rowCost(centre), ...(await measure(centre, '100k', pairs, progress))]
    if (process.env['OTKLIK_BENCH_CASES'] === String(first)) return figures
    await copyCases(centre.owner, copies, progress)
    return [...figures, ...(await measure(centre, '1M', [], progress)), await sizeOf(centre)]
  } finally {
    await centre.close()
  }
}

const processorTime = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function rowCost({ centre, installation: { vault } }: LargeCentre): Figure {
  const random = createRandom(3)
  const rows = Array.from({ length: 4000 }, (_, at) => ({
    id: '019a0000-0000-7000-8000-000000000000',
    receivedAt: standsAt,
    masked: inventedText(random, 'Ямы и выбоины', 'Садовая', String(at % 90)),
    settlement: centre.charter.settlements[0]!.code,
    street: 'улица Садовая',
    house: String(at % 90),
    topicGroup: '04',
  }))
  const make = () => bandRows({ vault, centreId: centre.id }, rows)
  make()
  const from = processorTime()
  make()
  return atMost(rowLimit, 'bands of a row', (processorTime() - from) / rows.length, 'ms of one core')
}

async function measure(
  { installation: { db, vault }, centre, owner }: LargeCentre,
  size: string,
  pairs: readonly LabelledPair[],
  progress: (line: string) => void,
): Promise<Figure[]> {
  await owner.query('vacuum analyze')
  const at = { centre, actor: systemActor('bench'), now: standsAt, vault }
  const work = <T>(job: (desk: Desk) => Promise<T>) => atDeskOf(db, at, job)
  const { rows } = await owner.query<{ id: string; masked_text: string }>(
    `
    select c.id, s.masked_text from cases c join submissions s on s.id = c.submission_id
    where c.received_at > $1 order by md5(c.id::text) limit ${asked}`,
    [standsAt.subtract({ hours: 24 * 60 }).toString()],
  )
  const typed = (text: string) => (desk: Desk) => nearOfText(desk, { channel: 'phone', text }, caseSorting)
  const figures = [
    await timed(
      `${size}, near cases of a case`,
      rows.map(
        ({ id }) =>
          (desk: Desk) =>
            nearOfCase(desk, id, caseSorting),
      ),
      work,
    ),
    await timed(
      `${size}, near cases of a text being typed`,
      rows.map((row) => typed(row.masked_text)),
      work,
    ),
  ]
  for (const { name, figure, beside } of figures) progress(`${name}: p95 ${figure} ms, ${beside}`)
  if (pairs.length === 0) return figures
  let found = 0
  for (const {
    texts: [one, other],
  } of pairs) {
    const made = await work((desk) => registerCase(desk, { channel: 'phone', text: one }, caseSorting))
    const near = await work(typed(other))
    if (near.some((line) => line.case.id === made.id)) found += 1
  }
  figures.push(
    reported(
      `${size}, repeats found among the five offered`,
      (100 * found) / pairs.length,
      '%',
      `${pairs.length} pairs of the reporting half`,
    ),
  )
  return figures
}

async function timed(
  name: string,
  jobs: readonly ((desk: Desk) => Promise<unknown>)[],
  work: (job: (desk: Desk) => Promise<unknown>) => Promise<unknown>,
): Promise<Figure> {
  for (const job of jobs.slice(0, 20)) await work(job)
  const times: number[] = []
  const busy = processorTime()
  for (const job of jobs) {
    const from = performance.now()
    await work(job)
    times.push(performance.now() - from)
  }
  const beside = `p50 ${quantile(times, 0.5).toFixed(1)} ms; ${((processorTime() - busy) / jobs.length).toFixed(1)} ms of it our processor`
  return atMost(limit, name, quantile(times, 0.95), 'ms p95', beside)
}

async function sizeOf({ owner }: LargeCentre): Promise<Figure> {
  const { rows } = await owner.query<{ rows: number; mb: number; all: number }>(`
    select (select count(*) from repeat_bands)::int as rows, pg_total_relation_size('repeat_bands') / 1048576.0 as mb,
      pg_database_size(current_database()) / 1048576.0 as all`)
  const { rows: bands, mb, all } = rows[0]!
  return reported(
    '1M, table of bands with its indexes',
    Number(mb),
    'MB',
    `${bands} rows; the whole database ${Math.round(all)} MB`,
  )
}
