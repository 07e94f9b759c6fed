import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type Moment = {
  key: string
  when: string
  title: ReactNode
  by?: string
  body?: ReactNode
  icon?: Icon
  tone?: 'accent' | 'green' | 'red' | 'amber'
}

/** What happened, one line each, in the order given. */
export function Timeline(props: { label: string; moments: readonly Moment[] }) {
  return (
    <ol className={styles.line} aria-label={props.label}>
      {props.moments.map((moment) => {
        const Mark = moment.icon
        return (
          <li key={moment.key} className={styles.moment}>
            <span className={`${styles.dot} ${moment.tone ? styles[moment.tone] : ''}`} aria-hidden>
              {Mark === undefined ? null : <Mark size={13} stroke={1.9} />}
            </span>
            <div className={styles.told}>
              <p>
                <span className={styles.title}>{moment.title}</span>
                {moment.by === undefined ? null : <span className="quiet"> · {moment.by}</span>}
              </p>
              {moment.body === undefined || moment.body === null ? null : (
                <div className={styles.body}>{moment.body}</div>
              )}
            </div>
            <time className={`${styles.when} figures`}>{moment.when}</time>
          </li>
        )
      })}
    </ol>
  )
}
