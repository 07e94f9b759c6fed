import { atMost, type Figure, quantile, reported } from './figure.ts'
import { type LargeCentre, openLargeCentre, password } from './large-centre/open-large-centre.ts'
import { type Ask, startServer } from './running-server.ts'

/** The map answers within this at a hundred thousand cases, ms. */
const limit = 300
const cases = 100_000
const inTurn = 40

const centre = '/api/centres/large'
const asked = [
  { name: 'map: hexagons of 300 m, seven days', path: `${centre}/map` },
  { name: 'map: hexagons of 300 m, thirty days', path: `${centre}/map?preset=30-days` },
  { name: 'map: hexagons of 150 m, half a year', path: `${centre}/map?preset=year&width=150` },
  { name: 'map: settlements, half a year', path: `${centre}/map?preset=year&layer=settlements` },
  { name: 'map: points, thirty days', path: `${centre}/map?preset=30-days&layer=points` },
  { name: 'map: points, half a year', path: `${centre}/map?preset=year&layer=points` },
  { name: 'map: answered in time, thirty days', path: `${centre}/map?preset=30-days&measure=in-time` },
  { name: 'hot spots: seven days', path: `${centre}/hot-spots` },
  { name: 'hot spots: thirty days', path: `${centre}/hot-spots?preset=30-days` },
] as const

/** The map and hot spots at a hundred thousand cases (OTKLIK_BENCH_FILL makes fewer), nine of ten at a house of the fictional town. */
export async function benchMap(progress: (line: string) => void): Promise<Figure[]> {
  const large = await openLargeCentre(progress)
  try {
    await large.fill(Number(process.env['OTKLIK_BENCH_FILL'] ?? cases))
    await placeAtHouses(large)
    await large.owner.query('vacuum analyze')
    const server = await startServer(large.environment)
    try {
      const ask = await server.signIn('head', password)
      const figures: Figure[] = []
      for (const { name, path } of asked) figures.push(await timed(ask, name, path, progress))
      figures.push(await opened(ask, progress))
      return figures
    } finally {
      await server.stop()
    }
  } finally {
    await large.close()
  }
}

/** Gives nine of ten cases a house of the charter: crowded in some streets, as problems are. */
async function placeAtHouses({ owner, centre: { charter } }: LargeCentre): Promise<void> {
  const houses = charter.streets.flatMap(({ settlement, name, houses: own }) =>
    own.map(({ number, lat, lon }) => ({ settlement, street: name, house: number, lat, lon })),
  )
  await owner.query(
    `with houses as (
       select *, row_number() over () - 1 as place from jsonb_to_recordset($1::jsonb)
         as h (settlement text, street text, house text, lat float8, lon float8)
     ), chosen as (
       select centre_id, id, floor(power(('x' || substr(md5(id::text), 1, 7))::bit(28)::int / 268435456.0, 1.6) * $2)::int as place
       from cases where ('x' || substr(md5(id::text), 8, 4))::bit(16)::int % 10 > 0
     )
     update cases c set settlement = h.settlement, street = h.street, house = h.house, lat = h.lat, lon = h.lon
     from chosen join houses h using (place) where c.centre_id = chosen.centre_id and c.id = chosen.id`,
    [JSON.stringify(houses), houses.length],
  )
}

async function timed(
  ask: Ask,
  name: string,
  path: string,
  progress: (line: string) => void,
): Promise<Figure> {
  const times: number[] = []
  let answer: Awaited<ReturnType<Ask>> = Buffer.alloc(0)
  for (let warm = 0; warm < 3; warm += 1) await ask(path)
  for (let turn = 0; turn < inTurn; turn += 1) {
    const from = performance.now()
    answer = await ask(path)
    times.push(performance.now() - from)
  }
  const { rows, spots } = JSON.parse(answer.toString()) as { rows?: unknown[]; spots?: unknown[] }
  const size = `${(rows ?? spots ?? []).length} rows, ${Math.ceil(answer.length / 1024)} KB`
  const beside = `p50 ${quantile(times, 0.5).toFixed(0)}, ${size}`
  progress(`${name}: p95 ${quantile(times, 0.95).toFixed(0)} ms, ${beside}`)
  return atMost(limit, name, quantile(times, 0.95), 'ms p95', beside)
}

/** The list that a hexagon opens, each of the first forty hexagons once. */
async function opened(ask: Ask, progress: (line: string) => void): Promise<Figure> {
  const { rows } = JSON.parse((await ask(`${centre}/map?preset=year`)).toString()) as {
    rows: { open: string; count: number }[]
  }
  const times: number[] = []
  for (const { open } of rows.slice(0, inTurn)) {
    const from = performance.now()
    await ask(`${centre}/cases?${open}`)
    times.push(performance.now() - from)
  }
  const name = 'list: cases of a hexagon, half a year'
  const beside = `p50 ${quantile(times, 0.5).toFixed(0)}, ${rows[0]?.count} to ${rows[times.length - 1]?.count} cases each`
  progress(`${name}: p95 ${quantile(times, 0.95).toFixed(0)} ms, ${beside}`)
  return reported(name, quantile(times, 0.95), 'ms p95', beside)
}

if (import.meta.main) {
  const { tableOf } = await import('./figure.ts')
  console.log(tableOf(await benchMap((line) => console.error(line))).join('\n'))
}
