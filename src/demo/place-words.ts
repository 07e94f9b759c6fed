import type { Charter } from '../charter/contract.ts'
import type { Random } from './random.ts'

type Street = Charter['streets'][number]
type Settlement = Charter['settlements'][number]

/** Where an invented case is: codes and point for its row, and the ways in which people would say it. */
export interface DemoPlace {
  settlement: string
  street: string
  house: string | null
  lat: number | null
  lon: number | null
  /** With a preposition: «на Садовой, 12». */
  at: readonly string[]
  /** As an address: «ул. Садовая, д. 12». */
  addr: readonly string[]
}

const kindWords: Readonly<Record<string, { short: string; at: string; preposition: string }>> = {
  улица: { short: 'ул.', at: 'улице', preposition: 'на' },
  проспект: { short: 'пр-т', at: 'проспекте', preposition: 'на' },
  бульвар: { short: 'б-р', at: 'бульваре', preposition: 'на' },
  переулок: { short: 'пер.', at: 'переулке', preposition: 'в' },
  проезд: { short: 'проезд', at: 'проезде', preposition: 'в' },
}
const settlementWords: Readonly<Record<string, { short: string; at: string }>> = {
  город: { short: 'г.', at: 'городе' },
  село: { short: 'с.', at: 'селе' },
  деревня: { short: 'д.', at: 'деревне' },
  посёлок: { short: 'п.', at: 'посёлке' },
}

/** The name of a street as it stands after «на»: Садовая → Садовой, Тихий → Тихом. */
export function prepositional(name: string): string {
  return name
    .replace(/ая$/, 'ой')
    .replace(/яя$/, 'ей')
    .replace(/(?:ый|ий)$/, 'ом')
}

/** A place of the town's list, with the ways to say it; without a house when `house` is null. */
export function describePlace(
  street: Street,
  settlement: Settlement,
  inTown: boolean,
  house: Street['houses'][number] | null,
): DemoPlace {
  const kind = kindWords[street.kind] ?? { short: 'ул.', at: 'улице', preposition: 'на' }
  const place = settlementWords[settlement.kind] ?? { short: 'п.', at: 'посёлке' }
  const name = prepositional(street.name)
  const full = street.kind === 'улица' ? `улице ${name}` : `${name} ${kind.at}`
  const bare = street.kind === 'улица' ? name : full
  const short = `${kind.short} ${street.name}`
  const { number } = house ?? { number: null }
  const at =
    number === null
      ? [`${kind.preposition} ${full}`, `${kind.preposition} ${bare}`, short]
      : [
          `${kind.preposition} ${full}, ${number}`,
          `${kind.preposition} ${bare}, ${number}`,
          `у дома ${number} ${kind.preposition} ${full}`,
          `${short}, д. ${number}`,
          `по адресу ${street.name}, ${number}`,
        ]
  const addr =
    number === null
      ? [short, street.name]
      : [
          `${short}, д. ${number}`,
          `${street.name}, ${number}`,
          `${street.name} ${number}`,
          `${short} ${number}`,
        ]
  const inside = `в ${place.at} ${settlement.name}`
  const where = `${place.short} ${settlement.name}`
  return {
    settlement: settlement.code,
    street: street.name,
    house: number,
    lat: house?.lat ?? null,
    lon: house?.lon ?? null,
    at: inTown
      ? at
      : at.map((words) => (words.startsWith('на ') ? `${inside} ${words}` : `${inside}, ${words}`)),
    addr: inTown ? addr : addr.map((words) => `${where}, ${words}`),
  }
}

/** Places of a charter to choose from: the town nine times of ten, a house four times of five. */
export function createPlaces(charter: Pick<Charter, 'streets' | 'settlements'>, random: Random) {
  const [town] = charter.settlements
  const settlements = new Map(charter.settlements.map((one) => [one.code, one]))
  const inTown = charter.streets.filter((street) => street.settlement === town?.code)
  const outside = charter.streets.filter((street) => street.settlement !== town?.code)
  const describe = (street: Street, house: Street['houses'][number] | null) => {
    const settlement = settlements.get(street.settlement)
    if (!settlement) throw new Error(`no settlement ${street.settlement}`)
    return describePlace(street, settlement, settlement === town, house)
  }
  const ofStreet = (street: Street) =>
    describe(street, street.houses.length > 0 && random.chance(0.8) ? random.pick(street.houses) : null)
  return {
    any: () => ofStreet(random.pick(outside.length === 0 || random.chance(0.88) ? inTown : outside)),
    on(name: string): DemoPlace {
      const street = inTown.find((one) => one.name === name)
      if (!street) throw new Error(`no street ${name}`)
      return ofStreet(street)
    },
  }
}
export type Places = ReturnType<typeof createPlaces>
