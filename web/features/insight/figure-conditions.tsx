import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { natureNames, regimeNames } from '../../../src/charter/vocabulary.ts'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect, type Named } from '../../ui/code-select.tsx'
import { ConditionsGrid } from '../../ui/conditions-button.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { TopicSelect } from '../cases/commands/topic-select.tsx'
import type { InsightSearch } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'

type Props = { search: InsightSearch; onChange: (change: Partial<InsightSearch>) => void }

const within = { comboboxProps: { withinPortal: false } }

/** Every filter of figures, for the button of conditions. */
export function FigureConditions({ search, onChange }: Props) {
  const t = useWords(overviewWords)
  const names = useWords(caseNames)
  const { data: reference } = useQuery(referenceQuery(useCentre().slug))
  if (reference === undefined) return <LoadingState />
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
  const many = (key: 'nature' | 'regime' | 'channel', codes: readonly string[]) => (
    <MultiSelect
      {...within}
      label={t(key)}
      data={codes.map((value) => ({
        value,
        label: value === 'none' ? t('none') : names(`${key}.${value}` as Parameters<typeof names>[0]),
      }))}
      value={search[key] ?? []}
      onChange={(values) => onChange({ [key]: values.length === 0 ? undefined : values })}
    />
  )
  return (
    <ConditionsGrid>
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
      {one('sectorBlock', reference.sectorBlocks)}
      {one('organisation', reference.organisations)}
      {one('settlement', reference.settlements)}
      {many('channel', reference.channels)}
      {many('regime', Object.keys(regimeNames))}
      {many('nature', [...Object.keys(natureNames), 'none'])}
    </ConditionsGrid>
  )
}
