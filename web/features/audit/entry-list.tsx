import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import styles from './journal.module.css'
import { journalWords } from './journal-words.ts'

/** One line of a journal: who, what, and what else there is to say. */
export type EntryLine = { id: string; at: string; actor: string; told: ReactNode; beside: ReactNode }

/** Entries under the day on which they were made, newest first, with a button for earlier ones. */
export function EntryList(props: {
  label: string
  lines: readonly EntryLine[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
}) {
  const t = useWords(journalWords)
  const when = useWhen()
  const days = byDay(props.lines, when.day)
  return (
    <div className={styles.days} role="region" aria-label={props.label}>
      {[...days].map(([day, lines]) => (
        <section key={day} aria-label={day}>
          <h2 className={`${styles.day} figures`}>{day}</h2>
          <ol>
            {lines.map((line) => (
              <li key={line.id} className={styles.entry}>
                <time className={`${styles.time} figures`} dateTime={line.at} title={when.full(line.at)}>
                  {when.time(line.at)}
                </time>
                <span className={styles.actor}>{line.actor}</span>
                <div className={styles.told}>{line.told}</div>
                <div className={styles.beside}>{line.beside}</div>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <div className={styles.foot}>
        <span role="status">{t('shown', { count: props.lines.length })}</span>
        {props.hasMore ? (
          <Button variant="default" loading={props.loadingMore} onClick={props.onMore}>
            {t('more')}
          </Button>
        ) : (
          <span>{t('end')}</span>
        )}
      </div>
    </div>
  )
}

function byDay(lines: readonly EntryLine[], dayOf: (at: string) => string): Map<string, EntryLine[]> {
  const days = new Map<string, EntryLine[]>()
  for (const line of lines) {
    const day = dayOf(line.at)
    const known = days.get(day)
    if (known === undefined) days.set(day, [line])
    else known.push(line)
  }
  return days
}
