import { Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  approveReport,
  type ReportView,
  returnReport,
  sendReportForReview,
} from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { reportWords } from './report-words.ts'
import styles from './reports.module.css'
import { useReportAct } from './use-report-act.ts'

type DialogProps = { report: ReportView; onClose: () => void }

const missingOf = ({ slots }: ReportView) => slots.filter(({ required, text }) => required && text === '')

/** Sends a report for approval, saying what is still empty. */
export function ReviewDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const send = useReportAct(
    report,
    () =>
      call(sendReportForReview, {
        params: { ...centre.params, id: report.id },
        body: { revision: report.revision },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('do.send-for-review')}
      confirm={t('do.send-for-review')}
      pending={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('sendText', { count: missingOf(report).length })}</p>
      <Missing report={report} />
    </ConfirmDialog>
  )
}

/** Gives a report back with what is to be mended. */
export function ReturnDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const [remarks, setRemarks] = useState('')
  const send = useReportAct(
    report,
    () =>
      call(returnReport, {
        params: { ...centre.params, id: report.id },
        body: { revision: report.revision, remarks },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('do.return')}
      confirm={t('do.return')}
      pending={send.isPending}
      disabled={remarks.trim().length < 5}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <Textarea
        label={t('remarks')}
        value={remarks}
        autosize
        minRows={3}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}

/** Approves a report; names who owes required parts and asks why not to wait for them. */
export function ApproveDialog({ report, onClose }: DialogProps) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const [reason, setReason] = useState('')
  const isMissing = missingOf(report).length > 0
  const send = useReportAct(
    report,
    () =>
      call(approveReport, {
        params: { ...centre.params, id: report.id },
        body: { revision: report.revision, ...(isMissing ? { overrule: reason } : {}) },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('do.approve')}
      confirm={t('do.approve')}
      pending={send.isPending}
      disabled={isMissing && reason.trim().length < 5}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('approveText')}</p>
      <Missing report={report} />
      {isMissing ? (
        <Textarea
          label={t('overruleField')}
          value={reason}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </ConfirmDialog>
  )
}

function Missing({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const missing = missingOf(report)
  if (missing.length === 0) return null
  return (
    <Notice tone="amber">
      <p>{t('missing')}</p>
      <ul className={styles.steps}>
        {missing.map((slot) => (
          <li key={`${slot.part}/${slot.block}`}>
            {slot.title}: {slot.people.length > 0 ? slot.people.join(', ') : slot.who}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
