import { Button, MultiSelect, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { natureNames, regimeNames } from '../../../src/charter/vocabulary.ts'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect, type Named } from '../../ui/code-select.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { referenceQuery } from '../cases/case-queries.ts'
import { TopicSelect } from '../cases/commands/topic-select.tsx'
import styles from './insight.module.css'
import type { OverviewSearch } from './overview-search.ts'
import { overviewWords } from './overview-words.ts'
import { useFiltersInForce } from './use-filters-in-force.ts'

type Props = { search: OverviewSearch; onChange: (change: Partial<OverviewSearch>) => void }

/** The period's days (as children), the conditions under one button, and below what is in force. */
export function OverviewFilters(props: Props & { onReset: () => void; children: ReactNode }) {
  const t = useWords(overviewWords)
  const [opened, panel] = useDisclosure(false)
  return (
    <FilterBar
      inForce={useFiltersInForce(props.search)}
      onRemove={(key) => props.onChange({ [key]: undefined })}
      onReset={props.onReset}
    >
      {props.children}
      <Popover
        opened={opened}
        onChange={(next) => (next ? panel.open() : panel.close())}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />}
            onClick={panel.toggle}
          >
            {t('filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filters')}>
          <Conditions search={props.search} onChange={props.onChange} />
        </Popover.Dropdown>
      </Popover>
    </FilterBar>
  )
}

const within = { comboboxProps: { withinPortal: false } }

function Conditions({ search, onChange }: Props) {
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
    <div className={styles.panel}>
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
    </div>
  )
}
