import { queryOptions } from '@tanstack/react-query'
import { readReport, readReportCalendar } from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { daysOfQuarter } from './reports-search.ts'

/** The calendar of a quarter; asked again now and then, for others work on the same reports. */
export function calendarQuery(centre: string, quarter: string) {
  return queryOptions({
    queryKey: ['reports', centre, 'calendar', quarter],
    queryFn: () => call(readReportCalendar, { params: { centre }, query: daysOfQuarter(quarter) }),
    refetchInterval: 30_000,
  })
}

/** A report; asked every second while it is being counted or its files are being made. */
export function reportQuery(centre: string, id: string) {
  return queryOptions({
    queryKey: ['reports', centre, 'report', id],
    queryFn: () => call(readReport, { params: { centre, id } }),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false
      const counts = data.counting === 'waiting' || data.counting === 'running'
      const files = data.state === 'approved' && data.files.some(({ digest }) => digest === null)
      return counts || files ? 1000 : false
    },
  })
}
