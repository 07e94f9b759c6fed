import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { outcomesOf } from '../../../src/cases/states.ts'
import type { Outcome } from '../../../src/charter/vocabulary.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { kitWords } from '../../ui/kit-words.ts'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { useCommand } from './commands/use-command.ts'

/** An answer under the pen, on the card itself, so that the question stays in sight. */
export function AnswerEditor(props: {
  card: CaseCard
  answer: CaseCard['answers'][number] | null
  onDone: () => void
}) {
  const t = useWords(caseWords)
  const kit = useWords(kitWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { card, answer } = props
  const [kind, setKind] = useState(answer?.kind ?? 'final')
  const [text, setText] = useState(answer?.text ?? '')
  const [outcome, setOutcome] = useState<Outcome | null>(answer?.outcome ?? null)
  const [promisedOn, setPromisedOn] = useState(answer?.promisedOn ?? '')
  const changed = text !== (answer?.text ?? '')
  const send = useCommand()
  const leaving = useBlocker({
    shouldBlockFn: () => changed && !send.isSuccess,
    enableBeforeUnload: () => changed && !send.isSuccess,
    withResolver: true,
  })
  const save = async (submit: boolean) => {
    const saved = await send.mutateAsync({
      id: card.id,
      command: 'draft-answer',
      body: {
        revision: card.revision,
        kind,
        text,
        ...(answer === null ? {} : { answerId: answer.id }),
        ...(outcome === null ? {} : { outcome }),
        ...(promisedOn === '' ? {} : { promisedOn }),
      },
    })
    const answerId = answer?.id ?? saved.madeId
    if (submit && answerId !== null) {
      await send.mutateAsync({
        id: card.id,
        command: 'submit-answer',
        body: { revision: saved.revision, answerId },
      })
    }
    notifications.show({ message: t(submit ? 'draftSubmitted' : 'draftSaved'), color: 'green' })
    props.onDone()
  }
  // The error is shown by the notice below; nothing else is to be done about it here.
  const onSave = (submit: boolean) => void save(submit).catch(() => {})
  const empty = text.trim() === ''
  return (
    <div className={styles.editor}>
      <div className={styles.editorLine}>
        <SegmentedControl
          aria-label={t('answerKind')}
          data={[
            { value: 'final', label: t('answer.final') },
            { value: 'interim', label: t('answer.interim') },
          ]}
          value={kind}
          onChange={(value) => setKind(value as 'final' | 'interim')}
        />
        {kind === 'final' ? (
          <Select
            label={t('answerOutcome')}
            data={outcomesOf[card.regime].map((value) => ({ value, label: names(`outcome.${value}`) }))}
            value={outcome}
            onChange={(value) => setOutcome(value as Outcome | null)}
            clearable
          />
        ) : (
          <TextInput
            type="date"
            label={t('answerPromised')}
            min={when.today()}
            value={promisedOn}
            onChange={(event) => setPromisedOn(event.currentTarget.value)}
          />
        )}
      </div>
      <Textarea
        label={t('answerText')}
        description={t('answerTextHint')}
        minRows={7}
        maxRows={22}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoFocus
      />
      <ErrorNotice error={send.error} />
      <Group gap="xs">
        <Button loading={send.isPending} disabled={empty} onClick={() => onSave(true)}>
          {t('saveAndSubmit')}
        </Button>
        <Button variant="default" disabled={empty || send.isPending} onClick={() => onSave(false)}>
          {t('saveDraft')}
        </Button>
        <Button variant="subtle" color="gray" onClick={props.onDone}>
          {kit('cancel')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={leaving.status === 'blocked'}
        title={t('leaveTitle')}
        confirm={t('leave')}
        danger
        onConfirm={() => leaving.proceed?.()}
        onClose={() => leaving.reset?.()}
      >
        <p>{t('leaveText')}</p>
      </ConfirmDialog>
    </div>
  )
}
