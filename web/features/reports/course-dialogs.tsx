import { Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  correctReport,
  recountReport,
  removeReportRoute,
  type ReportView,
} from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { reportWords } from './report-words.ts'
import { useReportAct } from './use-report-act.ts'

type DialogProps = { report: ReportView; onClose: () => void }

/** Counts a draft anew, as of now or of a moment. */
export function RecountDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const when = useWhen()
  const centre = useCentre()
  const [at, setAt] = useState('')
  const send = useReportAct(
    report,
    () =>
      call(recountReport, {
        params: { ...centre.params, id: report.id },
        body: { revision: report.revision, ...(at === '' ? {} : { asOf: when.instantOf(at) }) },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('do.recount')}
      confirm={t('do.recount')}
      pending={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('recountText')}</p>
      <TextInput
        type="datetime-local"
        label={t('asOfField')}
        description={t('asOfHint')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

/** Begins a corrected version and goes there. */
export function CorrectDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => call(correctReport, { params: { ...centre.params, id: report.id }, body: { reason } }),
    onSuccess: async ({ id }) => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['reports', centre.slug] })
      await navigate({ to: '/$centre/reports/$id', params: { ...centre.params, id } })
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('do.correct')}
      confirm={t('do.correct')}
      pending={send.isPending}
      disabled={reason.trim().length < 5}
      error={send.error}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t('correctText')}</p>
      <Textarea
        label={t('correctReason')}
        value={reason}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}

/** Removes a draft and goes back to the calendar. */
export function RemoveDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => call(removeReportRoute, { params: { ...centre.params, id: report.id } }),
    onSuccess: async () => {
      await navigate({ to: '/$centre/reports', params: centre.params })
      await queries.invalidateQueries({ queryKey: ['reports', centre.slug, 'calendar'] })
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('do.remove')}
      confirm={t('do.remove')}
      danger
      pending={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
    </ConfirmDialog>
  )
}
