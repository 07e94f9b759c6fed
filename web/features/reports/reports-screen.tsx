import { ActionIcon, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarEvent, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCentre } from '../../app/centre-context.ts'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { groupBy } from './group-by.ts'
import { MonthSection } from './month-section.tsx'
import { NewReportDialog } from './new-report-dialog.tsx'
import { OthersSection } from './others-section.tsx'
import { OwedSection } from './owed-section.tsx'
import { calendarQuery } from './report-queries.ts'
import styles from './reports.module.css'
import { quarterAfter, quarterOf } from './reports-search.ts'

const romans = ['I', 'II', 'III', 'IV']

/** What is due, late, in preparation and done in a quarter, month by month. */
export function ReportsScreen() {
  const t = useWords(calendarWords)
  const when = useWhen()
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/reports' })
  const present = quarterOf(when.today())
  const quarter = search.quarter ?? present
  const calendar = useQuery({ ...calendarQuery(centre.slug, quarter), placeholderData: keepPreviousData })
  const [asking, dialog] = useDisclosure(false)
  const { data } = calendar
  const go = (next: string) =>
    void navigate({
      to: '/$centre/reports',
      params: centre.params,
      search: { quarter: next === present ? undefined : next },
      replace: true,
    })
  const [year = '', number = '1'] = quarter.split('-Q')
  const body = () => {
    if (data === undefined)
      return calendar.isError ? (
        <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : (
        <LoadingState />
      )
    if (data.kinds.length === 0)
      return <EmptyState title={t('noReports')} hint={t('noReportsHint')} icon={IconCalendarEvent} />
    const months = groupBy(data.entries, (entry) => (entry.due?.on ?? entry.to).slice(0, 7))
    return (
      <>
        {data.owed.length === 0 ? null : <OwedSection owed={data.owed} />}
        {months.length === 0 ? (
          <EmptyState title={t('empty')} hint={t('emptyHint')} icon={IconCalendarEvent} />
        ) : (
          months.map(([month, entries]) => <MonthSection key={month} month={month} entries={entries} />)
        )}
        <Section title={t('others')} card>
          <OthersSection reports={data.others} />
        </Section>
      </>
    )
  }
  return (
    <Page
      title={t('title')}
      actions={
        data?.kinds.some(({ mayDraft }) => mayDraft) === true ? (
          <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={dialog.open}>
            {t('newReport')}
          </Button>
        ) : undefined
      }
    >
      <nav className={styles.quarter} aria-label={t('title')}>
        <ActionIcon variant="default" aria-label={t('before')} onClick={() => go(quarterAfter(quarter, -1))}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">
          {t('quarter', { number: romans[Number(number) - 1] ?? number, year })}
        </strong>
        <ActionIcon variant="default" aria-label={t('after')} onClick={() => go(quarterAfter(quarter, 1))}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        {quarter === present ? null : (
          <Button variant="subtle" onClick={() => go(present)}>
            {t('present')}
          </Button>
        )}
      </nav>
      {body()}
      {asking && data !== undefined ? <NewReportDialog kinds={data.kinds} onClose={dialog.close} /> : null}
    </Page>
  )
}
