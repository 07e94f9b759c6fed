import { chanceOf, grown } from '../growth.ts'

/** Fewest cases of one topic at one place that are a hot spot. */
export const fewestOfSpot = 3
/** Width of the hexagon that cases without a street gather in, metres. */
export const spotWidth = 600

/** The rule of hot spots, as it stands beside them. */
export const spotRule =
  `Горячая точка — не меньше ${fewestOfSpot} дел одной темы, поступивших за период в одном месте: на одной улице; ` +
  `если улица не указана — в одной ячейке карты шириной ${spotWidth} м; если нет и точки — в одном населённом пункте. ` +
  'Благодарности и спам не считаются. Обычное число — среднее за такие же периоды раньше, не больше восьми и не больше года назад. ' +
  'Вес: дела за период, ещё раз те, что сверх обычного, ещё раз неоконченные и ещё раз просроченные. ' +
  'Отмечены места, где дел не меньше пяти и больше обычного настолько, насколько случайно бывает реже одного раза из ста.'

/** What was counted at one place on one topic. */
export interface SpotCounts {
  count: number
  stillOpen: number
  overdue: number
  /** Cases of the days that tell what is usual. */
  before: number
}

/** How unusual a spot is. `share` is the period's share of the time of both, 0 to 1; null where nothing tells what is usual. */
export function weighSpot({ count, stillOpen, overdue, before }: SpotCounts, share: number | null) {
  const expected = share === null ? null : (before * share) / (1 - share)
  const chance = share === null ? null : chanceOf(count, before, share)
  const above = expected === null ? 0 : Math.max(0, count - expected)
  return {
    expected: expected === null ? null : oneDecimal(expected),
    chance,
    isGrowing: share !== null && grown(count, before, share) !== null,
    weight: oneDecimal(count + above + stillOpen + overdue),
  }
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10
