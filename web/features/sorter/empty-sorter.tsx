import { Progress } from '@mantine/core'
import { IconCategory } from '@tabler/icons-react'
import type { SorterState } from '../../../src/sorter/contract.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'

/** Nothing was learned yet: what sorts meanwhile, and how far it is to the first training. */
export function EmptySorter({ state }: { state: SorterState }) {
  const t = useWords(sorterWords)
  const { labelled: have } = state.history
  const { leastCases: least } = state.rules
  const told = have >= least ? t('haveEnough', { have }) : t('have', { have, least })
  return (
    <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} icon={IconCategory}>
      <div className={styles.far}>
        <p>{told}</p>
        <Progress value={Math.min(100, (have / least) * 100)} aria-label={told} />
      </div>
    </EmptyState>
  )
}
