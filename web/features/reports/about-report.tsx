import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type Delivery,
  downloadReport,
  markReportRead,
  type ReportView,
} from '../../../src/reports/contract.ts'
import { addressOf, call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Fact, Facts, Section } from '../../ui/page.tsx'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { AcknowledgeDialog } from './delivery-dialogs.tsx'
import { ReportLink } from './entry-row.tsx'
import { reportQuery } from './report-queries.ts'
import { reportWords } from './report-words.ts'
import styles from './reports.module.css'
import { StateBadge } from './status-badge.tsx'

/** What stands beside a report: its term, files, handing over, readers, versions. */
export function AboutReport({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const when = useWhen()
  const { due } = report
  return (
    <aside className={styles.about} aria-label={t('about')}>
      <Section title={t('about')} card>
        <Facts>
          <Fact name={t('due')}>
            {due === null ? (
              t('noDue')
            ) : (
              <details>
                <summary aria-label={`${when.full(due.at)}. ${t('dueWhy')}`}>{when.full(due.at)}</summary>
                <ul className={styles.steps}>
                  {due.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
              </details>
            )}
          </Fact>
          <Fact name={t('to')}>{report.addressees.join(', ')}</Fact>
          {report.contents.length === 0 ? null : (
            <Fact name={t('contents')}>{report.contents.join('; ')}</Fact>
          )}
          <Fact name={t('basis')}>{report.basis}</Fact>
          <Fact name={t('asOf')}>{report.asOf === null ? null : when.full(report.asOf)}</Fact>
          {report.number === null || report.approvedOn === null ? null : (
            <Fact name={t('number')}>
              {t('ofDay', { number: report.number, day: when.day(report.approvedOn) })}
            </Fact>
          )}
          {report.state === 'review' ? <Fact name={t('sentBy')}>{report.sentForReviewBy}</Fact> : null}
          {report.approvedBy === null ? null : <Fact name={t('approved')}>{report.approvedBy}</Fact>}
        </Facts>
      </Section>
      <Files report={report} />
      <Deliveries report={report} />
      <Readers report={report} />
      {report.versions.length > 1 ? (
        <Section title={t('versions')} card>
          <ul className={styles.plain}>
            {report.versions.map((one) => (
              <li key={one.id}>
                <ReportLink id={one.id} label={t('version', { version: one.version })}>
                  {t('version', { version: one.version })}
                </ReportLink>{' '}
                <StateBadge state={one.state} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </aside>
  )
}

function Files({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const centre = useCentre()
  if (report.files.length === 0) return null
  const isFrozen = report.number !== null
  return (
    <Section title={t('files')} card>
      <ul className={styles.plain}>
        {report.files.map(({ format, name, digest }) => (
          <li key={format}>
            <a
              href={addressOf(downloadReport, { ...centre.params, id: report.id, format })}
              download={name}
              aria-label={t('download', { format: format.toUpperCase() })}
            >
              {format.toUpperCase()}
            </a>{' '}
            {isFrozen ? (
              <span className={`${styles.digest} quiet small`} title={digest ?? ''}>
                {digest === null ? t('making') : digest.slice(0, 16)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t(isFrozen ? 'keptFiles' : 'draftFiles')}</p>
    </Section>
  )
}

function Deliveries({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  if (report.number === null) return null
  return (
    <Section title={t('deliveries')} card>
      {report.deliveries.length === 0 ? <p>{t('noDeliveries')}</p> : null}
      <ul className={styles.plain}>
        {report.deliveries.map((one) => (
          <DeliveryLine key={one.id} report={report} delivery={one} />
        ))}
      </ul>
      <p className="quiet small">{t('deliveriesHint')}</p>
    </Section>
  )
}

function DeliveryLine({ report, delivery }: { report: ReportView; delivery: Delivery }) {
  const t = useWords(reportWords)
  const when = useWhen()
  const [asking, dialog] = useDisclosure(false)
  const mayNote = report.allowed.some(({ action, allowed }) => action === 'deliver' && allowed)
  return (
    <li>
      <p>
        {delivery.recipient}, {delivery.way}, {when.full(delivery.deliveredAt)}
      </p>
      {delivery.note === null ? null : <p className="quiet">{delivery.note}</p>}
      {delivery.acknowledgedAt === null ? (
        mayNote ? (
          <Button variant="subtle" size="compact-xs" onClick={dialog.open}>
            {t('acknowledge')}
          </Button>
        ) : null
      ) : (
        <p className="quiet">
          {t('acknowledged', { at: when.full(delivery.acknowledgedAt) })}
          {delivery.acknowledgedNote === null ? '' : ` (${delivery.acknowledgedNote})`}
        </p>
      )}
      {asking ? <AcknowledgeDialog report={report} delivery={delivery} onClose={dialog.close} /> : null}
    </li>
  )
}

function Readers({ report }: { report: ReportView }) {
  const t = useWords(reportWords)
  const when = useWhen()
  const centre = useCentre()
  const queries = useQueryClient()
  const read = useMutation({
    mutationFn: () => call(markReportRead, { params: { ...centre.params, id: report.id }, body: {} }),
    onSuccess: (next) => queries.setQueryData(reportQuery(centre.slug, report.id).queryKey, next),
  })
  return (
    <Section title={t('readers')} card>
      {report.readings.length === 0 ? <p className="quiet">{t('noReaders')}</p> : null}
      <ul className={styles.plain}>
        {report.readings.map(({ name, at }) => (
          <li key={name}>
            {name} <span className="quiet">{when.short(at)}</span>
          </li>
        ))}
      </ul>
      {report.isRead || report.content === null ? null : (
        <div>
          <Button variant="default" size="compact-sm" loading={read.isPending} onClick={() => read.mutate()}>
            {t('markRead')}
          </Button>
        </div>
      )}
      <ErrorNotice error={read.error} />
    </Section>
  )
}
