import type { PlaceRelation } from '../contract.ts'
import { normaliseHouse } from '../place/house.ts'

/** An address as far as known: code of the settlement, street and house as written. */
export type Address = {
  readonly settlement: string | null
  readonly street: string | null
  readonly house: string | null
}

/** Where a problem is: its address and its point in degrees, as far as known. */
export type Whereabouts = Address & {
  readonly lat: number | null
  readonly lon: number | null
}

/** Metres between points of one problem, and of places within sight of each other. */
const samePoint = 30
const withinSight = 150

const kinds =
  /(?:^|\s)(?:улица|ул|проспект|пр-т|пр-кт|просп|пр|переулок|пер|проезд|пр-д|площадь|пл|шоссе|ш|бульвар|б-р|бул|набережная реки|тупик|аллея)(?=[\s.]|$)\.?/g

/** A street's name alone, so that «улица Садовая», «ул. Садовая» and «Садовая ул.» agree; null where there is none. */
export function streetName(street: string | null): string | null {
  const folded = (street ?? '').toLowerCase().replaceAll('ё', 'е').replace(kinds, ' ')
  const name = folded.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()
  return name === '' ? null : name
}

/** A house as compared; null where there is none. */
export function houseName(house: string | null): string | null {
  const name = normaliseHouse(house ?? '')
  return name === '' ? null : name
}

/** How one place stands to another. */
export function relatePlaces(one: Whereabouts, other: Whereabouts): PlaceRelation {
  const told = differs(one.settlement, other.settlement) ? 'elsewhere' : relateStreets(one, other)
  if (told === 'house' || told === 'elsewhere') return told
  const metres = distance(one, other)
  if (metres === null) return told
  if (metres <= withinSight) return metres <= samePoint ? 'house' : 'near'
  return told === 'unknown' ? 'elsewhere' : told
}

/** False where two places are surely not one: then nothing else need be compared. */
export const mayBeOnePlace = (relation: PlaceRelation): boolean =>
  relation !== 'elsewhere' && relation !== 'other-house'

const differs = (one: string | null, other: string | null) => one !== null && other !== null && one !== other

function relateStreets(one: Address, other: Address): PlaceRelation {
  const [street, beside] = [streetName(one.street), streetName(other.street)]
  if (street === null || beside === null) return 'unknown'
  if (street !== beside) return 'elsewhere'
  const [house, another] = [houseName(one.house), houseName(other.house)]
  if (house === null || another === null) return 'street'
  return house === another ? 'house' : 'other-house'
}

/** Metres between two points by the sphere of equal area; null where one has none. */
function distance(one: Whereabouts, other: Whereabouts): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null
  const radian = Math.PI / 180
  const across = (other.lon - one.lon) * radian * Math.cos(((one.lat + other.lat) / 2) * radian)
  const along = (other.lat - one.lat) * radian
  return 6_371_008 * Math.hypot(across, along)
}
