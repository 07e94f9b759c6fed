import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { isNarrowed, type JournalSearch } from './journal-search.ts'
import { journalWords } from './journal-words.ts'

/** Why a journal shows nothing, and what to do. */
export function EmptyJournal(props: { search: JournalSearch; noCase?: boolean; onReset: () => void }) {
  const t = useWords(journalWords)
  const { search } = props
  if (!isNarrowed(search)) {
    return (
      <EmptyState
        icon={IconHistory}
        title={t('emptyTitle')}
        hint={t(search.log === 'reads' ? 'emptyReads' : 'emptyActions')}
      />
    )
  }
  const noCase = props.noCase === true
  return (
    <EmptyState
      icon={IconHistory}
      title={t(noCase ? 'noCaseTitle' : 'noneTitle')}
      hint={noCase ? t('noCaseHint', { number: search.case ?? '' }) : t('noneHint')}
    >
      <Button variant="default" onClick={props.onReset}>
        {t('clear')}
      </Button>
    </EmptyState>
  )
}
