import type { Charter } from '../contract.ts'
import type { Check, Found } from './check.ts'

/** Ratings weigh something. */
export const checkMeasures: Check = ({ readable: { ratings = [] } }) =>
  ratings.flatMap((rating, i) => ratingProblems(rating, i))

function ratingProblems(rating: Charter['ratings'][number], i: number): Found[] {
  const sum = rating.criteria.reduce((total, { weight }) => total + weight, 0)
  if (sum > 0) return []
  return [
    {
      keys: ['ratings', i, 'criteria'],
      message: 'сумма весов равна нулю: дайте хотя бы одному критерию вес больше нуля',
    },
  ]
}
