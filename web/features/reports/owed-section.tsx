import type { ResponseOf } from '../../../src/platform/http/route.ts'
import type { readReportCalendar } from '../../../src/reports/contract.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { ReportLink } from './entry-row.tsx'
import styles from './reports.module.css'

/** Texts that are waited for from this very person. */
export function OwedSection(props: { owed: ResponseOf<typeof readReportCalendar>['owed'] }) {
  const t = useWords(calendarWords)
  const when = useWhen()
  return (
    <Section title={t('owed')} card>
      <ul className={styles.owed}>
        {props.owed.map((one) => (
          <li key={`${one.reportId}/${one.slot}`}>
            <ReportLink id={one.reportId} label={`${one.slot}: ${one.reportName}, ${one.periodWords}`}>
              {one.slot}
            </ReportLink>{' '}
            <span className="quiet">
              {one.reportName}, {one.periodWords}
              {one.dueAt === null ? '' : `, ${t('owedBy', { due: when.short(one.dueAt) })}`}
              {one.required ? `, ${t('required')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
