import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Figure, quantile, reported } from './figure.ts'
import { inventedText } from './large-centre/invented-text.ts'
import { type LargeCentre, openLargeCentre, password } from './large-centre/open-large-centre.ts'
import { createRandom } from './large-centre/random.ts'
import { type RunningServer, type Send, startServer } from './running-server.ts'

/** Seconds for which each kind of write is repeated. */
const lasting = 4
const clientCounts = [1, 16] as const
const cases = '/api/centres/large/cases'
/** Tables that one registration by hand fills, in the order in which rows refer to each other. */
const filled =
  'submissions blind_indexes cases parts case_submissions case_words deadlines proposals journal'.split(' ')

type Work = () => Promise<unknown>
type Rate = { perSecond: number; p50: number; p95: number }

/** Registering, taking and drafting over HTTP, each durable before it is answered, beside inserts without the program. */
export async function measureWrites(
  { owner, environment, installation }: Pick<LargeCentre, 'owner' | 'environment' | 'installation'>,
  progress: (line: string) => void,
): Promise<Figure[]> {
  const server = await startServer(environment)
  try {
    const figures: Figure[] = []
    for (const clients of clientCounts) {
      const found = await overHttp(server, clients)
      const bare = await withoutProgram(owner, installation.ownerUrl, clients, found.lastId)
      for (const [name, rate, cpu] of found.rates)
        figures.push(
          figureOf(`${name}, ${told(clients)}`, rate, `${cpu.toFixed(1)} ms of the server’s processor`),
        )
      for (const [name, rate] of bare) figures.push(figureOf(`${name}, ${told(clients)}`, rate))
      for (const figure of figures.slice(-found.rates.length - bare.length))
        progress(`${figure.name}: ${figure.figure} ${figure.unit}, ${figure.beside}`)
    }
    return figures
  } finally {
    await server.stop()
  }
}

const told = (clients: number) => (clients === 1 ? '1 client' : `${clients} clients`)

function figureOf(name: string, { perSecond, p50, p95 }: Rate, more?: string): Figure {
  const beside = [`p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms`, ...(more ? [more] : [])]
  return reported(name, perSecond, 'a second', beside.join('; '))
}

async function overHttp(server: RunningServer, clients: number) {
  const sends = await Promise.all(
    Array.from({ length: clients }, (_, index) => server.signInToWrite(`specialist-${index + 1}`, password)),
  )
  const random = createRandom(23)
  const waiting: Record<'register' | 'take', { id: string; revision: number }[]> = { register: [], take: [] }
  let lastId = ''
  const register = (send: Send) => async () => {
    const text = inventedText(random, 'Яма на дороге', 'Садовая', String(1 + random(120)))
    const contacts = { name: 'Житель', phone: `+7 900 ${100 + random(899)}-10-20` }
    const made = await send(cases, { channel: 'phone', text, contacts })
    lastId = String(made['id'])
    waiting.register.push({ id: lastId, revision: Number(made['revision']) })
  }
  const next = (from: keyof typeof waiting) => waiting[from].pop() ?? null
  const take = (send: Send) => async () => {
    const found = next('register')
    if (!found) return 'over'
    const made = await send(`${cases}/${found.id}/take`, { revision: found.revision })
    waiting.take.push({ id: found.id, revision: Number(made['revision']) })
    return undefined
  }
  const draft = (send: Send) => async () => {
    const found = next('take')
    if (!found) return 'over'
    const body = { revision: found.revision, text: 'Яму закрыли, дорога проверена.', outcome: 'solved' }
    await send(`${cases}/${found.id}/draft-answer`, body)
    return undefined
  }
  const rates: [name: string, rate: Rate, cpu: number][] = []
  for (const [name, work] of [
    ['register a case over HTTP', register],
    ['take a case over HTTP', take],
    ['draft an answer over HTTP', draft],
  ] as const) {
    const before = server.cpu()
    const { rate, done } = await repeat(sends.map((send) => work(send)))
    rates.push([name, rate, ((server.cpu() - before) * 1000) / done])
  }
  return { rates, lastId }
}

