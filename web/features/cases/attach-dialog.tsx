import { Modal, Progress, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attachFile, type CaseCard } from '../../../src/cases/contract.ts'
import { sendFile } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { kitWords } from '../../ui/kit-words.ts'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { commandWords } from './commands/command-words.ts'
import { refreshCase } from './commands/use-command.ts'

/** Attaches one file to the case; shows how much of it is sent. */
export function AttachDialog(props: { card: CaseCard; onClose: () => void }) {
  const t = useWords(commandWords)
  const kit = useWords(kitWords)
  const names = useWords(caseNames)
  const centre = useCentre()
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const { card } = props
  const attach = useMutation({
    mutationFn: (file: File) =>
      sendFile(attachFile, { params: { ...centre.params, id: card.id }, file }, setShare),
    onSuccess: async () => {
      await refreshCase(queries, centre.slug, card.id)
      props.onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`${names('command.attach')} · ${card.number}`}
      closeButtonProps={{ 'aria-label': kit('close') }}
    >
      <Stack gap="sm">
        <DropZone
          title={t('attachTitle')}
          hint={t('attachHint')}
          disabled={attach.isPending}
          onFile={(file) => attach.mutate(file)}
        />
        {attach.isPending ? <Progress value={share * 100} aria-label={names('command.attach')} /> : null}
        <ErrorNotice error={attach.error} />
      </Stack>
    </Modal>
  )
}
