import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { exportCrossTableRoute } from '../../../src/insight/contract-tables.ts'
import { useCentre } from '../../app/centre-context.ts'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { CrossControls } from './cross-controls.tsx'
import { CrossGrid } from './cross-grid.tsx'
import { crossTableQuery } from './cross-queries.ts'
import { type CrossSearch, questionOfTable } from './cross-search.ts'
import { crossWords } from './cross-words.ts'
import { ExportLinks } from './export-menu.tsx'
import { FiguresFrame } from './figures-frame.tsx'
import { WeakSpots } from './weak-spots.tsx'

/** Measures over any two dimensions: totals, cells that open their cases, what stands worse than average. */
export function CrossScreen() {
  const t = useWords(crossWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/overview/table' })
  const table = useQuery(crossTableQuery(centre.slug, search))
  const { data } = table
  const go = (next: CrossSearch) =>
    void navigate({ to: '/$centre/overview/table', params: centre.params, search: next, replace: true })
  const change = (part: Partial<CrossSearch>) => go({ ...search, ...part })

  const body = () => {
    if (table.isPending) return <LoadingState />
    if (data === undefined || (table.isError && table.isPlaceholderData) || table.isLoadingError)
      return <ErrorState error={table.error} onRetry={() => void table.refetch()} />
    if (data.rows.heads.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
    return (
      <>
        <WeakSpots table={data} />
        <CrossGrid table={data} />
      </>
    )
  }
  return (
    <FiguresFrame
      tab="table"
      search={search}
      onChange={change}
      head={data}
      isFading={table.isPlaceholderData}
      isStale={data !== undefined && table.isRefetchError}
      actions={<ExportLinks route={exportCrossTableRoute} query={questionOfTable(search)} />}
    >
      <CrossControls search={search} onChange={change} onOpen={go} />
      {body()}
    </FiguresFrame>
  )
}
