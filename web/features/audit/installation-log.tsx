import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { InstallationEntry } from '../../../src/audit/contract.ts'
import { CodeSelect } from '../../ui/code-select.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { installationActionNames } from './action-names.ts'
import { EntryList } from './entry-list.tsx'
import { DayInput } from './journal-filters.tsx'
import styles from './journal.module.css'
import { installationJournalQuery, periodOf } from './journal-queries.ts'
import { journalWords } from './journal-words.ts'
import type { JournalTranslate } from './tell-case-change.ts'

type Conditions = { action?: string | undefined; from?: string | undefined; to?: string | undefined }

/** What was done above the centres; `accountName` tells the name of an account by its id. */
export function InstallationLog(props: {
  search: Conditions
  accountName: (id: string) => string | null
  onChange: (change: Conditions) => void
}) {
  const t = useWords(journalWords)
  const name = useWords(installationActionNames)
  const when = useWhen()
  const { search, onChange } = props
  const log = useInfiniteQuery(
    installationJournalQuery({
      ...periodOf(search, when),
      ...(search.action === undefined ? {} : { action: search.action }),
    }),
  )
  const actions = Object.keys(installationActionNames.ru) as (keyof typeof installationActionNames.ru)[]
  const isNarrowed = [search.action, search.from, search.to].some((value) => value !== undefined)
  const reset = () => onChange({ action: undefined, from: undefined, to: undefined })
  const body = () => {
    if (log.isPending) return <LoadingState />
    if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />
    const entries = log.data.pages.flatMap((page) => page.entries)
    if (entries.length === 0) {
      return <EmptyState title={t(isNarrowed ? 'noneTitle' : 'emptyTitle')} hint={t('noneHint')} />
    }
    return (
      <EntryList
        label={t('actions')}
        hasMore={log.hasNextPage}
        loadingMore={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
        lines={entries.map((entry) => {
          const known = actions.find((code) => code === entry.action)
          const action = known === undefined ? entry.actionName : name(known)
          const details = tellAbove(entry, t, props.accountName)
          return {
            id: entry.id,
            at: entry.at,
            actor: entry.actor,
            told: (
              <>
                <span className={styles.action}>{action.charAt(0).toUpperCase() + action.slice(1)}</span>
                {details.length === 0 ? null : <span className={styles.details}>{details.join('; ')}</span>}
              </>
            ),
            beside: null,
          }
        })}
      />
    )
  }
  return (
    <>
      <div className={styles.bar}>
        <CodeSelect
          aria-label={t('action')}
          placeholder={t('anyAction')}
          className={styles.what ?? ''}
          options={actions.map((code) => ({ code, name: name(code) }))}
          value={search.action ?? null}
          onChange={(action) => onChange({ action: action ?? undefined })}
        />
        <DayInput label={t('from')} value={search.from} onChange={(from) => onChange({ from })} />
        <DayInput label={t('to')} value={search.to} onChange={(to) => onChange({ to })} />
        {isNarrowed ? (
          <Button variant="subtle" onClick={reset}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {body()}
    </>
  )
}

function tellAbove(
  { action, data, actor }: Pick<InstallationEntry, 'action' | 'data' | 'actor'>,
  t: JournalTranslate,
  accountName: (id: string) => string | null,
): string[] {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key] : null)
  const accountId = text('accountId')
  const login = text('login') ?? (accountId === null ? null : accountName(accountId))
  const centre = text('centre') ?? text('slug')
  const role = text('role')
  const name = text('name')
  const reason = text('reason')
  return [
    // Who signed in is told already by who did it.
    ...(login === null || login === actor ? [] : [t('account', { login })]),
    ...(name === null ? [] : [t('is.now', { field: t('field.name'), now: name })]),
    ...(centre === null ? [] : [t('centre', { centre })]),
    ...(role === null ? [] : [t('role', { role })]),
    ...(typeof data.edition === 'number' ? [t('editionOf', { edition: String(data.edition) })] : []),
    ...(data.isInstallationAdmin === true ? [t('admin')] : []),
    ...(typeof data.blocked === 'boolean' ? [t(data.blocked ? 'blocked' : 'unblocked')] : []),
    ...tellCodes(action, data, t),
    ...(reason === null ? [] : [t('reasonOf', { reason })]),
  ]
}

/** By what the second step was taken, and how many codes or passwords were wrong. */
function tellCodes(action: string, data: InstallationEntry['data'], t: JournalTranslate): string[] {
  const attempts = action === 'codes-locked' ? 'wrongCodes' : 'attempts'
  return [
    ...(data.by === 'code' || data.by === 'recovery' ? [t(`by.${data.by}`)] : []),
    ...(typeof data.wrongCodes === 'number' ? [t('wrongCodes', { count: data.wrongCodes })] : []),
    ...(typeof data.attempts === 'number' ? [t(attempts, { count: data.attempts })] : []),
  ]
}
