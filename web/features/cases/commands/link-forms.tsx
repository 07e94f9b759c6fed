import { Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listCases } from '../../../../src/cases/contract.ts'
import type { Channel } from '../../../../src/charter/vocabulary.ts'
import { call } from '../../../api.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { CodeSelect } from '../../../ui/code-select.tsx'
import { useWords } from '../../../ui/words.ts'
import { caseNames } from '../case-names.ts'
import { referenceQuery } from '../case-queries.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

export function NoteForm(props: FormProps<'note'>) {
  const t = useWords(commandWords)
  const [text, setText] = useState('')
  return (
    <FormFrame
      command="note"
      form={props}
      disabled={text.trim() === ''}
      onConfirm={() => props.onSubmit({ text })}
    >
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        minRows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </FormFrame>
  )
}

/** The case that bears a number, ours or another system's. */
function useCaseByNumber(number: string) {
  const centre = useCentre()
  const [settled] = useDebouncedValue(number.trim(), 300)
  return useQuery({
    queryKey: ['cases', centre.slug, 'by-number', settled],
    queryFn: async () =>
      (await call(listCases, { params: centre.params, query: { number: settled, limit: 1 } })).items[0] ??
      null,
    enabled: settled !== '',
  })
}

export function JoinForm(props: FormProps<'join'>) {
  const t = useWords(commandWords)
  const [number, setNumber] = useState(props.about ?? '')
  const found = useCaseByNumber(number)
  const other = found.data
  const isSelf = other?.id === props.subject.id
  const problem = other === null ? t('intoNone') : isSelf ? t('intoSelf') : undefined
  return (
    <FormFrame
      command="join"
      form={props}
      disabled={other == null || isSelf}
      onConfirm={() => other && props.onSubmit({ into: other.id })}
    >
      <CaseGist subject={props.subject} card={props.card} />
      <TextInput
        label={t('into')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={number.trim() === '' ? undefined : problem}
        data-autofocus
      />
      {other && !isSelf ? (
        <div aria-live="polite">
          <p className="small quiet">{other.number}</p>
          <CaseGist subject={other} />
        </div>
      ) : null}
    </FormFrame>
  )
}

export function ContinueAppealForm(props: FormProps<'continue-appeal'>) {
  const t = useWords(commandWords)
  const names = useWords(caseNames)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  const [text, setText] = useState('')
  const [channel, setChannel] = useState<Channel | null>(null)
  const [subtype, setSubtype] = useState(props.subject.subtype)
  const subtypes = reference?.appealSubtypes ?? []
  const asksSubtype = props.subject.regime === 'appeal' && subtypes.length > 0
  const channels = (reference?.channels ?? []).map((code) => ({ code, name: names(`channel.${code}`) }))
  return (
    <FormFrame
      command="continue-appeal"
      form={props}
      size="lg"
      disabled={text.trim() === '' || channel === null || (asksSubtype && subtype === null)}
      onConfirm={() =>
        channel !== null && props.onSubmit({ text, channel, ...(subtype === null ? {} : { subtype }) })
      }
    >
      <CodeSelect
        label={t('channel')}
        options={channels}
        value={channel}
        onChange={(code) => setChannel(code as Channel | null)}
        data-autofocus
      />
      {asksSubtype ? (
        <Select
          label={t('subtype')}
          data={subtypes.map((value) => ({ value, label: names(`subtype.${value}`) }))}
          value={subtype}
          onChange={(value) => setSubtype(value as typeof subtype)}
          required
          allowDeselect={false}
        />
      ) : null}
      <Textarea
        label={t('appealText')}
        minRows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormFrame>
  )
}
