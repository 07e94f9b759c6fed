import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { outcomesOf } from '../../../../src/cases/states.ts'
import type { Outcome } from '../../../../src/charter/vocabulary.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { CodeSelect } from '../../../ui/code-select.tsx'
import { useWhen } from '../../../ui/when.ts'
import { useWords } from '../../../ui/words.ts'
import { caseNames } from '../case-names.ts'
import { referenceQuery } from '../case-queries.ts'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

/** The reason of a command; `optional` where the command goes without one. */
function Reason(props: {
  value: string
  onChange: (reason: string) => void
  optional?: boolean
  focus?: boolean
}) {
  const t = useWords(commandWords)
  return (
    <Textarea
      label={t(props.optional === true ? 'reasonOptional' : 'reason')}
      required={props.optional !== true}
      minRows={2}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      {...(props.focus === true ? { 'data-autofocus': true } : {})}
    />
  )
}

const isReason = (text: string) => text.trim().length >= 3

export function ReturnToTriageForm(props: FormProps<'return-to-triage'>) {
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="return-to-triage"
      form={props}
      disabled={!isReason(reason)}
      onConfirm={() => props.onSubmit({ reason })}
    >
      <Reason value={reason} onChange={setReason} focus />
    </FormFrame>
  )
}

export function ReopenForm(props: FormProps<'reopen'>) {
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="reopen"
      form={props}
      disabled={!isReason(reason)}
      onConfirm={() => props.onSubmit({ reason })}
    >
      <Reason value={reason} onChange={setReason} focus />
    </FormFrame>
  )
}

export function PostponeForm(props: FormProps<'postpone'>) {
  const t = useWords(commandWords)
  const when = useWhen()
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="postpone"
      form={props}
      disabled={until === '' || !isReason(reason)}
      onConfirm={() => props.onSubmit({ until, reason })}
    >
      <TextInput
        type="date"
        label={t('until')}
        description={t('untilHint')}
        required
        min={when.today()}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        data-autofocus
      />
      <Reason value={reason} onChange={setReason} />
    </FormFrame>
  )
}

export function ExtendForm(props: FormProps<'extend'>) {
  const t = useWords(commandWords)
  const when = useWhen()
  const extendable = props.card.deadlines.filter(
    (deadline) => deadline.mayExtendBy > 0 && deadline.state === 'running',
  )
  const [deadlineId, setDeadlineId] = useState(props.about ?? extendable[0]?.id ?? null)
  const max = extendable.find((deadline) => deadline.id === deadlineId)?.mayExtendBy ?? 0
  const [days, setDays] = useState<number | string>(max)
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="extend"
      form={props}
      disabled={deadlineId === null || Number(days) < 1 || !isReason(reason)}
      onConfirm={() => deadlineId !== null && props.onSubmit({ deadlineId, days: Number(days), reason })}
    >
      <Select
        label={t('deadline')}
        data={extendable.map((deadline) => ({
          value: deadline.id,
          label: `${deadline.name}: ${when.short(deadline.dueAt)}`,
        }))}
        value={deadlineId}
        onChange={setDeadlineId}
        allowDeselect={false}
      />
      <NumberInput
        label={t('days')}
        description={t('daysHint', { max })}
        min={1}
        max={max}
        value={days}
        onChange={setDays}
        data-autofocus
      />
      <Reason value={reason} onChange={setReason} />
    </FormFrame>
  )
}

export function ForwardForm(props: FormProps<'forward'>) {
  const t = useWords(commandWords)
  const { data: reference } = useSuspenseQuery(referenceQuery(useCentre().slug))
  const [organisation, setOrganisation] = useState<string | null>(null)
  const [body, setBody] = useState('')
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="forward"
      form={props}
      disabled={(organisation === null && body.trim() === '') || !isReason(reason)}
      onConfirm={() => props.onSubmit({ ...(organisation === null ? { body } : { organisation }), reason })}
    >
      <CodeSelect
        label={t('forwardTo')}
        options={reference.organisations}
        value={organisation}
        onChange={setOrganisation}
        data-autofocus
      />
      {organisation === null ? (
        <TextInput
          label={t('forwardBody')}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
      ) : null}
      <Reason value={reason} onChange={setReason} />
    </FormFrame>
  )
}

export function CloseForm(props: FormProps<'close'>) {
  const t = useWords(commandWords)
  const names = useWords(caseNames)
  const answered = props.card.answers.findLast(
    (answer) => answer.kind === 'final' && answer.deliveredAt !== null,
  )
  const [outcome, setOutcome] = useState<Outcome | null>(props.subject.outcome ?? answered?.outcome ?? null)
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      command="close"
      form={props}
      onConfirm={() =>
        props.onSubmit({
          ...(outcome === null ? {} : { outcome }),
          ...(isReason(reason) ? { reason } : {}),
        })
      }
    >
      <Select
        label={t('outcome')}
        description={t('outcomeHint')}
        data={outcomesOf[props.subject.regime].map((value) => ({ value, label: names(`outcome.${value}`) }))}
        value={outcome}
        onChange={(value) => setOutcome(value as Outcome | null)}
        data-autofocus
      />
      <Reason value={reason} onChange={setReason} optional />
    </FormFrame>
  )
}
