import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type CalendarEntry, draftReportRoute } from '../../../src/reports/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { ErrorNotice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import styles from './reports.module.css'
import { StatusBadge } from './status-badge.tsx'

/** One report of the calendar: by when, which, how it stands, and the way in. */
export function EntryRow({ entry }: { entry: CalendarEntry }) {
  const t = useWords(calendarWords)
  const when = useWhen()
  const { due, report } = entry
  const isEndOfDay = due !== null && when.time(due.at) === '23:59'
  return (
    <li className={styles.entry}>
      <span className={`${styles.entryDue} figures`} title={due?.steps.join('\n')}>
        {due === null ? (
          <span className="quiet">{t('noDue')}</span>
        ) : (
          <>
            <strong>{when.date(due.at)}</strong>{' '}
            <span className="quiet">
              {isEndOfDay ? t('dueEnd') : t('dueOn', { time: when.time(due.at) })}
            </span>
          </>
        )}
      </span>
      <span className={styles.entryWhat}>
        {report === null ? (
          <span className={styles.entryName}>{entry.name}</span>
        ) : (
          <ReportLink id={report.id} label={`${entry.name}, ${entry.periodWords}`}>
            {entry.name}
          </ReportLink>
        )}
        <span className="quiet">
          {entry.periodWords}
          {entry.addressees.length === 0 ? '' : `. ${t('to', { names: entry.addressees.join(', ') })}`}
        </span>
      </span>
      <StatusBadge status={entry.status} />
      <span className={styles.entryAct}>
        {report === null && entry.mayDraft ? <BeginButton entry={entry} /> : null}
      </span>
    </li>
  )
}

/** A link to a report's page. */
export function ReportLink(props: { id: string; label: string; children: string }) {
  const centre = useCentre()
  return (
    <Link
      to="/$centre/reports/$id"
      params={{ ...centre.params, id: props.id }}
      className={styles.entryName}
      aria-label={props.label}
    >
      {props.children}
    </Link>
  )
}

function BeginButton({ entry }: { entry: CalendarEntry }) {
  const t = useWords(calendarWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: () =>
      call(draftReportRoute, { params: centre.params, body: { code: entry.code, period: entry.period } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['reports', centre.slug, 'calendar'] })
      void navigate({ to: '/$centre/reports/$id', params: { ...centre.params, id } })
    },
  })
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={begin.isPending}
        aria-label={t('beginNamed', { name: entry.name, period: entry.periodWords })}
        onClick={() => begin.mutate()}
      >
        {t('begin')}
      </Button>
      <ErrorNotice error={begin.error} />
    </>
  )
}
