import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { caseStates } from '../../../src/cases/contract.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { chooseStates, shownStates } from './chosen-states.ts'
import { worklistWords } from './worklist-words.ts'

/** The states of the list: open ones until others are chosen, every one, or some by name. */
export function StateSelect(
  props: Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
    state: string[] | undefined
    onChoose: (state: string[] | undefined) => void
  },
) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const { state, onChoose, ...rest } = props
  const shown = shownStates(state)
  return (
    <MultiSelect
      {...rest}
      data={[
        { value: 'open', label: t('openStates') },
        { value: 'any', label: t('anyState') },
        ...caseStates.map((value) => ({ value, label: names(`state.${value}`) })),
      ]}
      value={shown}
      onChange={(chosen) => onChoose(chooseStates(shown, chosen))}
    />
  )
}
