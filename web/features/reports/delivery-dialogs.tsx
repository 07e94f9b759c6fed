import { Autocomplete, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  acknowledgeDelivery,
  type Delivery,
  deliverReport,
  type ReportView,
} from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { reportWords } from './report-words.ts'
import { useReportAct } from './use-report-act.ts'

/** The present minute by the clocks of the centre, as a date-and-time field takes it. */
function useLocalNow(): string {
  const when = useWhen()
  const now = new Date().toISOString()
  return `${when.today()}T${when.time(now)}`
}

/** To whom a report went, by which way and when. */
export function DeliverDialog({ report, onClose }: { report: ReportView; onClose: () => void }) {
  const t = useWords(reportWords)
  const when = useWhen()
  const centre = useCentre()
  const [recipient, setRecipient] = useState(report.addressees[0] ?? '')
  const [way, setWay] = useState('')
  const [at, setAt] = useState(useLocalNow())
  const [note, setNote] = useState('')
  const send = useReportAct(
    report,
    () =>
      call(deliverReport, {
        params: { ...centre.params, id: report.id },
        body: {
          revision: report.revision,
          recipient,
          way,
          deliveredAt: when.instantOf(at),
          ...(note.trim() === '' ? {} : { note }),
        },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('do.deliver')}
      confirm={t('do.deliver')}
      pending={send.isPending}
      disabled={recipient.trim() === '' || way.trim() === '' || at === ''}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{t('deliveriesHint')}</p>
      <Autocomplete
        label={t('recipient')}
        data={[...new Set(report.addressees)]}
        value={recipient}
        onChange={setRecipient}
        data-autofocus
      />
      <TextInput
        label={t('way')}
        description={t('wayHint')}
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('deliveredAt')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <TextInput label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ConfirmDialog>
  )
}

/** When and how a recipient confirmed the receipt. */
export function AcknowledgeDialog(props: { report: ReportView; delivery: Delivery; onClose: () => void }) {
  const t = useWords(reportWords)
  const when = useWhen()
  const centre = useCentre()
  const { report, delivery, onClose } = props
  const [at, setAt] = useState(useLocalNow())
  const [note, setNote] = useState('')
  const send = useReportAct(
    report,
    () =>
      call(acknowledgeDelivery, {
        params: { ...centre.params, id: report.id, delivery: delivery.id },
        body: { at: when.instantOf(at), ...(note.trim() === '' ? {} : { note }) },
      }),
    onClose,
  )
  return (
    <ConfirmDialog
      opened
      title={t('acknowledge')}
      confirm={t('acknowledge')}
      pending={send.isPending}
      disabled={at === ''}
      error={send.error}
      onConfirm={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {delivery.recipient}, {delivery.way}
      </p>
      <TextInput
        type="datetime-local"
        label={t('acknowledgedAt')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('acknowledgedNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
