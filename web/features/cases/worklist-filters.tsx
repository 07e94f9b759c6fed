import type { ReactNode } from 'react'
import type { CaseList } from '../../../src/cases/contract.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FindBox } from '../../ui/find-box.tsx'
import { useWords } from '../../ui/words.ts'
import { useConditionsInForce } from './conditions-in-force.ts'
import { ConditionsPanel } from './conditions-panel.tsx'
import { SortSelect } from './sort-select.tsx'
import { StateSelect } from './state-select.tsx'
import styles from './worklist.module.css'
import { onFind, type WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** Search, the most used conditions at hand, the rest under one button; what is in force stands below. */
export function WorklistFilters(props: {
  search: WorklistSearch
  onChange: (change: Partial<WorklistSearch>) => void
  onSearch: (search: WorklistSearch) => void
  onReset: () => void
  found: CaseList | undefined
  children?: ReactNode
}) {
  const t = useWords(worklistWords)
  const { search, onChange } = props
  const inForce = useConditionsInForce(search)
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
          onFind={(find) => props.onSearch(onFind(search, find))}
        />
      </span>
      <StateSelect
        aria-label={t('state')}
        className={`${styles.states} ${styles.wideOnly}`}
        state={search.state}
        onChoose={(state) => onChange({ state })}
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
