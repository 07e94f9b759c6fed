import {
  type CaseSorting,
  type Grid,
  gridOf,
  hexagonOfKey,
  namesOf,
  writeHexagon,
} from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import {
  filtersOf,
  type HotSpot,
  type InsightFilters,
  insightQuery,
  queryOf,
  type SpotKind,
  type WorklistFilters,
} from '../contract.ts'
import type { SpotsAnswer, SpotsQuery } from '../contract-map-routes.ts'
import { lengthOf } from '../period.ts'
import { openReading, type Reading } from '../reading.ts'
import { gridLatitude } from './grid-latitude.ts'
import { type History, historyOf } from './history.ts'
import { spotRule, spotWidth, weighSpot } from './spot-rule.ts'
import { type CountedSpot, countSpots, firstDay } from './spot-store.ts'

/** Natures that may make a spot; who asks for others by a filter gets them. */
const counted: InsightFilters['nature'] = ['solvable', 'consultation', 'opinion', 'none']

/** Hot spots of a period, heaviest first: the first `most` of them. The order is the same for the same cases. */
export async function hotSpotsOf(
  desk: Desk,
  asked: { from: string; to: string; filters?: Partial<InsightFilters>; by?: SpotKind; most?: number },
  sorting: CaseSorting,
): Promise<HotSpot[]> {
  const { from, to, filters = {}, by = 'topic', most = 50 } = asked
  const query = insightQuery.parse({ ...filters, from, to, compare: 'none' })
  const { spots } = await readHotSpots(desk, { ...query, by, most }, sorting)
  return spots
}

/** Hot spots with their rule and the days they are compared with. */
export async function readHotSpots(
  given: Desk,
  query: SpotsQuery,
  sorting: CaseSorting,
): Promise<SpotsAnswer> {
  const nature = query.nature ?? counted
  const reading = await openReading(given, { ...query, nature, compare: 'none' })
  const { desk } = reading
  const history = historyOf(reading.days, await firstDay(desk))
  const grid = gridOf(spotWidth, await gridLatitude(desk))
  const found = await countSpots(desk, reading.where, { days: reading.days, history, grid, by: query.by })
  const parts = { desk, sorting, reading, history, grid, by: query.by }
  const weighed = found.map((one) => weigh(parts, one)).toSorted(heaviestFirst)
  return {
    period: reading.days,
    asOf: desk.now.toString(),
    rule: spotRule,
    history: history.usual,
    spots: weighed.slice(0, query.most).map((one) => spotOf(parts, one)),
    found: weighed.length,
  }
}

/** A spot with what it is ordered by. */
interface Weighed {
  one: CountedSpot
  topic: HotSpot['topic']
  place: string
  weight: ReturnType<typeof weighSpot>
}

function weigh({ desk, sorting, reading, history }: Parts, one: CountedSpot): Weighed {
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  const { usual } = history
  const length = lengthOf(reading.days)
  return {
    one,
    topic: (one.topic === null ? names.topicGroup(one.topicGroup) : names.topic(one.topic))!,
    place: placeWords(
      one,
      (given) => names.settlement(given)?.name ?? null,
      desk.centre.charter.settlements.length,
    ),
    weight: weighSpot(one, usual && length / (length + lengthOf(usual))),
  }
}

const alphabet = new Intl.Collator('ru')

function heaviestFirst(one: Weighed, other: Weighed): number {
  return (
    other.weight.weight - one.weight.weight ||
    (one.weight.chance ?? 1) - (other.weight.chance ?? 1) ||
    other.one.count - one.one.count ||
    alphabet.compare(one.topic.name, other.topic.name) ||
    alphabet.compare(one.place, other.place) ||
    (keyOf(one.one) < keyOf(other.one) ? -1 : 1)
  )
}

const keyOf = ({ topicGroup, topic, settlement, street, hexagon }: CountedSpot) =>
  [topicGroup, topic, settlement, street, hexagon].join('|')

interface Parts {
  desk: Desk
  sorting: CaseSorting
  reading: Reading
  history: History
  grid: Grid
  by: SpotKind
}

function spotOf(
  { desk, reading, history, grid, by }: Parts,
  { one, topic, place, weight }: Weighed,
): HotSpot {
  const where = filtersOfPlace(one, grid)
  const what: WorklistFilters = {
    topicGroup: one.topicGroup,
    ...(by === 'topic' ? { topic: one.topic ?? 'none' } : {}),
  }
  const point = one.lat === null || one.lon === null ? settlementPoint(desk, one.settlement) : one
  return {
    key: queryOf({ ...what, ...where }),
    topic: { code: topic.code, name: topic.name },
    kind: one.topic === null ? 'topicGroup' : 'topic',
    place,
    settlement: one.settlement,
    street: one.street,
    count: one.count,
    stillOpen: one.stillOpen,
    overdue: one.overdue,
    previous: history.previous ? one.previous : null,
    ...weight,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    open: queryOf(
      filtersOf('received', reading.days, { filters: { ...reading.filters, ...what, ...where } }),
    ),
  }
}

function filtersOfPlace({ settlement, street, hexagon }: CountedSpot, grid: Grid): WorklistFilters {
  if (hexagon !== null) return { street: 'none', hexagon: writeHexagon(hexagonOfKey(grid, hexagon)) }
  const within = { settlement: settlement ?? 'none' }
  return street === null ? { ...within, street: 'none', located: 'false' } : { ...within, street }
}

function placeWords(
  { settlement, street, house, near, hexagon, lat, lon }: CountedSpot,
  nameOf: (settlement: string | null) => string | null,
  settlements: number,
): string {
  const isPoint = hexagon !== null && lat !== null && lon !== null
  const point = isPoint ? pointWords(lat, lon) : null
  // In a centre of one settlement its name tells nothing beside a street.
  const isTold = settlements > 1 || (street === null && point === null)
  const words = [isTold ? nameOf(settlement ?? near) : null, street, house, point]
  return words.filter((word) => word !== null).join(', ')
}

function pointWords(lat: number, lon: number): string {
  const degrees = (value: number) => `${Math.abs(value).toFixed(3).replace('.', ',')}°`
  return `у точки ${degrees(lat)} ${lat < 0 ? 'ю' : 'с'}. ш., ${degrees(lon)} ${lon < 0 ? 'з' : 'в'}. д.`
}

function settlementPoint({ centre }: Desk, code: string | null) {
  const known = centre.charter.settlements.find((one) => one.code === code)
  return known?.lat !== undefined && known.lon !== undefined ? { lat: known.lat, lon: known.lon } : null
}
