import { Progress, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReportView } from '../../../src/reports/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { AboutReport } from './about-report.tsx'
import { Figures } from './figures-tab.tsx'
import { Parts } from './parts-tab.tsx'
import { Preview } from './preview-tab.tsx'
import { ReportActions } from './report-actions.tsx'
import { reportQuery } from './report-queries.ts'
import { reportWords } from './report-words.ts'
import styles from './reports.module.css'
import { reportTabs } from './reports-search.ts'
import { StateBadge } from './status-badge.tsx'

/** A report: its texts, its figures, how it will be printed, and what is to be done with it. */
export function ReportScreen() {
  const t = useWords(reportWords)
  const centre = useCentre()
  const { id } = useParams({ from: '/signed-in/$centre/reports/$id' })
  const report = useQuery(reportQuery(centre.slug, id))
  const { data } = report
  if (data === undefined)
    return (
      <Page title={t('back')}>
        {report.isError ? (
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Page>
    )
  return (
    <Page
      title={data.name}
      aside={`${data.periodWords}${data.version > 1 ? `, ${t('version', { version: data.version })}` : ''}`}
      actions={<ReportActions report={data} />}
    >
      <div className={styles.headLine}>
        <Link to="/$centre/reports" params={centre.params}>
          {t('back')}
        </Link>
        <StateBadge state={data.state} />
      </div>
      <Notices report={data} />
      <div className={styles.columns}>
        <Sides report={data} />
        <AboutReport report={data} />
      </div>
    </Page>
  )
}

function Notices({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const counts = report.counting === 'waiting' || report.counting === 'running'
  const told = t('counting', { progress: report.progress })
  return (
    <>
      {counts ? (
        <div role="status">
          <p>{told}</p>
          <Progress mt={6} value={report.progress} aria-label={told} />
        </div>
      ) : null}
      {report.counting === 'failed' ? (
        <Notice tone="red">
          {t('failed')} {report.problem}
        </Notice>
      ) : null}
      {report.state === 'draft' && report.returnedWith !== null ? (
        <Notice tone="amber">{t('returned', { remarks: report.returnedWith })}</Notice>
      ) : null}
      {report.state === 'review' ? <Notice tone="gray">{t('inReview')}</Notice> : null}
      {report.correctionReason === null ? null : (
        <Notice tone="gray">{t('correction', { reason: report.correctionReason })}</Notice>
      )}
      {report.overruled === null ? null : (
        <Notice tone="amber">{t('overruled', { reason: report.overruled })}</Notice>
      )}
    </>
  )
}

function Sides({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const { tab } = useSearch({ from: '/signed-in/$centre/reports/$id' })
  // Whoever does not see the figures of the whole centre writes their part.
  const isPartOnly = report.content === null && report.counting === 'done'
  const first = report.slots.some(({ mayWrite }) => mayWrite) ? 'parts' : 'figures'
  const shown = isPartOnly ? 'parts' : (tab ?? first)
  if (isPartOnly)
    return (
      <div className={styles.side}>
        <Notice tone="gray">{t('notWhole')}</Notice>
        <Parts report={report} empty={t('noOwnParts')} />
      </div>
    )
  return (
    <Tabs
      className={styles.side ?? ''}
      value={shown}
      keepMounted={false}
      onChange={(next) =>
        void navigate({
          to: '/$centre/reports/$id',
          params: { ...centre.params, id: report.id },
          search: { tab: reportTabs.find((one) => one === next) },
          replace: true,
        })
      }
    >
      <Tabs.List aria-label={t('tabs')}>
        {reportTabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="parts" pt="sm">
        <Parts report={report} empty={t('noParts')} />
      </Tabs.Panel>
      <Tabs.Panel value="figures" pt="sm">
        <Figures report={report} />
      </Tabs.Panel>
      <Tabs.Panel value="preview" pt="sm">
        <Preview document={report.document} />
      </Tabs.Panel>
    </Tabs>
  )
}
