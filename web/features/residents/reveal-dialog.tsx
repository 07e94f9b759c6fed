import { Autocomplete, Checkbox, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type RevealedField,
  type RevealedSubmission,
  reveal,
  revealPurposes,
} from '../../../src/residents/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseWords } from '../cases/case-words.ts'

const fields: readonly RevealedField[] = ['words', 'contacts', 'raw']

/** Asks what to show and for what; the look goes into the read log. */
export function RevealDialog(props: {
  caseId: string
  number: string
  onRevealed: (data: RevealedSubmission[]) => void
  onClose: () => void
}) {
  const t = useWords(caseWords)
  const centre = useCentre()
  const [chosen, setChosen] = useState<RevealedField[]>(['words', 'contacts'])
  const [purpose, setPurpose] = useState('')
  const show = useMutation({
    mutationFn: () =>
      call(reveal, { params: { ...centre.params, id: props.caseId }, body: { fields: chosen, purpose } }),
    onSuccess: ({ submissions }) => {
      props.onRevealed(submissions)
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={`${t('revealTitle')} · ${props.number}`}
      confirm={t('reveal')}
      pending={show.isPending}
      disabled={purpose.trim().length < 5 || chosen.length === 0}
      error={show.error}
      onConfirm={() => show.mutate()}
      onClose={props.onClose}
    >
      <Notice tone="amber">{t('revealHint')}</Notice>
      <Autocomplete
        label={t('purpose')}
        description={t('purposeHint')}
        required
        data={[...revealPurposes]}
        maxLength={300}
        value={purpose}
        onChange={setPurpose}
        data-autofocus
      />
      <Checkbox.Group
        label={t('revealWhat')}
        value={chosen}
        onChange={(values) => setChosen(fields.filter((field) => values.includes(field)))}
      >
        <Stack gap={8} mt={4}>
          {fields.map((field) => (
            <Checkbox key={field} value={field} label={t(`field.${field}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ConfirmDialog>
  )
}
