import { useInfiniteQuery } from '@tanstack/react-query'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { actionNames } from './action-names.ts'
import { CaseLink } from './case-link.tsx'
import { useTellCode } from './code-names.ts'
import { EmptyJournal } from './empty-journal.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './journal.module.css'
import { actionsQuery, journalQueryOf } from './journal-queries.ts'
import type { JournalSearch } from './journal-search.ts'
import { journalWords } from './journal-words.ts'
import { tellEntry } from './tell-entry.ts'

/** Who did what, newest first. `caseId` is null without a number in the address bar. */
export function ActionsLog(props: { search: JournalSearch; caseId: string | null; onReset: () => void }) {
  const t = useWords(journalWords)
  const name = useWords(actionNames)
  const code = useTellCode()
  const when = useWhen()
  const centre = useCentre()
  const log = useInfiniteQuery(
    actionsQuery(centre.slug, journalQueryOf(props.search, when, props.caseId), true),
  )
  if (log.isPending) return <LoadingState />
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />
  const entries = log.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyJournal search={props.search} onReset={props.onReset} />
  return (
    <EntryList
      label={t('actions')}
      hasMore={log.hasNextPage}
      loadingMore={log.isFetchingNextPage}
      onMore={() => void log.fetchNextPage()}
      lines={entries.map((entry) => {
        const details = tellEntry(entry, t, code)
        return {
          id: entry.id,
          at: entry.at,
          actor: entry.actor,
          told: (
            <>
              <span className={styles.action}>{nameOf(entry, name)}</span>
              {details.length === 0 ? null : <span className={styles.details}>{details.join('; ')}</span>}
              {entry.reason === null ? null : (
                <span className={styles.reason}>
                  {t('reason')}: {entry.reason}
                </span>
              )}
            </>
          ),
          beside: <CaseLink id={entry.caseId} number={entry.caseNumber} />,
        }
      })}
    />
  )
}

/** The action's name in the language of the screen; an action that this build does not know keeps the server's name. */
function nameOf(entry: { action: string; actionName: string }, name: (key: never) => string): string {
  const known = entry.action in actionNames.ru
  const told = known ? name(entry.action as never) : entry.actionName
  return told.charAt(0).toUpperCase() + told.slice(1)
}
