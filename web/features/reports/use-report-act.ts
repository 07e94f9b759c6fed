import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReportView } from '../../../src/reports/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { reportQuery } from './report-queries.ts'

/** A command on a report: what it answers with is the report as it stands then. */
export function useReportAct<Given>(
  report: Pick<ReportView, 'id'>,
  act: (given: Given) => Promise<ReportView>,
  onDone: () => void,
) {
  const centre = useCentre()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (next) => {
      queries.setQueryData(reportQuery(centre.slug, report.id).queryKey, next)
      void queries.invalidateQueries({ queryKey: ['reports', centre.slug, 'calendar'] })
      onDone()
    },
  })
}
