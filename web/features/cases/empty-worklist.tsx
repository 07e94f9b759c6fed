import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { hasConditions, type WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** Why the list is empty and what to do: nothing came yet, nothing is left to do, or nothing fits the conditions. */
export function EmptyWorklist(props: {
  search: WorklistSearch
  onReset: () => void
  onAnyState: () => void
}) {
  const t = useWords(worklistWords)
  const { search } = props
  const inAnyState =
    search.state === undefined ? (
      <Button variant="default" onClick={props.onAnyState}>
        {t('toAnyState')}
      </Button>
    ) : null
  if (hasConditions(search)) {
    return (
      <EmptyState title={t('emptyFound')} hint={t('emptyFoundHint')} icon={IconSearchOff}>
        {inAnyState}
        <Button variant="default" onClick={props.onReset}>
          {t('reset')}
        </Button>
      </EmptyState>
    )
  }
  switch (search.view) {
    case 'mine':
      return <EmptyState title={t('emptyMine')} hint={t('emptyMineHint')} icon={IconCircleCheck} />
    case 'unassigned':
      return <EmptyState title={t('emptyUnassigned')} icon={IconCircleCheck} />
    case 'overdue':
      return <EmptyState title={t('emptyOverdue')} icon={IconCircleCheck} />
    case 'due-today':
      return <EmptyState title={t('emptyDueToday')} icon={IconCircleCheck} />
    default:
      return search.state === undefined ? (
        <EmptyState title={t('emptyOpen')} hint={t('emptyOpenHint')} icon={IconCircleCheck}>
          {inAnyState}
          <ImportButton />
        </EmptyState>
      ) : (
        <NothingCame />
      )
  }
}

function NothingCame() {
  const t = useWords(worklistWords)
  const mayAdd = useCentre().may('import.run', 'case.register')
  return (
    <EmptyState title={t('emptyAll')} {...(mayAdd ? { hint: t('emptyAllHint') } : {})}>
      <ImportButton />
    </EmptyState>
  )
}

function ImportButton() {
  const t = useWords(worklistWords)
  const centre = useCentre()
  if (!centre.may('import.run')) return null
  return (
    <Button renderRoot={(root) => <Link to="/$centre/import" params={centre.params} {...root} />}>
      {t('toImport')}
    </Button>
  )
}
