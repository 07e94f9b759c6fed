import { useInfiniteQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { CaseLink } from './case-link.tsx'
import { EmptyJournal } from './empty-journal.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './journal.module.css'
import { journalQueryOf, readsQuery } from './journal-queries.ts'
import type { JournalSearch } from './journal-search.ts'
import { journalWords } from './journal-words.ts'

/** Who looked at residents' data and for what, newest first. */
export function ReadsLog(props: { search: JournalSearch; caseId: string | null; onReset: () => void }) {
  const t = useWords(journalWords)
  const when = useWhen()
  const centre = useCentre()
  const log = useInfiniteQuery(
    readsQuery(centre.slug, journalQueryOf(props.search, when, props.caseId), true),
  )
  if (log.isPending) return <LoadingState />
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />
  const entries = log.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyJournal search={props.search} onReset={props.onReset} />
  const field = (name: string) =>
    name === 'words' || name === 'contacts' || name === 'raw' ? t(`read.${name}`) : name
  return (
    <EntryList
      label={t('reads')}
      hasMore={log.hasNextPage}
      loadingMore={log.isFetchingNextPage}
      onMore={() => void log.fetchNextPage()}
      lines={entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        told: (
          <>
            <span className={styles.action}>{capitalised(entry.fields.map(field).join(', '))}</span>
            <span className={styles.details}>
              {t('purpose')}: {entry.purpose}
            </span>
          </>
        ),
        beside: <CaseLink id={entry.caseId} number={entry.caseNumber} />,
      }))}
    />
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
