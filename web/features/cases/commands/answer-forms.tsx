import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../src/cases/contract.ts'
import { useWhen } from '../../../ui/when.ts'
import { useWords } from '../../../ui/words.ts'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

type Answer = CaseCard['answers'][number]

/** The answer that a command is about: the one named, else the newest one in a state the command works on. */
export function answerFor(
  card: CaseCard,
  about: string | undefined,
  states: readonly Answer['state'][],
): Answer | null {
  return (
    card.answers.find((answer) => answer.id === about) ??
    card.answers.findLast((answer) => states.includes(answer.state)) ??
    null
  )
}

function AnswerText(props: { answer: Answer | null }) {
  if (props.answer === null) return null
  return (
    <p className="received" style={{ maxHeight: 260, overflowY: 'auto' }} tabIndex={0}>
      {props.answer.text ?? props.answer.maskedText}
    </p>
  )
}

export function SubmitAnswerForm(props: FormProps<'submit-answer'>) {
  const t = useWords(commandWords)
  const answer = answerFor(props.card, props.about, ['draft'])
  return (
    <FormFrame
      command="submit-answer"
      form={props}
      size="lg"
      disabled={answer === null}
      onConfirm={() => answer !== null && props.onSubmit({ answerId: answer.id })}
    >
      <AnswerText answer={answer} />
      <p className="quiet">{t('submitText')}</p>
    </FormFrame>
  )
}

export function ApproveAnswerForm(props: FormProps<'approve-answer'>) {
  const t = useWords(commandWords)
  const answer = answerFor(props.card, props.about, ['review'])
  return (
    <FormFrame
      command="approve-answer"
      form={props}
      size="lg"
      disabled={answer === null}
      onConfirm={() => answer !== null && props.onSubmit({ answerId: answer.id })}
    >
      <AnswerText answer={answer} />
      <p className="quiet">{t('approveText')}</p>
    </FormFrame>
  )
}

export function ReturnAnswerForm(props: FormProps<'return-answer'>) {
  const t = useWords(commandWords)
  const [remarks, setRemarks] = useState('')
  const answer = answerFor(props.card, props.about, ['review', 'approved'])
  return (
    <FormFrame
      command="return-answer"
      form={props}
      size="lg"
      disabled={answer === null || remarks.trim().length < 3}
      onConfirm={() => answer !== null && props.onSubmit({ answerId: answer.id, remarks })}
    >
      <AnswerText answer={answer} />
      <Textarea
        label={t('remarks')}
        required
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        data-autofocus
      />
    </FormFrame>
  )
}

export function DeliverAnswerForm(props: FormProps<'deliver-answer'>) {
  const t = useWords(commandWords)
  const when = useWhen()
  const answer = answerFor(props.card, props.about, ['approved'])
  const isPublic = ['vk', 'ok', 'telegram', 'max', 'instagram', 'incident'].includes(props.subject.channel)
  const [delivery, setDelivery] = useState<'sent' | 'published'>(isPublic ? 'published' : 'sent')
  const [note, setNote] = useState('')
  const [at, setAt] = useState('')
  return (
    <FormFrame
      command="deliver-answer"
      form={props}
      disabled={answer === null}
      onConfirm={() =>
        answer !== null &&
        props.onSubmit({
          answerId: answer.id,
          delivery,
          ...(note.trim() === '' ? {} : { note }),
          ...(at === '' ? {} : { at: when.instantOf(at) }),
        })
      }
    >
      <div>
        <p id="delivery">{t('delivery')}</p>
        <SegmentedControl
          aria-labelledby="delivery"
          data={[
            { value: 'sent', label: t('sent') },
            { value: 'published', label: t('published') },
          ]}
          value={delivery}
          onChange={(value) => setDelivery(value as 'sent' | 'published')}
        />
      </div>
      <TextInput
        label={t('deliveryNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="datetime-local"
        label={t('deliveredAt')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
    </FormFrame>
  )
}
