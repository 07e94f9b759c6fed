import { Anchor, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportRun, uploadImport } from '../../../src/intake/contract.ts'
import { sendFile } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DropZone } from '../../ui/drop-zone.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { importQuery, importsQuery, previewQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import { OwnTables } from './own-tables.tsx'

/** Choose a file; the earlier imports stand below. */
export function FileStep(props: { onOpen: (id: string) => void }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const upload = useMutation({
    mutationFn: (file: File) => sendFile(uploadImport, { params: centre.params, file }, setShare),
    onSuccess: (given) => {
      queries.setQueryData(importQuery(centre.slug, given.run.id).queryKey, given.run)
      queries.setQueryData(previewQuery(centre.slug, given.run.id).queryKey, given)
      void queries.invalidateQueries({ queryKey: importsQuery(centre.slug).queryKey, exact: true })
      props.onOpen(given.run.id)
    },
  })
  return (
    <>
      <DropZone
        title={t('drop')}
        hint={t('dropHint')}
        accept=".xlsx,.csv,.txt"
        disabled={upload.isPending}
        onFile={(file) => {
          setShare(0)
          upload.mutate(file)
        }}
      />
      {upload.isPending ? (
        <div role="status">
          <Progress value={share * 100} animated={share === 1} aria-label={t('sending')} mb={4} />
          <p className="quiet">{t(share < 1 ? 'sending' : 'reading')}</p>
        </div>
      ) : null}
      <ErrorNotice error={upload.error} />
      <PastImports onOpen={props.onOpen} />
      <OwnTables />
    </>
  )
}

const tones: Record<ImportRun['state'], Tone> = {
  uploaded: 'amber',
  running: 'accent',
  done: 'green',
  cancelled: 'gray',
  failed: 'red',
  undone: 'gray',
}

function PastImports(props: { onOpen: (id: string) => void }) {
  const t = useWords(importWords)
  const when = useWhen()
  const imports = useQuery(importsQuery(useCentre().slug))
  return (
    <Section title={t('past')}>
      {imports.isPending ? <LoadingState /> : null}
      {imports.isError ? <ErrorState error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {imports.data?.runs.length === 0 ? <p className="quiet">{t('noPast')}</p> : null}
      {imports.data === undefined || imports.data.runs.length === 0 ? null : (
        <DataTable
          label={t('past')}
          rows={imports.data.runs}
          rowKey={(run) => run.id}
          columns={[
            {
              key: 'file',
              title: t('file'),
              width: '200px',
              cell: (run) => (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="left"
                  onClick={() => props.onOpen(run.id)}
                >
                  {run.fileName}
                </Anchor>
              ),
            },
            {
              key: 'state',
              title: t('state'),
              nowrap: true,
              cell: (run) => (
                <Badge tone={tones[run.state]} dot>
                  {t(`state.${run.state}`)}
                </Badge>
              ),
            },
            {
              key: 'rows',
              title: t('rows'),
              align: 'end',
              cell: (run) => formatNumber(run.totalRows ?? run.read),
            },
            { key: 'created', title: t('created'), align: 'end', cell: (run) => formatNumber(run.created) },
            { key: 'updated', title: t('updated'), align: 'end', cell: (run) => formatNumber(run.updated) },
            {
              key: 'rejected',
              title: t('rejected'),
              align: 'end',
              cell: (run) => formatNumber(run.rejected),
            },
            { key: 'by', title: t('by'), nowrap: true, cell: (run) => run.startedBy },
            {
              key: 'when',
              title: t('when'),
              nowrap: true,
              cell: (run) => <span className="figures">{when.full(run.createdAt)}</span>,
            },
          ]}
        />
      )}
    </Section>
  )
}
