import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CalendarEntry } from '../../../src/reports/contract.ts'
import { Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useWords } from '../../ui/words.ts'
import { calendarWords } from './calendar-words.ts'
import { EntryRow } from './entry-row.tsx'
import { groupBy } from './group-by.ts'
import styles from './reports.module.css'

/** Reports due in a month in their order; summaries of single days stand together. */
export function MonthSection(props: { month: string; entries: readonly CalendarEntry[] }) {
  const language = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru-RU', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const name = format.format(new Date(`${props.month}-01T00:00:00Z`)).replace(/ г\.$/, '')
  const daily = props.entries.filter(({ every }) => every === 'day')
  const others = props.entries.filter(({ every }) => every !== 'day')
  return (
    <Section title={name.charAt(0).toLocaleUpperCase(language) + name.slice(1)} card>
      {others.length === 0 ? null : (
        <ul className={styles.entries}>
          {others.map((entry) => (
            <EntryRow key={`${entry.code}/${entry.period}`} entry={entry} />
          ))}
        </ul>
      )}
      {groupBy(daily, ({ code }) => code).map(([code, entries]) => (
        <DailyRows key={code} entries={entries} />
      ))}
    </Section>
  )
}

const isDone = ({ status }: CalendarEntry) => status === 'done' || status === 'done-late'
const isLate = ({ status }: CalendarEntry) => status === 'late' || status === 'missing'

function DailyRows(props: { entries: readonly CalendarEntry[] }) {
  const t = useWords(calendarWords)
  const [opened, list] = useDisclosure(false)
  const [first] = props.entries
  const done = props.entries.filter(isDone).length
  const late = props.entries.filter(isLate).length
  return (
    <>
      <div className={styles.daily}>
        <span className={styles.entryName}>{first?.name}</span>
        <span className="quiet">
          {t('daily', { count: props.entries.length })}: {t('dailyDone', { done, late })}
        </span>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={list.toggle}
          aria-expanded={opened}
          aria-label={`${t(opened ? 'hide' : 'show')}: ${first?.name ?? ''}`}
        >
          {t(opened ? 'hide' : 'show')}
        </Button>
      </div>
      {opened ? (
        <ul className={styles.entries}>
          {props.entries.map((entry) => (
            <EntryRow key={entry.period} entry={entry} />
          ))}
        </ul>
      ) : null}
    </>
  )
}
