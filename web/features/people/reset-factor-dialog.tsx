import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { peopleWords } from './people-words.ts'

/** Asks for the reason before a lost second factor is taken away. */
export function ResetFactorDialog(props: {
  name: string
  reset: { isPending: boolean; error: unknown; mutate: (reason: string) => void }
  onClose: () => void
}) {
  const t = useWords(peopleWords)
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      opened
      danger
      title={`${t('resetFactor')} · ${props.name}`}
      confirm={t('resetFactor')}
      pending={props.reset.isPending}
      disabled={reason.trim() === ''}
      error={props.reset.error}
      onConfirm={() => props.reset.mutate(reason.trim())}
      onClose={props.onClose}
    >
      <p>{t('resetFactorText')}</p>
      <TextInput
        label={t('resetReason')}
        description={t('resetReasonHint')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
