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
  const spots = found
    .map((one) => spotOf({ desk, sorting, reading, history, grid, by: query.by }, one))
    .toSorted(heaviestFirst)
  return {
    period: reading.days,
    asOf: desk.now.toString(),
    rule: spotRule,
    history: history.usual,
    spots: spots.slice(0, query.most),
    found: spots.length,
  }
}

function heaviestFirst(one: HotSpot, other: HotSpot): number {
  return (
    other.weight - one.weight ||
    (one.chance ?? 1) - (other.chance ?? 1) ||
    other.count - one.count ||
    one.topic.name.localeCompare(other.topic.name, 'ru') ||
    one.place.localeCompare(other.place, 'ru') ||
    (one.key < other.key ? -1 : 1)
  )
}

interface Parts {
  desk: Desk
  sorting: CaseSorting
  reading: Reading
  history: History
  grid: Grid
  by: SpotKind
}

function spotOf({ desk, sorting, reading, history, grid, by }: Parts, one: CountedSpot): HotSpot {
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  const { usual } = history
  const length = lengthOf(reading.days)
  const place = filtersOfPlace(one, grid)
  const topic: WorklistFilters = {
    topicGroup: one.topicGroup,
    ...(by === 'topic' ? { topic: one.topic ?? 'none' } : {}),
  }
  const point = one.lat === null || one.lon === null ? settlementPoint(desk, one.settlement) : one
  const { code, name } = (one.topic === null ? names.topicGroup(one.topicGroup) : names.topic(one.topic))!
  return {
    key: queryOf({ ...topic, ...place }),
    topic: { code, name },
    kind: one.topic === null ? 'topicGroup' : 'topic',
    place: placeWords(one, (given) => names.settlement(given)?.name ?? null),
    settlement: one.settlement,
    street: one.street,
    count: one.count,
    stillOpen: one.stillOpen,
    overdue: one.overdue,
    previous: history.previous ? one.previous : null,
    ...weighSpot(one, usual && length / (length + lengthOf(usual))),
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    open: queryOf(
      filtersOf('received', reading.days, { filters: { ...reading.filters, ...topic, ...place } }),
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
): string {
  const isPoint = hexagon !== null && lat !== null && lon !== null
  const words = [nameOf(settlement ?? near), street, house, isPoint ? pointWords(lat, lon) : null]
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
