import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense, useState } from 'react'
import type { CaseSummary } from '../../../../src/cases/contract.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { kitWords } from '../../../ui/kit-words.ts'
import { useReturnFocus } from '../../../ui/return-focus.ts'
import { ErrorState, LoadingState, Notice } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { caseNames } from '../case-names.ts'
import { caseQuery } from '../case-queries.ts'
import { ApproveAnswerForm, DeliverAnswerForm, ReturnAnswerForm, SubmitAnswerForm } from './answer-forms.tsx'
import {
  CloseForm,
  ExtendForm,
  ForwardForm,
  PostponeForm,
  ReopenForm,
  ReturnToTriageForm,
} from './course-forms.tsx'
import { doneWords } from './done-words.ts'
import type { FormProps } from './form-frame.tsx'
import { GistForm } from './gist-form.tsx'
import { ContinueAppealForm, JoinForm, NoteForm } from './link-forms.tsx'
import { PlaceForm } from './place-form.tsx'
import { ResumeForm, TakeForm } from './plain-forms.tsx'
import { AssignForm } from './assign-form.tsx'
import { QualifyForm, TopicForm } from './triage-forms.tsx'
import { type RoutedCommand, useCommand } from './use-command.ts'

/** Commands that are given in a dialog; a draft is written on the card itself. */
export type DialogCommand = Exclude<RoutedCommand, 'draft-answer'>

const forms: { [C in DialogCommand]: ComponentType<FormProps<C>> } = {
  qualify: QualifyForm,
  'set-topic': TopicForm,
  'set-place': PlaceForm,
  'set-gist': GistForm,
  assign: AssignForm,
  take: TakeForm,
  'return-to-triage': ReturnToTriageForm,
  'submit-answer': SubmitAnswerForm,
  'approve-answer': ApproveAnswerForm,
  'return-answer': ReturnAnswerForm,
  'deliver-answer': DeliverAnswerForm,
  extend: ExtendForm,
  postpone: PostponeForm,
  resume: ResumeForm,
  forward: ForwardForm,
  close: CloseForm,
  reopen: ReopenForm,
  'continue-appeal': ContinueAppealForm,
  join: JoinForm,
  note: NoteForm,
}

/** The dialog of one command on one case; says why not where the command is not allowed now. */
export function CommandDialog(props: {
  command: DialogCommand
  subject: CaseSummary
  about?: string | undefined
  onClose: () => void
  onDone?: (made: { id: string }) => void
}) {
  const kit = useWords(kitWords)
  const names = useWords(caseNames)
  const done = useWords(doneWords)
  const centre = useCentre()
  const { command, subject, onClose } = props
  const card = useQuery(caseQuery(centre.slug, subject.id))
  const send = useCommand()
  // What the person saw when the form opened: a change that comes under an open form must be told, not written over.
  const [seen, setSeen] = useState<number | null>(null)
  if (seen === null && card.data !== undefined && !card.isFetching) setSeen(card.data.revision)
  useReturnFocus()
  if (card.data === undefined) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={subject.number}
        closeButtonProps={{ 'aria-label': kit('close') }}
      >
        {card.error === null ? (
          <LoadingState />
        ) : (
          <ErrorState error={card.error} onRetry={() => void card.refetch()} />
        )}
      </Modal>
    )
  }
  const verdict = card.data.allowed.find((one) => one.command === command)
  if (verdict?.allowed === false && !send.isPending && !send.isSuccess) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={`${names(`command.${command}`)} · ${subject.number}`}
        closeButtonProps={{ 'aria-label': kit('close') }}
      >
        <Notice tone="amber">{verdict.why}</Notice>
      </Modal>
    )
  }
  const revision = seen ?? card.data.revision
  const onSubmit = (body: Record<string, unknown>) =>
    send.mutate(
      { id: subject.id, command, body: command === 'note' ? body : { ...body, revision } },
      {
        onSuccess: (outcome) => {
          notifications.show({
            message: done('told', { number: outcome.number, deed: done(`done.${command}`) }),
            color: 'green',
          })
          props.onDone?.(outcome)
          onClose()
        },
      },
    )
  const Form = forms[command] as ComponentType<FormProps<DialogCommand>>
  return (
    <Suspense fallback={null}>
      <Form
        subject={card.data}
        card={card.data}
        about={props.about}
        pending={send.isPending}
        error={send.error}
        onSubmit={onSubmit}
        onClose={onClose}
      />
    </Suspense>
  )
}