/** What the same durability costs a program that only inserts: one row, and the rows of one registration in one transaction. */
async function withoutProgram(
  owner: pg.Client,
  url: string,
  clients: number,
  caseId: string,
): Promise<[name: string, rate: Rate][]> {
  await owner.query('create table if not exists bench_rows (id uuid primary key, at timestamptz, words text)')
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url, application_name: 'otklik-bench' })
      await client.connect()
      return client
    }),
  )
  try {
    const one = await repeat(
      connections.map(
        (client) => () =>
          client.query({
            name: 'one',
            text: 'insert into bench_rows values ($1, now(), $2)',
            values: [randomUUID(), 'Яма на дороге у дома, объехать нельзя, третий день'],
          }),
      ),
    )
    const rows = await rowsOf(owner, caseId)
    const same = await repeat(connections.map((client) => () => insertSame(client, rows)))
    return [
      ['a single insert of one row', one.rate],
      [`the ${rows.length} rows of a registration in one transaction, one insert each`, same.rate],
    ]
  } finally {
    await Promise.all(connections.map((client) => client.end()))
    await owner.query('drop table if exists bench_rows')
  }
}

type CopiedRow = { table: string; row: Record<string, unknown> }

/** The rows that the registration of a case left, table by table. */
async function rowsOf(owner: pg.Client, caseId: string): Promise<CopiedRow[]> {
  const found: CopiedRow[] = []
  const ids = await owner.query<{ submission_id: string }>('select submission_id from cases where id = $1', [
    caseId,
  ])
  for (const table of filled) {
    const { rows: columns } = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`,
      [table],
    )
    const has = (name: string) => columns.some((column) => column.name === name)
    const key =
      table === 'cases' || table === 'submissions' ? 'id' : has('case_id') ? 'case_id' : 'submission_id'
    const value = table === 'submissions' || key === 'submission_id' ? ids.rows[0]!.submission_id : caseId
    const registered = table === 'journal' ? `and action = 'case-registered'` : ''
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where ${key} = $1 ${registered}`,
      [value],
    )
    for (const { row } of rows) found.push({ table, row })
  }
  return found
}

/** Inserts the same rows under new ids, as a program without rules would. */
async function insertSame(client: pg.Client, rows: readonly CopiedRow[]): Promise<void> {
  const fresh = new Map<string, string>()
  const renew = (value: unknown) => {
    if (typeof value !== 'string' || !/^[\da-f]{8}-[\da-f-]{27}$/.test(value)) return value
    fresh.set(value, fresh.get(value) ?? randomUUID())
    return fresh.get(value)
  }
  const renewed = new Set(['id', 'case_id', 'submission_id', 'part_id'])
  await client.query('begin')
  for (const { table, row } of rows) {
    const made = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        renewed.has(name) ? renew(value) : name === 'number' ? randomUUID() : value,
      ]),
    )
    const names = Object.keys(made).join(', ')
    await client.query({
      name: `same-${table}`,
      text: `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`,
      values: [JSON.stringify(made)],
    })
  }
  await client.query('commit')
}

/** Repeats each client's work for some seconds, one after another within a client; `over` ends a client. */
async function repeat(clients: readonly Work[]): Promise<{ rate: Rate; done: number }> {
  for (const work of clients.slice(0, 4)) await work()
  const times: number[] = []
  const started = performance.now()
  const until = started + lasting * 1000
  await Promise.all(
    clients.map(async (work) => {
      while (performance.now() < until) {
        const from = performance.now()
        if ((await work()) === 'over') return
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const rate = {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  }
  return { rate, done: times.length }
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  const say = (line: string) => console.error(line)
  const centre = await openLargeCentre(say)
  try {
    await centre.fill(Number(process.env['OTKLIK_BENCH_FILL'] ?? 10_000))
    console.log(tableOf(await measureWrites(centre, say)).join('\n'))
  } finally {
    await centre.close()
  }
}
