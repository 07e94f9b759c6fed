import { Button } from '@mantine/core'
import { IconChartBar, IconSearchOff } from '@tabler/icons-react'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { type InsightSearch, isNarrowed } from './insight-search.ts'
import { overviewWords } from './overview-words.ts'

/** Why there is nothing to count, and what to do. */
export function EmptyOverview(props: {
  search: InsightSearch
  onReset: () => void
  onChange: (change: Partial<InsightSearch>) => void
}) {
  const t = useWords(overviewWords)
  if (isNarrowed(props.search)) {
    return (
      <EmptyState title={t('emptyFound')} hint={t('emptyFoundHint')} icon={IconSearchOff}>
        <Button variant="default" onClick={props.onReset}>
          {t('reset')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('emptyPeriod')} hint={t('emptyPeriodHint')} icon={IconChartBar}>
      {props.search.preset === '30-days' ? null : (
        <Button
          variant="default"
          onClick={() => props.onChange({ preset: '30-days', from: undefined, to: undefined })}
        >
          {t('wider')}
        </Button>
      )}
    </EmptyState>
  )
}
