import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInbox, IconInfoCircle, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CallError } from '../api.ts'
import { kitWords } from './kit-words.ts'
import styles from './states.module.css'
import { useWords } from './words.ts'

/** Nothing to show: says why and what to do. */
export function EmptyState(props: { title: string; hint?: ReactNode; icon?: Icon; children?: ReactNode }) {
  const Mark = props.icon ?? IconInbox
  return (
    <div className={styles.state}>
      <span className={styles.mark}>
        <Mark size={20} stroke={1.6} aria-hidden />
      </span>
      <p className={styles.title}>{props.title}</p>
      {props.hint === undefined ? null : <p>{props.hint}</p>}
      {props.children === undefined ? null : <div className={styles.actions}>{props.children}</div>}
    </div>
  )
}

/** What happened and what to do, in the words of the server where it has any. */
export function ErrorState(props: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const t = useWords(kitWords)
  const told = tellError(props.error, t)
  const foreseen = props.error instanceof CallError ? props.error.kind : ''
  const titles = { 'not-found': t('notFoundTitle'), forbidden: t('forbiddenTitle') } as Record<string, string>
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.mark} ${styles.wrong}`}>
        <IconAlertTriangle size={20} stroke={1.6} aria-hidden />
      </span>
      <p className={styles.title}>{titles[foreseen] ?? t('errorTitle')}</p>
      <p>{told.message}</p>
      {told.requestId === null ? null : (
        <p className="small quiet">{t('requestId', { id: told.requestId })}</p>
      )}
      <div className={styles.actions}>
        {props.onRetry === undefined ? null : (
          <Button variant="default" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
        {props.children}
      </div>
    </div>
  )
}

/** Waiting for an answer. */
export function LoadingState(props: { label?: string }) {
  const t = useWords(kitWords)
  return (
    <div className={styles.state} role="status">
      <Loader size={22} />
      <p className="quiet">{props.label ?? t('loading')}</p>
    </div>
  )
}

const noticeTones = {
  accent: [styles.notice, IconInfoCircle],
  gray: [`${styles.notice} ${styles.noticeGray}`, IconInfoCircle],
  green: [`${styles.notice} ${styles.noticeGreen}`, IconCircleCheck],
  amber: [`${styles.notice} ${styles.noticeAmber}`, IconAlertTriangle],
  red: [`${styles.notice} ${styles.noticeRed}`, IconAlertTriangle],
} as const

/** A sentence set apart from the text around it; `live` makes a screen reader say it at once. */
export function Notice(props: { tone?: keyof typeof noticeTones; live?: boolean; children: ReactNode }) {
  const [className, Mark] = noticeTones[props.tone ?? 'accent']
  return (
    <div className={className} role={props.live === true ? 'alert' : undefined}>
      <Mark size={17} stroke={1.7} aria-hidden />
      <div className={styles.noticeBody}>{props.children}</div>
    </div>
  )
}

/** The error of a form or of a command, beside the place where it was given; nothing without an error. */
export function ErrorNotice(props: { error: unknown }) {
  const t = useWords(kitWords)
  if (props.error === null || props.error === undefined) return null
  const told = tellError(props.error, t)
  return (
    <Notice tone="red" live>
      <p>{told.message}</p>
      {told.requestId === null ? null : <p className="small">{t('requestId', { id: told.requestId })}</p>}
    </Notice>
  )
}

/** An error in one sentence; a request number only where it is a bug and somebody must look for it. */
export function tellError(
  error: unknown,
  t: (key: 'offline' | 'bug') => string,
): { message: string; requestId: string | null } {
  if (!(error instanceof CallError)) return { message: t('bug'), requestId: null }
  if (error.reason === 'no-connection') return { message: t('offline'), requestId: null }
  return { message: error.message, requestId: error.status >= 500 ? error.requestId : null }
}
