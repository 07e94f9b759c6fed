import { Anchor, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as z from 'zod'
import { type ImportRun, undoImport } from '../../../src/intake/contract.ts'
import { call, CallError } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { importQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'
import { RejectsSection } from './rejects-section.tsx'
import { RunCounts } from './run-counts.tsx'

/** What came of the import; its cases, its rejects, and the way back while nobody touched its cases. */
export function ResultStep({ run }: { run: ImportRun }) {
  const t = useWords(importWords)
  const when = useWhen()
  const centre = useCentre()
  const [asking, dialog] = useDisclosure(false)
  const made = run.created + run.updated + run.joined
  return (
    <>
      <p>
        <Badge tone={run.state === 'done' ? 'green' : run.state === 'failed' ? 'red' : 'gray'}>
          {t(`state.${run.state}`)}
        </Badge>{' '}
        <span className="quiet">
          {run.startedBy} · <span className="figures">{when.full(run.finishedAt ?? run.createdAt)}</span>
        </span>
      </p>
      {run.error === null ? null : <Notice tone="red">{run.error}</Notice>}
      <RunCounts run={run} />
      <div className={styles.finish}>
        {made > 0 && run.state !== 'undone' ? (
          <Button
            renderRoot={(root) => (
              <Link
                to="/$centre/cases"
                params={centre.params}
                search={{ importRun: run.id, state: ['any'] }}
                {...root}
              />
            )}
          >
            {t('showCases')}
          </Button>
        ) : null}
        {run.detection?.source === 'call112' && run.state !== 'undone' ? (
          <Button
            variant="default"
            renderRoot={(root) => <Link to="/$centre/calls" params={centre.params} {...root} />}
          >
            {t('showCalls')}
          </Button>
        ) : null}
        {run.allowed.includes('undo') ? (
          <Button variant="default" onClick={dialog.open}>
            {t('undo')}
          </Button>
        ) : null}
      </div>
      {run.rejected === 0 ? null : <RejectsSection run={run} />}
      {asking ? <UndoDialog run={run} onClose={dialog.close} /> : null}
    </>
  )
}

const touchedCases = z.object({
  total: z.number(),
  cases: z.array(z.object({ id: z.string(), number: z.string() })),
})

function UndoDialog({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const t = useWords(importWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => call(undoImport, { params: { ...centre.params, id: run.id } }),
    onSuccess: (next) => {
      queries.setQueryData(importQuery(centre.slug, run.id).queryKey, next)
      void queries.invalidateQueries({ queryKey: ['cases', centre.slug] })
      onClose()
    },
  })
  const isTouched = undo.error instanceof CallError && undo.error.reason === 'cases-touched'
  const touched = isTouched ? touchedCases.safeParse((undo.error as CallError).details).data : undefined
  return (
    <ConfirmDialog
      opened
      title={t('undo')}
      confirm={t('undo')}
      danger
      pending={undo.isPending}
      disabled={isTouched}
      error={touched === undefined ? undo.error : undefined}
      onConfirm={() => undo.mutate()}
      onClose={onClose}
    >
      <p>{t('undoText')}</p>
      {run.updated === 0 ? null : <p>{t('undoKeeps', { count: run.updated })}</p>}
      {touched === undefined ? null : (
        <Notice tone="amber" live>
          <p>{t('touched', { count: touched.total })}</p>
          {touched.cases.map((one) => (
            <Anchor
              key={one.id}
              size="sm"
              mr={8}
              renderRoot={(root) => (
                <Link to="/$centre/cases/$id" params={{ ...centre.params, id: one.id }} {...root} />
              )}
            >
              {one.number}
            </Anchor>
          ))}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
