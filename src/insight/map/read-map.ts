import {
  type CaseSorting,
  type Grid,
  gridOf,
  hexagonOfKey,
  middleOf,
  namesOf,
  writeHexagon,
} from '../../cases/index.ts'
import type { Desk } from '../../people/index.ts'
import {
  filtersOf,
  type Measure,
  type MeasureCode,
  measures,
  queryOf,
  type WorklistFilters,
} from '../contract.ts'
import {
  hexagonWidths,
  type MapAnswer,
  type MapLayer,
  type MapQuery,
  type MapRow,
} from '../contract-map-routes.ts'
import { figureOf, headOf, valueOf } from '../figures.ts'
import { openReading, type Reading } from '../reading.ts'
import { gridLatitude } from './grid-latitude.ts'
import { countAll, type CountedPlace, countPlaces } from './map-store.ts'

/** Most places on a map at once. */
const most = 3000

/** Cases that a layer has no place for, as the worklist asks for them. */
const placeless: Record<MapLayer, WorklistFilters> = {
  hexagons: { located: 'false' },
  points: { located: 'false' },
  settlements: { settlement: 'none' },
}

/** A measure on the map: every place of the layer with its figure and what it opens, and what has no place. */
export async function readMap(given: Desk, query: MapQuery, sorting: CaseSorting): Promise<MapAnswer> {
  const { measure, layer, box } = query
  const reading = await openReading(given, { ...query, compare: 'none' })
  const { desk } = reading
  const latitude = layer === 'hexagons' ? await gridLatitude(desk) : 0
  const { grid, places, found } = await countFitting(
    desk,
    { reading, measure, layer, box },
    query.width,
    latitude,
  )
  const { total, unplaced } = await countAll(desk, { reading, measure, layer })
  const { days, filters } = reading
  const counted = { keys: {}, now: { [measure]: total }, before: null }
  return {
    period: days,
    asOf: desk.now.toString(),
    measure: { ...headOf(measure), total: figureOf(measure, counted, { days, filters }) },
    layer,
    width: grid.width,
    rows: places
      .map((place) => rowOf({ desk, sorting, reading, measure, layer, grid }, place))
      .toSorted(
        (one, other) => (other.value ?? -1) - (one.value ?? -1) || one.name.localeCompare(other.name, 'ru'),
      ),
    found,
    unplaced: {
      count: unplaced,
      open:
        unplaced === 0
          ? null
          : queryOf(filtersOf(measure, days, { filters: { ...filters, ...placeless[layer] } })),
    },
  }
}

type Wanted = { reading: Reading; measure: MeasureCode; layer: MapLayer; box: MapQuery['box'] }

// Hexagons must show every case: where they would be too many, wider ones do.
async function countFitting(desk: Desk, wanted: Wanted, width: number, latitude: number) {
  for (const one of hexagonWidths.filter((known) => known >= width)) {
    const grid = gridOf(one, latitude)
    const counted = await countPlaces(desk, { ...wanted, grid }, most)
    if (wanted.layer !== 'hexagons' || counted.found <= most) return { grid, ...counted }
  }
  const grid = gridOf(hexagonWidths.at(-1)!, latitude)
  return { grid, ...(await countPlaces(desk, { ...wanted, grid }, most)) }
}

interface Parts {
  desk: Desk
  sorting: CaseSorting
  reading: Reading
  measure: MeasureCode
  layer: MapLayer
  grid: Grid
}

function rowOf(parts: Parts, place: CountedPlace): MapRow {
  const { reading, measure } = parts
  const { aggregation }: Measure = measures[measure]
  const { key, name, lat, lon, filter } = placeOf(parts, place)
  return {
    key,
    name,
    lat,
    lon,
    value: valueOf(measures[measure], place),
    count: place.count,
    of: aggregation === 'share' ? place.of : null,
    open: queryOf(filtersOf(measure, reading.days, { filters: { ...reading.filters, ...filter } })),
  }
}

type Placed = Pick<MapRow, 'key' | 'name' | 'lat' | 'lon'> & { filter: WorklistFilters }

function placeOf({ desk, sorting, layer, grid }: Parts, place: CountedPlace): Placed {
  const names = namesOf(desk.centre, sorting.classifier(desk.centre))
  const words = (...given: (string | null)[]) => given.filter((one) => one !== null).join(', ')
  // In a centre of one settlement its name tells nothing.
  const near =
    desk.centre.charter.settlements.length > 1 ? (names.settlement(place.near)?.name ?? null) : null
  if (layer === 'settlements') {
    const code = place.settlement!
    const known = desk.centre.charter.settlements.find((one) => one.code === code)
    const { lat, lon } = known?.lat !== undefined && known.lon !== undefined ? known : place
    return {
      key: code,
      name: names.settlement(code)!.name,
      lat: lat ?? null,
      lon: lon ?? null,
      filter: { settlement: code },
    }
  }
  if (layer === 'points') {
    const { lat, lon } = place as { lat: number; lon: number }
    const point = `${lat},${lon}`
    return { key: point, name: words(near, place.street, place.house) || point, lat, lon, filter: { point } }
  }
  const hexagon = hexagonOfKey(grid, place.hexagon!)
  const key = writeHexagon(hexagon)
  return { key, name: words(near, place.street), ...middleOf(hexagon), filter: { hexagon: key } }
}
