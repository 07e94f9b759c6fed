import { Anchor } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NearCaseLine } from '../../../../src/cases/contract.ts'
import { useCentre } from '../../../app/centre-context.ts'
import { useWhen } from '../../../ui/when.ts'
import { useWords } from '../../../ui/words.ts'
import { StateBadge, tellPlace } from '../worklist-columns.tsx'
import { nearWords } from './near-words.ts'
import styles from './near.module.css'
import { tellLikeness } from './tell-likeness.ts'

/** Near cases under one another: number and state, the masked gist, why it is offered, and what may be done. */
export function NearList(props: {
  lines: readonly NearCaseLine[]
  /** Cases open in a new tab where something typed would be lost. */
  apart?: boolean
  actions: (line: NearCaseLine) => ReactNode
}) {
  const t = useWords(nearWords)
  return (
    <ul className={styles.list} aria-label={t('list')}>
      {props.lines.map((line) => (
        <li key={line.case.id} className={styles.item}>
          <NearItem line={line} apart={props.apart === true} />
          <div className={styles.actions}>{props.actions(line)}</div>
        </li>
      ))}
    </ul>
  )
}

function NearItem({ line, apart }: { line: NearCaseLine; apart: boolean }) {
  const t = useWords(nearWords)
  const when = useWhen()
  const centre = useCentre()
  const { case: near, likeness } = line
  const { number } = near
  const told = [
    tellPlace(near),
    t('received', { at: when.short(near.receivedAt) }),
    near.voices > 1 ? t('voices', { count: near.voices }) : '',
  ]
  return (
    <>
      <div className={styles.top}>
        <Anchor
          size="sm"
          fw={500}
          className="figures"
          renderRoot={(root) => (
            <Link
              to="/$centre/cases/$id"
              params={{ ...centre.params, id: near.id }}
              {...root}
              {...(apart ? { target: '_blank', rel: 'noopener', 'aria-label': t('open', { number }) } : {})}
            >
              {number}
              {apart ? (
                <IconExternalLink size={13} stroke={1.7} aria-hidden className={styles.apart} />
              ) : null}
            </Link>
          )}
        />
        <StateBadge state={near.state} />
      </div>
      {near.gist === '' ? null : <p className={styles.gist}>{near.gist}</p>}
      <p className={styles.why}>{tellLikeness(likeness, t).join(' · ')}</p>
      <p className="small quiet">{told.filter(Boolean).join(' · ')}</p>
    </>
  )
}
