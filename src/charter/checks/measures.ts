import type { Charter, ReportRule } from '../contract.ts'
import type { Check, Found } from './check.ts'

const senses = ['weekday', 'dayOfMonth', 'workingDayOfMonth', 'daysAfter'] as const

/** Ratings weigh something, and every report's term has one sense that fits its period. */
export const checkMeasures: Check = ({ readable: { ratings = [], reports = [] } }) => [
  ...ratings.flatMap((rating, i) => ratingProblems(rating, i)),
  ...reports.flatMap((report, i) => reportProblems(report, i)),
]

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

function reportProblems({ due, period }: ReportRule, i: number): Found[] {
  if (!due) return []
  const keys = ['reports', i, 'due']
  const given = senses.filter((sense) => due[sense] !== undefined)
  const found: Found[] = []
  if (given.length !== 1) {
    const what =
      given.length === 0
        ? 'не сказано, когда отчёт должен быть готов'
        : `срок назван ${given.length} способами`
    found.push({ keys, message: `${what}: оставьте одно из ${senses.join(', ')}` })
  }
  if (due.weekday !== undefined && period !== 'week') {
    found.push({
      keys: [...keys, 'weekday'],
      message: `день недели бывает у недельного отчёта, а здесь period: ${period}`,
    })
  }
  if ((due.dayOfMonth ?? due.workingDayOfMonth) !== undefined && (period === 'day' || period === 'week')) {
    found.push({
      keys,
      message: `число месяца не подходит к period: ${period}: укажите weekday или daysAfter`,
    })
  }
  if (due.before && due.dayOfMonth === undefined) {
    found.push({
      keys: [...keys, 'before'],
      message: 'before («до … числа») имеет смысл только с dayOfMonth',
    })
  }
  return found
}
