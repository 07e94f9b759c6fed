import { Autocomplete, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { downloadRejects, type ImportRun, listRejects } from '../../../src/intake/contract.ts'
import { addressOf, call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'

/** Rows that could not be taken, with why; they are mended in the file and imported again. */
export function RejectsSection({ run }: { run: ImportRun }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const [asking, dialog] = useDisclosure(false)
  const params = { ...centre.params, id: run.id }
  const rejects = useInfiniteQuery({
    queryKey: ['imports', centre.slug, 'rejects', run.id],
    queryFn: ({ pageParam }) => call(listRejects, { params, query: { after: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter ?? undefined,
  })
  const rows = rejects.data?.pages.flatMap((page) => page.rejects) ?? []
  return (
    <Section
      title={t('rejects')}
      aside={
        centre.may('resident.reveal') ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
            onClick={dialog.open}
          >
            {t('download')}
          </Button>
        ) : null
      }
    >
      <p className="quiet">{t('rejectsHint')}</p>
      {rejects.isPending ? <LoadingState /> : null}
      {rejects.isError ? <ErrorState error={rejects.error} onRetry={() => void rejects.refetch()} /> : null}
      {rows.length === 0 ? null : (
        <DataTable
          label={t('rejects')}
          rows={rows}
          rowKey={(row) => String(row.row)}
          columns={[
            { key: 'row', title: t('row'), align: 'end', cell: (row) => row.row },
            { key: 'why', title: t('rejectReason'), width: '260px', cell: (row) => row.message },
            {
              key: 'cells',
              title: t('rejectRow'),
              cell: (row) => (
                <div className={styles.cells}>
                  {row.cells.map((cell) => `${cell.column}: ${cell.value}`).join(' · ')}
                </div>
              ),
            },
          ]}
        />
      )}
      {rejects.hasNextPage ? (
        <div>
          <Button
            variant="default"
            loading={rejects.isFetchingNextPage}
            onClick={() => void rejects.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {asking ? <DownloadDialog run={run} onClose={dialog.close} /> : null}
    </Section>
  )
}

function DownloadDialog({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const [purpose, setPurpose] = useState('')
  const download = () => {
    location.assign(addressOf(downloadRejects, { ...centre.params, id: run.id }, { purpose: purpose.trim() }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('downloadTitle')}
      confirm={t('download')}
      disabled={purpose.trim().length < 5}
      onConfirm={download}
      onClose={onClose}
    >
      <Notice tone="amber">{t('downloadHint')}</Notice>
      <Autocomplete
        label={t('purpose')}
        required
        maxLength={300}
        data={['исправление отклонённых строк выгрузки']}
        value={purpose}
        onChange={setPurpose}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
