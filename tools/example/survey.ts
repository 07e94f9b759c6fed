import { createRandom } from '../../src/demo/random.ts'
import { along, bentLine, degrees, distance, footprint } from './geometry.ts'
import type { Metres, Position } from './geometry.ts'
import { settlementStreets, townStreets } from './town.ts'
import type { DrawnStreet } from './town.ts'

export interface SurveyedHouse {
  number: string
  at: Position
  outline: Position[]
}
export interface SurveyedStreet extends Omit<DrawnStreet, 'corners' | 'plot'> {
  line: Position[]
  houses: SurveyedHouse[]
}

const letters = ['а', 'б', 'в']

/** Lays the streets of the drawing board on the ground and puts houses along them; the same every time. */
export function survey(): SurveyedStreet[] {
  const random = createRandom(2608)
  const drawn = [...townStreets, ...settlementStreets].map(({ corners, ...street }) => ({
    ...street,
    line: bentLine(corners),
  }))
  return drawn.map(({ line, plot, ...street }) => {
    const others = drawn.flatMap((one) => (one.line === line ? [] : along(one.line, 12).map(({ at }) => at)))
    const isOnRoad = (point: Metres) => others.some((other) => distance(point, other) < 24)
    const houses: SurveyedHouse[] = []
    for (const [i, { at, heading }] of along(line, plot, plot * 0.6).entries()) {
      for (const side of [1, -1] as const) {
        // Crossings, yards and kiosks: not every plot has a house.
        if (random.chance(0.16)) continue
        const number = String(i * 2 + (side === 1 ? 1 : 2))
        const depth = plot > 70 ? 14 : 10
        const far = 26 + random.whole(0, 8)
        const middle: Metres = [at[0] - heading[1] * far * side, at[1] + heading[0] * far * side]
        if (isOnRoad(middle)) continue
        const outline = footprint(middle, heading, plot * 0.55, depth).map(degrees)
        houses.push({ number, at: degrees(middle), outline })
        if (random.chance(0.05)) {
          const behind: Metres = [middle[0] - heading[1] * 32 * side, middle[1] + heading[0] * 32 * side]
          if (isOnRoad(behind)) continue
          houses.push({
            number: `${number}${random.pick(letters)}`,
            at: degrees(behind),
            outline: footprint(behind, heading, plot * 0.4, depth).map(degrees),
          })
        }
      }
    }
    return { ...street, line: line.map(degrees), houses }
  })
}
