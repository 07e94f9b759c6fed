import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { QuickViews } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { ActionsLog } from './actions-log.tsx'
import { EmptyJournal } from './empty-journal.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { caseIdQuery } from './journal-queries.ts'
import type { JournalSearch } from './journal-search.ts'
import { journalWords } from './journal-words.ts'
import { ReadsLog } from './reads-log.tsx'

/** The journal of actions and the read log, each for those whom the charter lets see it. */
export function JournalScreen() {
  const t = useWords(journalWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const asked = useSearch({ from: '/signed-in/$centre/journal' })
  const open = [
    ...(centre.may('journal.read') ? (['actions'] as const) : []),
    ...(centre.may('read-log.read') ? (['reads'] as const) : []),
  ]
  const log = open.find((one) => one === asked.log) ?? open[0] ?? 'actions'
  const search: JournalSearch = { ...asked, log }
  const caseId = useQuery(caseIdQuery(centre.slug, search.case))

  const go = (next: JournalSearch) =>
    void navigate({ to: '/$centre/journal', params: centre.params, search: next })
  const change = (part: Partial<JournalSearch>) => go({ ...asked, ...part })
  const reset = () => go({ log: asked.log })

  const body = () => {
    if (search.case !== undefined) {
      if (caseId.isPending) return <LoadingState />
      if (caseId.isError) return <ErrorState error={caseId.error} onRetry={() => void caseId.refetch()} />
      if (caseId.data === null) return <EmptyJournal noCase search={search} onReset={reset} />
    }
    const found = search.case === undefined ? null : (caseId.data ?? null)
    const Log = log === 'reads' ? ReadsLog : ActionsLog
    return <Log search={search} caseId={found} onReset={reset} />
  }
  return (
    <Page title={t('title')}>
      {open.length < 2 ? null : (
        <QuickViews
          label={t('logs')}
          value={log}
          onChange={(key) => change({ log: key === 'reads' ? 'reads' : undefined })}
          views={open.map((key) => ({ key, title: t(key) }))}
        />
      )}
      <JournalFilters search={search} onChange={change} onReset={reset} />
      {body()}
    </Page>
  )
}
