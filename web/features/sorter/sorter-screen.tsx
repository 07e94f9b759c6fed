import { useQuery } from '@tanstack/react-query'
import type { SorterState } from '../../../src/sorter/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { EmptySorter } from './empty-sorter.tsx'
import { ModelFigures } from './model-figures.tsx'
import { ModelList } from './model-list.tsx'
import { RulesSection } from './rules-section.tsx'
import { SorterActions } from './sorter-actions.tsx'
import { sorterQuery } from './sorter-queries.ts'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'
import { TrainingNotice } from './training-notice.tsx'
import { Verdict } from './verdict.tsx'

/** What sorts the centre's cases, how well, what was learned, and the way there and back. */
export function SorterScreen() {
  const t = useWords(sorterWords)
  const when = useWhen()
  const centre = useCentre()
  const sorter = useQuery(sorterQuery(centre.slug))
  const { data } = sorter
  const live = data?.isUnreadable === true ? null : data?.live
  return (
    <Page
      title={t('title')}
      aside={
        data === undefined
          ? undefined
          : live?.liveAt
            ? t('byModel', { at: when.short(live.liveAt) })
            : t('byKeywords')
      }
      actions={
        data === undefined || !centre.may('sorter.manage') ? undefined : <SorterActions state={data} />
      }
    >
      {sorter.isPending ? (
        <LoadingState />
      ) : data === undefined ? (
        <ErrorState error={sorter.error} onRetry={() => void sorter.refetch()} />
      ) : (
        <SorterBody state={data} />
      )}
    </Page>
  )
}

function SorterBody({ state }: { state: SorterState }) {
  const t = useWords(sorterWords)
  const shown = state.candidate ?? state.live
  return (
    <div className={styles.body}>
      {state.isUnreadable ? <Notice tone="amber">{t('unreadable')}</Notice> : null}
      <TrainingNotice training={state.training} />
      {shown === null ? (
        <EmptySorter state={state} />
      ) : (
        <>
          {state.candidate === null ? null : <Verdict candidate={state.candidate} />}
          <ModelFigures model={shown} isCandidate={state.candidate !== null} />
        </>
      )}
      {state.models.length === 0 ? null : <ModelList models={state.models} />}
      <RulesSection state={state} />
    </div>
  )
}
