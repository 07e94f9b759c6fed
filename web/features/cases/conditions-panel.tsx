import { Checkbox, MultiSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect, type Named } from '../../ui/code-select.tsx'
import { ConditionsButton, ConditionsGrid, ConditionsLine } from '../../ui/conditions-button.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { referenceQuery } from './case-queries.ts'
import { TopicSelect } from './commands/topic-select.tsx'
import { SortSelect } from './sort-select.tsx'
import { facetWords } from './facet-search.ts'
import { StateSelect } from './state-select.tsx'
import styles from './worklist.module.css'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

const natures = ['solvable', 'consultation', 'gratitude', 'opinion', 'spam'] as const
const regimes = ['message', 'appeal', 'information_request', 'media_request'] as const
const outcomes = ['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'] as const

type Props = { search: WorklistSearch; onChange: (change: Partial<WorklistSearch>) => void }

/** The button with all the conditions that are not at hand. */
export function ConditionsPanel(props: Props) {
  return (
    <ConditionsButton>
      <Conditions {...props} />
    </ConditionsButton>
  )
}

const emptyIsNone = (values: string[]) => (values.length === 0 ? undefined : values)

function Conditions({ search, onChange }: Props) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const facets = useWords(facetWords)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  if (reference === undefined) return <LoadingState />
  const within = { comboboxProps: { withinPortal: false } }
  const none: Named = { code: 'none', name: t('none') }
  const one = (key: 'settlement' | 'organisation' | 'sectorBlock', options: readonly Named[]) => (
    <CodeSelect
      {...within}
      label={t(key)}
      options={[...options, none]}
      value={search[key] ?? null}
      onChange={(code) => onChange({ [key]: code ?? undefined })}
    />
  )
  const many = (
    key: 'nature' | 'regime' | 'subtype' | 'channel' | 'outcome',
    data: { value: string; label: string }[],
  ) => (
    <MultiSelect
      {...within}
      label={key === 'subtype' ? facets(key) : t(key)}
      data={data}
      value={search[key] ?? []}
      onChange={(values) => onChange({ [key]: emptyIsNone(values) })}
    />
  )
  const flag = (key: 'emergency' | 'undecided' | 'alike') => (
    <Checkbox
      label={t(key)}
      checked={search[key] === 'true'}
      onChange={(event) => onChange({ [key]: event.currentTarget.checked ? 'true' : undefined })}
    />
  )
  return (
    <ConditionsGrid>
      <div className={styles.narrowOnly}>
        <StateSelect
          {...within}
          label={t('state')}
          state={search.state}
          onChoose={(state) => onChange({ state })}
        />
      </div>
      <div className={styles.narrowOnly}>
        <SortSelect search={search} onChange={onChange} label={t('sort')} />
      </div>
      <TopicSelect
        {...within}
        groups={reference.topicGroups}
        value={
          search.topicGroup === undefined
            ? null
            : { topicGroup: search.topicGroup, topic: search.topic ?? null }
        }
        onChange={(choice) => onChange({ topicGroup: choice?.topicGroup, topic: choice?.topic ?? undefined })}
      />
      {one('settlement', reference.settlements)}
      {one('organisation', reference.organisations)}
      {one('sectorBlock', reference.sectorBlocks)}
      <CodeSelect
        {...within}
        label={t('assignee')}
        options={[...reference.staff.map((person) => ({ code: person.id, name: person.name })), none]}
        value={search.assignee ?? null}
        onChange={(assignee) => onChange({ assignee: assignee ?? undefined })}
      />
      {many(
        'channel',
        reference.channels.map((value) => ({ value, label: names(`channel.${value}`) })),
      )}
      {many(
        'regime',
        regimes.map((value) => ({ value, label: names(`regime.${value}`) })),
      )}
      {many(
        'subtype',
        reference.appealSubtypes.map((value) => ({ value, label: names(`subtype.${value}`) })),
      )}
      {many('nature', [
        ...natures.map((value) => ({ value, label: names(`nature.${value}`) })),
        { value: 'none', label: t('none') },
      ])}
      {many(
        'outcome',
        outcomes.map((value) => ({ value, label: names(`outcome.${value}`) })),
      )}
      <span className={styles.panelGap} />
      <TextInput
        type="date"
        label={t('from')}
        value={search.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('to')}
        value={search.to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
      <ConditionsLine>
        {flag('emergency')}
        {flag('undecided')}
        {flag('alike')}
      </ConditionsLine>
    </ConditionsGrid>
  )
}
