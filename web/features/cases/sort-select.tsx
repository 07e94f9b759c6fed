import { Select, type SelectProps } from '@mantine/core'
import { caseSorts } from '../../../src/cases/contract.ts'
import { useWords } from '../../ui/words.ts'
import type { WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** The order of the worklist; the usual one is not written into the address. */
export function SortSelect(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    search: WorklistSearch
    onChange: (change: Partial<WorklistSearch>) => void
  },
) {
  const t = useWords(worklistWords)
  const { search, onChange, ...rest } = props
  return (
    <Select
      data={caseSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
      value={search.sort ?? 'newest'}
      onChange={(sort) => onChange({ sort: caseSorts.find((known) => known === sort && known !== 'newest') })}
      allowDeselect={false}
      {...rest}
    />
  )
}
