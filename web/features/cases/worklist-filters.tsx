import { MultiSelect, Select } from '@mantine/core'
import type { RefObject } from 'react'
import { caseSorts, caseStates } from '../../../src/cases/contract.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { useConditionsInForce } from './conditions-in-force.ts'
import { ConditionsPanel } from './conditions-panel.tsx'
import { FindBox } from './find-box.tsx'
import styles from './worklist.module.css'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** Search, the most used conditions at hand, the rest under one button; what is in force stands below. */
export function WorklistFilters(props: {
  search: WorklistSearch
  onChange: (change: Partial<WorklistSearch>) => void
  onReset: () => void
  findBox: RefObject<HTMLInputElement | null>
  total: string
}) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const { search, onChange } = props
  const inForce = useConditionsInForce(search)
  const states = search.state ?? []
  return (
    <FilterBar
      inForce={inForce}
      onRemove={(key) =>
        onChange(key === 'topicGroup' ? { topicGroup: undefined, topic: undefined } : { [key]: undefined })
      }
      onReset={props.onReset}
    >
      <FindBox value={search.find ?? ''} box={props.findBox} onFind={(find) => onChange({ find })} />
      <MultiSelect
        aria-label={t('state')}
        className={styles.states ?? ''}
        placeholder={states.length === 0 ? t('anyState') : ''}
        data={caseStates.map((value) => ({ value, label: names(`state.${value}`) }))}
        value={states}
        onChange={(state) => onChange({ state: state.length === 0 ? undefined : state })}
      />
      <ConditionsPanel search={search} onChange={onChange} />
      <Select
        aria-label={t('sort')}
        className={styles.sort ?? ''}
        data={caseSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.sort ?? 'newest'}
        onChange={(sort) =>
          onChange({ sort: sort === 'newest' ? undefined : (sort as WorklistSearch['sort']) })
        }
        allowDeselect={false}
      />
      <span className={`${styles.total} figures`} role="status">
        {props.total}
      </span>
    </FilterBar>
  )
}
