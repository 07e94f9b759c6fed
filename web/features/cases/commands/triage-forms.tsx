import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Nature, Regime } from '../../../../src/charter/vocabulary.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { Notice } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { caseNames } from '../case-names.ts'
import { referenceQuery } from '../case-queries.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'
import { type TopicChoice, TopicSelect } from './topic-select.tsx'

const regimes = ['message', 'appeal', 'information_request', 'media_request'] as const
const natures = ['solvable', 'consultation', 'gratitude', 'opinion', 'spam'] as const

export function QualifyForm(props: FormProps<'qualify'>) {
  const t = useWords(commandWords)
  const names = useWords(caseNames)
  const { subject, card } = props
  const { data: reference } = useSuspenseQuery(referenceQuery(useCentre().slug))
  const [regime, setRegime] = useState<Regime>(subject.regime)
  const [subtype, setSubtype] = useState(subject.subtype)
  const [nature, setNature] = useState<Nature | null>(subject.nature)
  const [reason, setReason] = useState('')
  const changesRegime = regime !== subject.regime
  const proposed = card.proposal?.data.nature
  return (
    <FormFrame
      command="qualify"
      form={props}
      disabled={
        (changesRegime && reason.trim().length < 3) ||
        (regime === 'appeal' && subtype === null && reference.appealSubtypes.length > 0)
      }
      onConfirm={() =>
        props.onSubmit({
          ...(changesRegime ? { regime } : {}),
          ...(regime === 'appeal' ? { subtype } : {}),
          ...(nature === null || nature === subject.nature ? {} : { nature }),
          ...(reason.trim() === '' ? {} : { reason }),
        })
      }
    >
      <CaseGist subject={subject} card={card} />
      <Select
        label={t('nature')}
        description={
          proposed && proposed.words.length > 0
            ? `${t('proposed')}: ${names(`nature.${proposed.nature}`)} (${proposed.words.join(', ')})`
            : undefined
        }
        data={natures.map((value) => ({ value, label: names(`nature.${value}`) }))}
        value={nature}
        onChange={(value) => setNature(value as Nature | null)}
        allowDeselect={false}
        data-autofocus
      />
      <Select
        label={t('regime')}
        data={regimes.map((value) => ({ value, label: names(`regime.${value}`) }))}
        value={regime}
        onChange={(value) => value !== null && setRegime(value as Regime)}
        allowDeselect={false}
      />
      {regime === 'appeal' ? (
        <Select
          label={t('subtype')}
          data={reference.appealSubtypes.map((value) => ({ value, label: names(`subtype.${value}`) }))}
          value={subtype}
          onChange={(value) => setSubtype(value as typeof subtype)}
          required
          allowDeselect={false}
        />
      ) : null}
      {changesRegime ? (
        <>
          <Notice tone="amber">{t('regimeHint')}</Notice>
          <Textarea
            label={t('reason')}
            required
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ) : null}
    </FormFrame>
  )
}

export function TopicForm(props: FormProps<'set-topic'>) {
  const t = useWords(commandWords)
  const { subject, card } = props
  const { data: reference } = useSuspenseQuery(referenceQuery(useCentre().slug))
  const [choice, setChoice] = useState<TopicChoice | null>(
    subject.topicGroup === null
      ? null
      : { topicGroup: subject.topicGroup.code, topic: subject.topic?.code ?? null },
  )
  const [emergency, setEmergency] = useState(subject.emergency)
  const proposed = card.proposal?.data.topics ?? []
  return (
    <FormFrame
      command="set-topic"
      form={props}
      disabled={choice === null}
      onConfirm={() => choice !== null && props.onSubmit({ ...choice, emergency })}
    >
      <CaseGist subject={subject} card={card} />
      {proposed.length === 0 ? null : (
        <div>
          <p className="quiet small">{t('proposed')}</p>
          {proposed.map((candidate) => (
            <Button
              key={`${candidate.group} ${candidate.topic ?? ''}`}
              variant="subtle"
              size="compact-sm"
              justify="flex-start"
              fullWidth
              title={t('byWords', { words: candidate.words.join(', ') })}
              onClick={() => {
                setChoice({ topicGroup: candidate.group, topic: candidate.topic })
                if (candidate.emergency) setEmergency(true)
              }}
            >
              <span className="clip">
                {candidate.topicName ?? candidate.groupName}
                <span className="quiet"> · {candidate.words.join(', ')}</span>
              </span>
            </Button>
          ))}
        </div>
      )}
      <TopicSelect groups={reference.topicGroups} value={choice} onChange={setChoice} data-autofocus />
      <Checkbox
        label={t('emergency')}
        checked={emergency}
        onChange={(event) => setEmergency(event.currentTarget.checked)}
      />
    </FormFrame>
  )
}
