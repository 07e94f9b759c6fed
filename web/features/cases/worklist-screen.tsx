import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { type CaseList, type CaseSummary, quickViews } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataList } from '../../ui/data-list.tsx'
import { QuickViews } from '../../ui/filter-bar.tsx'
import { focusFindBox } from '../../ui/find-box.tsx'
import { KeysDialog } from '../../ui/key-hint.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { casesQuery, countsQuery } from './case-queries.ts'
import { CommandDialog, type DialogCommand } from './commands/command-dialog.tsx'
import { EmptyWorklist } from './empty-worklist.tsx'
import { useFreshCases } from './use-fresh-cases.ts'
import { WorklistActions } from './worklist-actions.tsx'
import { useWorklistColumns, WorklistCard } from './worklist-columns.tsx'
import { WorklistFilters } from './worklist-filters.tsx'
import { commandOfKey, useKeysHelp } from './worklist-keys.ts'
import { FreshButton, WorklistNotices } from './worklist-notices.tsx'
import { anyState, onView, viewOf, type WorklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** The list of cases that people work from. */
export function WorklistScreen() {
  const t = useWords(worklistWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/cases' })
  const list = useInfiniteQuery(casesQuery(centre.slug, search))
  const counts = useQuery(countsQuery(centre.slug))
  const columns = useWorklistColumns()
  const help = useKeysHelp()
  const [keysShown, keysDialog] = useDisclosure(false)
  const [ordered, setOrdered] = useState<{ command: DialogCommand; line: CaseSummary } | null>(null)
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const shown = useMemo(() => new Set(rows.map((row) => row.id)), [rows])
  const news = useFreshCases(centre.slug, (id) => shown.has(id))

  const go = (next: WorklistSearch) =>
    void navigate({ to: '/$centre/cases', params: centre.params, search: next })
  const change = (part: Partial<WorklistSearch>) => go({ ...search, ...part })
  const reset = () => go({ view: search.view })
  const open = (line: CaseSummary) =>
    void navigate({ to: '/$centre/cases/$id', params: { ...centre.params, id: line.id } })
  const { fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = list
  const onReachEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const showFresh = () => {
    news.clear()
    void refetch()
  }
  const onKey = (code: string, line: CaseSummary, event: KeyboardEvent): boolean => {
    const command = commandOfKey(code, event.shiftKey)
    const does: Record<string, () => void> = {
      KeyO: () => open(line),
      KeyR: showFresh,
      Slash: event.shiftKey ? keysDialog.open : focusFindBox,
    }
    if (command !== null) setOrdered({ command, line })
    else does[code]?.()
    return command !== null || code in does
  }

  const body = () => {
    if (list.isPending) return <LoadingState />
    if (list.isError && rows.length === 0)
      return <ErrorState error={list.error} onRetry={() => void refetch()} />
    if (rows.length === 0)
      return <EmptyWorklist search={search} onReset={reset} onAnyState={() => change({ state: anyState })} />
    return (
      <DataList
        label={t('listLabel')}
        rows={rows}
        rowKey={(line) => line.id}
        columns={columns}
        card={(line) => <WorklistCard line={line} />}
        onOpen={open}
        onKey={onKey}
        total={knownTotal(list.data?.pages[0])}
        onReachEnd={onReachEnd}
        loadingMore={isFetchingNextPage}
        minWidth={1000}
        autoFocus
      />
    )
  }
  return (
    <Page
      fill
      title={t('title')}
      actions={<WorklistActions search={search} onOpenView={go} onKeys={keysDialog.open} />}
    >
      <QuickViews
        label={t('views')}
        value={viewOf(search)}
        onChange={(view) => go(onView(search, view))}
        views={quickViews.map((key) => ({
          key,
          title: t(`view.${key}`),
          count: counts.data?.[key] ?? null,
          ...(key === 'overdue' ? { tone: 'red' } : key === 'due-today' ? { tone: 'amber' } : {}),
        }))}
      />
      <WorklistFilters
        search={search}
        onChange={change}
        onSearch={go}
        onReset={reset}
        found={list.data?.pages[0]}
      >
        <FreshButton fresh={news.fresh} many={news.many} onShow={showFresh} />
      </WorklistFilters>
      <WorklistNotices search={search} connected={news.connected} />
      {body()}
      <KeysDialog opened={keysShown} onClose={keysDialog.close} keys={help} />
      {ordered === null ? null : (
        <CommandDialog command={ordered.command} subject={ordered.line} onClose={() => setOrdered(null)} />
      )}
    </Page>
  )
}

function knownTotal(page: CaseList | undefined): number {
  return page?.total ?? page?.countedTo ?? 0
}
