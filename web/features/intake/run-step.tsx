import { Button, Progress } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { cancelImport, type ImportRun } from '../../../src/intake/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { importQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import { RunCounts } from './run-counts.tsx'

/** The import as it goes, and the way to stop it. */
export function RunStep({ run }: { run: ImportRun }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const [asking, dialog] = useDisclosure(false)
  const stop = useMutation({
    mutationFn: () => call(cancelImport, { params: { ...centre.params, id: run.id } }),
    onSuccess: (next) => {
      queries.setQueryData(importQuery(centre.slug, run.id).queryKey, next)
      dialog.close()
    },
  })
  const total = run.totalRows
  const told =
    total === null ? t('runningUnknown', { read: run.read }) : t('running', { read: run.read, total })
  return (
    <>
      <div>
        <p role="status">{told}</p>
        <Progress
          mt={6}
          value={total === null || total === 0 ? 100 : (run.read / total) * 100}
          animated={total === null}
          aria-label={told}
        />
      </div>
      <RunCounts run={run} />
      <p className="quiet">{t('runningHint')}</p>
      <div>
        <Button variant="default" disabled={!run.allowed.includes('cancel')} onClick={dialog.open}>
          {t('stop')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('stop')}
        confirm={t('stop')}
        danger
        pending={stop.isPending}
        error={stop.error}
        onConfirm={() => stop.mutate()}
        onClose={dialog.close}
      >
        <p>{t('stopText')}</p>
      </ConfirmDialog>
    </>
  )
}
