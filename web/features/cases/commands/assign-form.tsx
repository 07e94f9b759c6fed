import { Button, Textarea } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseCard, CaseReference } from '../../../../src/cases/contract.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { CodeSelect, type Named } from '../../../ui/code-select.tsx'
import { Notice } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { referenceQuery } from '../case-queries.ts'
import { CaseGist } from './case-gist.tsx'
import { commandWords } from './command-words.ts'
import { FormFrame, type FormProps } from './form-frame.tsx'

type Executor = { organisation: string | null; sectorBlock: string | null; assigneeId: string | null }

/** Who has the case now, else whom the routing proposes. */
function startingExecutor(card: CaseCard): Executor {
  const proposed = card.organisation === null ? card.proposal?.data.routing : null
  return {
    organisation: card.organisation?.code ?? proposed?.organisation ?? null,
    sectorBlock: card.sectorBlock?.code ?? proposed?.block ?? null,
    assigneeId: card.assignee?.id ?? null,
  }
}

/** People with their positions, as a choice. */
export function peopleOf(reference: CaseReference): Named[] {
  return reference.staff.map(({ id, name, position }) => ({
    code: id,
    name: position === '' ? name : `${name}, ${position}`,
  }))
}

export function AssignForm(props: FormProps<'assign'>) {
  const t = useWords(commandWords)
  const { subject, card } = props
  const { data: reference } = useSuspenseQuery(referenceQuery(useCentre().slug))
  const [executor, setExecutor] = useState(() => startingExecutor(card))
  const [reason, setReason] = useState('')
  const routing = card.proposal?.data.routing
  return (
    <FormFrame
      command="assign"
      form={props}
      disabled={Object.values(executor).every((part) => part === null)}
      onConfirm={() => props.onSubmit({ ...executor, ...(reason.trim() === '' ? {} : { reason }) })}
    >
      <CaseGist subject={subject} card={card} />
      {routing && card.organisation === null && routing.rule !== null ? <Notice>{routing.why}</Notice> : null}
      <ExecutorFields reference={reference} value={executor} onChange={setExecutor} />
      <Textarea
        label={t('reasonOptional')}
        minRows={1}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormFrame>
  )
}

function ExecutorFields(props: {
  reference: CaseReference
  value: Executor
  onChange: (executor: Executor) => void
}) {
  const t = useWords(commandWords)
  const centre = useCentre()
  const { reference, value, onChange } = props
  const mayBeMe =
    reference.staff.some((person) => person.id === centre.staffId) && value.assigneeId !== centre.staffId
  return (
    <>
      <CodeSelect
        label={t('assignee')}
        options={peopleOf(reference)}
        value={value.assigneeId}
        onChange={(assigneeId) => onChange({ ...value, assigneeId })}
        data-autofocus
      />
      {mayBeMe ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange({ ...value, assigneeId: centre.staffId })}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('assignToMe')}
        </Button>
      ) : null}
      <CodeSelect
        label={t('organisation')}
        options={reference.organisations}
        value={value.organisation}
        onChange={(organisation) => onChange({ ...value, organisation })}
      />
      <CodeSelect
        label={t('sectorBlock')}
        options={reference.sectorBlocks}
        value={value.sectorBlock}
        onChange={(sectorBlock) => onChange({ ...value, sectorBlock })}
      />
    </>
  )
}
