import type { ReactNode } from 'react'
import { MultiSelect } from '@mantine/core'
import { type CaseList, caseStates } from '../../../src/cases/contract.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FindBox } from '../../ui/find-box.tsx'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { useConditionsInForce } from './conditions-in-force.ts'
import { ConditionsPanel } from './conditions-panel.tsx'
import { SortSelect } from './sort-select.tsx'
import styles from './worklist.module.css'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** Search, the most used conditions at hand, the rest under one button; what is in force stands below. */
export function WorklistFilters(props: {
  search: WorklistSearch
  onChange: (change: Partial<WorklistSearch>) => void
  onReset: () => void
  found: CaseList | undefined
  children?: ReactNode
}) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const { search, onChange } = props
  const inForce = useConditionsInForce(search)
  const states = search.state ?? []
  const { found } = props
  const tellFound = () => {
    if (found === undefined) return ''
    return found.total === null
      ? t('foundMore', { count: found.countedTo })
      : t('found', { count: found.total })
  }
  return (
    <FilterBar
      inForce={inForce}
      onRemove={(key) =>
        onChange(key === 'topicGroup' ? { topicGroup: undefined, topic: undefined } : { [key]: undefined })
      }
      onReset={props.onReset}
    >
      <span className={styles.findHere}>
        <FindBox
          label={t('find')}
          placeholder={t('findHint')}
          value={search.find ?? ''}
          onFind={(find) => onChange({ find })}
        />
      </span>
      <MultiSelect
        aria-label={t('state')}
        className={`${styles.states} ${styles.wideOnly}`}
        placeholder={states.length === 0 ? t('anyState') : ''}
        data={caseStates.map((value) => ({ value, label: names(`state.${value}`) }))}
        value={states}
        onChange={(state) => onChange({ state: state.length === 0 ? undefined : state })}
      />
      <ConditionsPanel search={search} onChange={onChange} />
      <SortSelect
        search={search}
        onChange={onChange}
        aria-label={t('sort')}
        className={`${styles.sort} ${styles.wideOnly}`}
      />
      <span className={styles.total}>
        {props.children}
        <span className="figures" role="status">
          {tellFound()}
        </span>
      </span>
    </FilterBar>
  )
}
