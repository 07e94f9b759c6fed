import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type Tone = 'gray' | 'accent' | 'green' | 'amber' | 'red' | 'violet'

/** A short state in words; the colour and the icon only repeat what the words say. */
export function Badge(props: {
  /** A dot of the tone before plain words: the quietest of the three looks. */
  dot?: boolean
  tone?: Tone
  icon?: Icon
  /** Without the tinted ground: for long lists, where a column of blocks would shout. */
  bare?: boolean
  title?: string
  children: ReactNode
}) {
  const tone = props.tone ?? 'gray'
  const Mark = props.icon
  const names = [styles.badge, tone === 'gray' ? '' : styles[tone], props.bare === true ? styles.bare : '']
  if (props.dot === true) {
    return (
      <span className={`${styles.dotted} ${tone === 'gray' ? '' : styles[tone]}`}>
        <span className="clip">{props.children}</span>
      </span>
    )
  }
  return (
    <span className={names.filter(Boolean).join(' ')} title={props.title}>
      {Mark === undefined ? null : <Mark size={14} stroke={1.9} aria-hidden />}
      <span className="clip">{props.children}</span>
    </span>
  )
}
