import { translate } from '../../ui/words.ts'
import { mapWords } from './map-words.ts'

/** A width of hexagons as people say it: «300 м», «1,2 км». */
export function tellWidth(metres: number): string {
  return metres < 1000
    ? translate(mapWords, 'metres', { count: metres })
    : translate(mapWords, 'kilometres', { count: metres / 1000 })
}
