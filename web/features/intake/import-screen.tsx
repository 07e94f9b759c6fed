import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ImportRun, ImportState } from '../../../src/intake/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useWords } from '../../ui/words.ts'
import { CheckStep } from './check-step.tsx'
import { FileStep } from './file-step.tsx'
import { importQuery } from './import-queries.ts'
import { importWords } from './import-words.ts'
import { ResultStep } from './result-step.tsx'
import { RunStep } from './run-step.tsx'

const stepOf: Record<ImportState, number> = {
  uploaded: 1,
  running: 2,
  done: 4,
  cancelled: 3,
  failed: 3,
  undone: 4,
}

/** A file becomes cases: choose, look how it is understood, run, see what became of each row. */
export function ImportScreen() {
  const t = useWords(importWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const { run: id } = useSearch({ from: '/signed-in/$centre/import' })
  const run = useQuery(importQuery(centre.slug, id))
  const open = (next: string | undefined) =>
    void navigate({ to: '/$centre/import', params: centre.params, search: { run: next } })
  return (
    <Page
      title={t('title')}
      aside={run.data?.fileName ?? t('aboutTitle')}
      actions={
        id === undefined ? null : (
          <Button variant="default" onClick={() => open(undefined)}>
            {t('toList')}
          </Button>
        )
      }
    >
      <Stepper
        label={t('steps')}
        steps={[t('stepFile'), t('stepCheck'), t('stepRun'), t('stepResult')]}
        now={run.data === undefined ? 0 : stepOf[run.data.state]}
      />
      {id === undefined ? (
        <FileStep onOpen={open} />
      ) : run.isError ? (
        <ErrorState error={run.error} onRetry={() => void run.refetch()} />
      ) : run.data === undefined ? (
        <LoadingState />
      ) : (
        <RunView run={run.data} onLeave={() => open(undefined)} />
      )}
    </Page>
  )
}

function RunView(props: { run: ImportRun; onLeave: () => void }) {
  if (props.run.state === 'uploaded') return <CheckStep {...props} />
  if (props.run.state === 'running') return <RunStep run={props.run} />
  return <ResultStep run={props.run} />
}
