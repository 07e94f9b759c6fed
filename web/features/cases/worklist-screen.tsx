import { ActionIcon, Anchor, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKeyboard, IconTableExport } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { type CaseSummary, exportCases, quickViews } from '../../../src/cases/contract.ts'
import { addressOf } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataList } from '../../ui/data-list.tsx'
import { QuickViews } from '../../ui/filter-bar.tsx'
import { KeysDialog } from '../../ui/key-hint.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { casesQuery, countsQuery, isNumber, listQueryOf } from './case-queries.ts'
import { CommandDialog, type DialogCommand } from './commands/command-dialog.tsx'
import { EmptyWorklist } from './empty-worklist.tsx'
import { SavedViewsMenu } from './saved-views-menu.tsx'
import { useFreshCases } from './use-fresh-cases.ts'
import { useWorklistColumns, WorklistCard } from './worklist-columns.tsx'
import { WorklistFilters } from './worklist-filters.tsx'
import { useWorklistKeys } from './worklist-keys.ts'
import type { WorklistSearch } from './worklist-search.ts'
import styles from './worklist.module.css'
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
  const findBox = useRef<HTMLInputElement>(null)
  const [keysShown, keysDialog] = useDisclosure(false)
  const [command, setCommand] = useState<{ command: DialogCommand; line: CaseSummary } | null>(null)
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const shown = useMemo(() => new Set(rows.map((row) => row.id)), [rows])
  const { fresh, clear, connected } = useFreshCases(centre.slug, (id) => shown.has(id))

  const go = (next: WorklistSearch) =>
    void navigate({ to: '/$centre/cases', params: centre.params, search: next })
  const change = (part: Partial<WorklistSearch>) => go({ ...search, ...part })
  const reset = () => go({ view: search.view })
  const { fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = list
  const onReachEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const showFresh = () => {
    clear()
    void refetch()
  }
  const keys = useWorklistKeys()
  const onKey = (code: string, line: CaseSummary, event: KeyboardEvent): boolean => {
    const ordered = keys.commandOf(code, event.shiftKey)
    if (ordered !== null) setCommand({ command: ordered, line })
    else if (code === 'KeyO') open(line)
    else if (code === 'Slash' && event.shiftKey) keysDialog.open()
    else if (code === 'Slash') findBox.current?.focus()
    else if (code === 'KeyR') showFresh()
    else return false
    return true
  }
  const open = (line: CaseSummary) =>
    void navigate({ to: '/$centre/cases/$id', params: { ...centre.params, id: line.id } })

  const { view: _view, sort: _sort, ...conditions } = search
  const conditioned = Object.values(conditions).some((value) => value !== undefined)
  const total = list.data?.pages[0]
  const told =
    total === undefined
      ? ''
      : total.total === null
        ? t('foundMore', { count: total.countedTo })
        : t('found', { count: total.total })
  return (
    <Page
      fill
      title={t('title')}
      actions={
        <>
          <SavedViewsMenu search={search} onOpen={go} />
          {centre.may('list.export') ? (
            <Button
              variant="default"
              component="a"
              href={addressOf(exportCases, centre.params, listQueryOf(search))}
              download
              leftSection={<IconTableExport size={15} stroke={1.7} aria-hidden />}
            >
              {t('export')}
            </Button>
          ) : null}
          <ActionIcon aria-label={t('keys')} title={t('keys')} onClick={keysDialog.open} visibleFrom="sm">
            <IconKeyboard size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      <QuickViews
        label={t('views')}
        value={search.view ?? 'all'}
        onChange={(view) => change({ view: view === 'all' ? undefined : (view as WorklistSearch['view']) })}
        views={quickViews.map((key) => ({
          key,
          title: t(`view.${key}`),
          count: counts.data?.[key] ?? null,
          ...(key === 'overdue' ? { tone: 'red' } : key === 'due-today' ? { tone: 'amber' } : {}),
        }))}
      />
      <WorklistFilters search={search} onChange={change} onReset={reset} findBox={findBox} total={told} />
      {search.find !== undefined && isNumber(search.find) && Object.keys(conditions).length > 1 ? (
        <Notice tone="gray">{t('findIgnores')}</Notice>
      ) : null}
      {connected ? null : <Notice tone="amber">{t('offline')}</Notice>}
      {fresh === 0 ? null : (
        <Notice>
          <span className={styles.fresh} role="status">
            {t('fresh', { count: fresh })}
            <Anchor component="button" type="button" size="sm" onClick={showFresh}>
              {t('freshShow')}
            </Anchor>
          </span>
        </Notice>
      )}
      {list.isPending ? (
        <LoadingState />
      ) : list.isError && rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <EmptyWorklist search={search} conditions={conditioned} onReset={reset} />
      ) : (
        <DataList
          label={t('listLabel')}
          rows={rows}
          rowKey={(line) => line.id}
          columns={columns}
          card={(line) => <WorklistCard line={line} />}
          onOpen={open}
          onKey={onKey}
          total={total?.total ?? total?.countedTo ?? rows.length}
          onReachEnd={onReachEnd}
          loadingMore={isFetchingNextPage}
          minWidth={1020}
          autoFocus
        />
      )}
      <KeysDialog opened={keysShown} onClose={keysDialog.close} keys={keys.help} />
      {command === null ? null : (
        <CommandDialog command={command.command} subject={command.line} onClose={() => setCommand(null)} />
      )}
    </Page>
  )
}
