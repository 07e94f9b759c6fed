import * as z from 'zod'
import { oneOf } from '../../app/search-state.ts'

/** The quarter that the calendar shows, `2026-Q4`; the present one when left out. */
export const reportsSearch = z.object({
  quarter: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/)
    .optional()
    .catch(undefined),
})

export const reportTabs = ['parts', 'figures', 'preview'] as const
export const reportSearch = z.object({ tab: oneOf(reportTabs) })

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const [year = '', number = ''] = quarter.split('-Q')
  const last = Number(number) * 3
  const two = (part: number) => String(part).padStart(2, '0')
  const end = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  return { from: `${year}-${two(last - 2)}-01`, to: `${year}-${two(last)}-${end}` }
}

/** The quarter of a day. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The quarter so many quarters on. */
export function quarterAfter(quarter: string, by: number): string {
  const [year = '', number = ''] = quarter.split('-Q')
  const place = Number(year) * 4 + Number(number) - 1 + by
  return `${Math.floor(place / 4)}-Q${(place % 4) + 1}`
}
