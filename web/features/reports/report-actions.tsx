import { Button } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReportAction, ReportView } from '../../../src/reports/contract.ts'
import { ActionItem, ActionPopover } from '../../ui/action-popover.tsx'
import { useWords } from '../../ui/words.ts'
import { CorrectDialog, RecountDialog, RemoveDialog } from './course-dialogs.tsx'
import { DeliverDialog } from './delivery-dialogs.tsx'
import { reportWords } from './report-words.ts'
import { ApproveDialog, ReturnDialog, ReviewDialog } from './review-dialogs.tsx'

type Asked = Exclude<ReportAction, 'choose-examples'>

/** What is done openly in a state; everything else stands under «Ещё». */
const openly: Record<ReportView['state'], readonly Asked[]> = {
  draft: ['send-for-review', 'approve'],
  review: ['return', 'approve'],
  approved: ['deliver'],
  submitted: ['deliver'],
  acknowledged: [],
}
const order: readonly Asked[] = [
  'return',
  'send-for-review',
  'approve',
  'deliver',
  'recount',
  'correct',
  'remove',
]
const dialogs: Record<Asked, typeof ReviewDialog> = {
  'send-for-review': ReviewDialog,
  return: ReturnDialog,
  approve: ApproveDialog,
  deliver: DeliverDialog,
  recount: RecountDialog,
  correct: CorrectDialog,
  remove: RemoveDialog,
}

/** The buttons of a report: what may be done now, the next step last and filled. */
export function ReportActions({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const [asked, ask] = useState<Asked | null>(null)
  const allowed = new Set(report.allowed.filter((one) => one.allowed).map(({ action }) => action))
  const now = openly[report.state].filter((action) => allowed.has(action))
  const later = order.filter((action) => allowed.has(action) && !now.includes(action))
  const Dialog = asked === null ? null : dialogs[asked]
  return (
    <>
      {later.length === 0 ? null : (
        <ActionPopover
          label={t('more')}
          target={(open, opened) => (
            <Button
              variant="default"
              leftSection={<IconDots size={16} aria-hidden />}
              aria-expanded={opened}
              onClick={open}
            >
              {t('more')}
            </Button>
          )}
        >
          {later.map((action) => (
            <ActionItem key={action} danger={action === 'remove'} onClick={() => ask(action)}>
              {t(`do.${action}`)}
            </ActionItem>
          ))}
        </ActionPopover>
      )}
      {now.map((action, place) => (
        <Button
          key={action}
          {...(place === now.length - 1 ? {} : { variant: 'default' })}
          onClick={() => ask(action)}
        >
          {t(`do.${action}`)}
        </Button>
      ))}
      {Dialog === null ? null : <Dialog report={report} onClose={() => ask(null)} />}
    </>
  )
}
