import type { ReportLine } from '../../../src/reports/contract.ts'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { ReportLink } from './entry-row.tsx'
import styles from './reports.module.css'
import { StateBadge } from './status-badge.tsx'

/** Reports that stand outside the calendar, newest first. */
export function OthersSection(props: { reports: readonly ReportLine[] }) {
  const t = useWords(calendarWords)
  const when = useWhen()
  if (props.reports.length === 0) return <p className="quiet">{t('noOthers')}</p>
  return (
    <ul className={styles.entries}>
      {props.reports.map((report) => (
        <li key={report.id} className={styles.entry}>
          <span className={`${styles.entryDue} figures`}>
            {report.dueAt === null ? (
              <span className="quiet">{t('noDue')}</span>
            ) : (
              <strong>{when.date(report.dueAt)}</strong>
            )}
          </span>
          <span className={styles.entryWhat}>
            <ReportLink id={report.id} label={`${report.name}, ${report.periodWords}`}>
              {report.name}
            </ReportLink>
            <span className="quiet">
              {report.periodWords}
              {report.version > 1 ? `, ${t('version', { version: report.version })}` : ''}
            </span>
          </span>
          <StateBadge state={report.state} />
          <span className={styles.entryAct} />
        </li>
      ))}
    </ul>
  )
}
