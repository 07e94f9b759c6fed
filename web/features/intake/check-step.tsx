import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { cancelImport, type ImportRun, startImport } from '../../../src/intake/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorNotice, ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { CallTypes } from './call-types.tsx'
import { Detected } from './detected.tsx'
import { ExplainTable } from './explain-table.tsx'
import { importQuery, importsQuery, previewQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'
import { PreviewTable } from './preview-table.tsx'
import { type Chosen, mappingOf, UnknownValues } from './unknown-values.tsx'
import { useMapping } from './use-mapping.ts'

/** How the file is understood and what its first rows will become; nothing is imported yet. */
export function CheckStep(props: { run: ImportRun; onLeave: () => void }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const { run } = props
  const { detection } = run
  const params = { ...centre.params, id: run.id }
  const preview = useQuery(previewQuery(centre.slug, run.id))
  const [chosen, setChosen] = useState<Chosen>({})
  const map = useMapping(run.id)
  const refreshList = () =>
    queries.invalidateQueries({ queryKey: importsQuery(centre.slug).queryKey, exact: true })
  const start = useMutation({
    mutationFn: async () => {
      // Choices that were made but not yet remembered count all the same.
      if (Object.keys(chosen).length > 0) await map.mutateAsync(mappingOf(detection?.unknown ?? [], chosen))
      return call(startImport, { params })
    },
    onSuccess: (next) => queries.setQueryData(importQuery(centre.slug, run.id).queryKey, next),
  })
  const leave = useMutation({
    mutationFn: () => call(cancelImport, { params }),
    onSuccess: async () => {
      await refreshList()
      props.onLeave()
    },
  })
  return (
    <>
      {detection === null ? null : detection.source === 'table' ? (
        <ExplainTable run={run} detection={detection} preview={preview.data?.preview} />
      ) : (
        <>
          <Detected run={run} detection={detection} />
          {detection.foreignRows === 0 ? null : (
            <Notice tone="gray">{t('foreignRows', { count: detection.foreignRows })}</Notice>
          )}
          {detection.rejectedRows === 0 ? null : (
            <Notice tone="amber">{t('rejectedRows', { count: detection.rejectedRows })}</Notice>
          )}
          <CallTypes detection={detection} />
          <UnknownValues detection={detection} chosen={chosen} onChoose={setChosen} map={map} />
        </>
      )}
      {preview.isPending ? <LoadingState label={t('reading')} /> : null}
      {preview.isError ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data === undefined || detection?.source === 'table' ? null : (
        <PreviewTable rows={preview.data.preview} />
      )}
      <ErrorNotice error={start.error ?? leave.error} />
      <div className={`${styles.finish} ${styles.sticky}`}>
        <Button
          loading={start.isPending}
          disabled={!run.allowed.includes('start')}
          onClick={() => start.mutate()}
        >
          {t('start', { count: run.totalRows ?? 0 })}
        </Button>
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('drop_run')}
        </Button>
      </div>
    </>
  )
}
