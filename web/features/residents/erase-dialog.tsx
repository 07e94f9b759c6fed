import { Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { eraseCase } from '../../../src/residents/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseWords } from '../cases/case-words.ts'
import { refreshCase } from '../cases/commands/use-command.ts'

/** Destroys what a resident said and who they are; needs a ground, writes an act. */
export function EraseDialog(props: { caseId: string; number: string; onClose: () => void }) {
  const t = useWords(caseWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const [ground, setGround] = useState('')
  const erase = useMutation({
    mutationFn: () => call(eraseCase, { params: { ...centre.params, id: props.caseId }, body: { ground } }),
    onSuccess: async () => {
      await refreshCase(queries, centre.slug, props.caseId)
      notifications.show({ message: t('erasedNow') })
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={`${t('erase')} · ${props.number}`}
      confirm={t('erase')}
      pending={erase.isPending}
      disabled={ground.trim().length < 5}
      error={erase.error}
      onConfirm={() => erase.mutate()}
      onClose={props.onClose}
    >
      <Notice tone="red">{t('eraseText')}</Notice>
      <Textarea
        label={t('eraseGround')}
        required
        minRows={2}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
