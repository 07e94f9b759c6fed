import { Button, Checkbox, MultiSelect, Popover, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { caseSorts, caseStates } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect } from '../../ui/code-select.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { referenceQuery } from './case-queries.ts'
import { TopicSelect } from './commands/topic-select.tsx'
import { useConditionsInForce } from './conditions-in-force.ts'
import styles from './worklist.module.css'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

const natures = ['solvable', 'consultation', 'gratitude', 'opinion', 'spam'] as const
const regimes = ['message', 'appeal', 'information_request', 'media_request'] as const

type Props = {
  search: WorklistSearch
  onChange: (change: Partial<WorklistSearch>) => void
  onReset: () => void
  findBox: RefObject<HTMLInputElement | null>
  total: string
}

/** Search, the most used conditions at hand, the rest under one button; what is in force stands below. */
export function WorklistFilters(props: Props) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const { search, onChange } = props
  const inForce = useConditionsInForce(search)
  return (
    <FilterBar
      inForce={inForce}
      onRemove={(key) => onChange(key === 'topicGroup' ? { topicGroup: undefined, topic: undefined } : { [key]: undefined })}
      onReset={props.onReset}
    >
      <FindBox value={search.find ?? ''} box={props.findBox} onFind={(find) => onChange({ find })} />
      <MultiSelect
        aria-label={t('state')}
        placeholder={search.state === undefined || search.state.length === 0 ? t('state') : ''}
        data={caseStates.map((value) => ({ value, label: names(`state.${value}`) }))}
        value={search.state ?? []}
        onChange={(state) => onChange({ state: state.length === 0 ? undefined : state })}
        w={{ base: '100%', xs: 190 }}
        maxValues={4}
      />
      <MoreConditions {...props} />
      <Select
        aria-label={t('sort')}
        className={styles.sort ?? ''}
        data={caseSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.sort ?? 'newest'}
        onChange={(sort) => onChange({ sort: sort === 'newest' ? undefined : (sort as WorklistSearch['sort']) })}
        allowDeselect={false}
      />
      <span className={`${styles.total} figures`} role="status">
        {props.total}
      </span>
    </FilterBar>
  )

  function MoreConditions(more: Props) {
    const [opened, panel] = useDisclosure(false)
    return (
      <Popover opened={opened} onChange={panel.toggle} position="bottom-start" shadow="md" trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />}
            onClick={panel.toggle}
            aria-expanded={opened}
          >
            {t('filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filters')}>
          <ConditionsPanel {...more} />
        </Popover.Dropdown>
      </Popover>
    )
  }
}
