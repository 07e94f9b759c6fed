import { middleOf, parseHexagon } from '../../../src/cases/hexagons.ts'
import { oneOf, word } from '../../app/search-state.ts'
import { currentLanguage } from '../../ui/language.ts'
import { defineWords, translate } from '../../ui/words.ts'

/** Conditions on where a case is, beside its settlement, as figures of the map open the list by them. */
export const placeSearch = {
  street: word,
  located: oneOf(['true', 'false']),
  hexagon: word,
  point: word,
}
export const placeKeys = Object.keys(placeSearch) as (keyof typeof placeSearch)[]

export const placeWords = defineWords(
  {
    street: 'Улица',
    located: 'Точка на карте',
    'located.true': 'есть',
    'located.false': 'нет',
    hexagon: 'Ячейка карты',
    hexagonValue: '{width} м у {point}',
    point: 'Точка',
  },
  {
    street: 'Street',
    located: 'Point on the map',
    'located.true': 'yes',
    'located.false': 'no',
    hexagon: 'Hexagon of the map',
    hexagonValue: '{width} m at {point}',
    point: 'Point',
  },
)

/** A hexagon of the address bar in words: how wide and where. */
export function tellHexagon(text: string): string {
  const hexagon = parseHexagon(text)
  if (hexagon === null) return text
  const { lat, lon } = middleOf(hexagon)
  return translate(placeWords, 'hexagonValue', { width: hexagon.width, point: tellDegrees(lat, lon) })
}

/** A point of the address bar in words. */
export function tellPoint(text: string): string {
  const [lat, lon] = text.split(',').map(Number)
  return lat === undefined || lon === undefined || Number.isNaN(lat + lon) ? text : tellDegrees(lat, lon)
}

function tellDegrees(lat: number, lon: number): string {
  const degrees = new Intl.NumberFormat(currentLanguage() === 'en' ? 'en-GB' : 'ru-RU', {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  })
  return `${degrees.format(lat)}°, ${degrees.format(lon)}°`
}
