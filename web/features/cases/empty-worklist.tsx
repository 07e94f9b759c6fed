import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { hasConditions, type WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** Why the list is empty and what to do: nothing came yet, nothing is left to do, or nothing fits the conditions. */
export function EmptyWorklist(props: { search: WorklistSearch; onReset: () => void }) {
  const t = useWords(worklistWords)
  const centre = useCentre()
  if (hasConditions(props.search)) {
    return (
      <EmptyState title={t('emptyFound')} hint={t('emptyFoundHint')} icon={IconSearchOff}>
        <Button variant="default" onClick={props.onReset}>
          {t('reset')}
        </Button>
      </EmptyState>
    )
  }
  switch (props.search.view) {
    case 'mine':
      return <EmptyState title={t('emptyMine')} hint={t('emptyMineHint')} icon={IconCircleCheck} />
    case 'unassigned':
      return <EmptyState title={t('emptyUnassigned')} icon={IconCircleCheck} />
    case 'overdue':
      return <EmptyState title={t('emptyOverdue')} icon={IconCircleCheck} />
    case 'due-today':
      return <EmptyState title={t('emptyDueToday')} icon={IconCircleCheck} />
    default:
      return (
        <EmptyState title={t('emptyAll')} hint={t('emptyAllHint')}>
          {centre.may('import.run') ? (
            <Button renderRoot={(root) => <Link to="/$centre/import" params={centre.params} {...root} />}>
              {t('toImport')}
            </Button>
          ) : null}
        </EmptyState>
      )
  }
}
