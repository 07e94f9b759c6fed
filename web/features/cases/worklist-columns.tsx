import { IconUrgent } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CaseSummary } from '../../../src/cases/contract.ts'
import type { CaseState } from '../../../src/cases/states.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { DueOfCase } from './due-badge.tsx'
import { LikePill } from './repeats/like-badge.tsx'
import styles from './worklist.module.css'
import { worklistWords } from './worklist-words.ts'

const stateTones: Partial<Record<CaseState, Tone>> = {
  registered: 'accent',
  in_work: 'amber',
  in_review: 'violet',
  approved: 'violet',
  answered: 'green',
  closed: 'green',
}

/** The state of a case in words, tinted where somebody is waiting for something. */
export function StateBadge(props: { state: CaseState; solid?: boolean }) {
  const names = useWords(caseNames)
  return (
    <Badge tone={stateTones[props.state] ?? 'gray'} dot={props.solid !== true}>
      {names(`state.${props.state}`)}
    </Badge>
  )
}

/** Place in one line: settlement, street, house. */
export function tellPlace(line: Pick<CaseSummary, 'settlement' | 'street' | 'house'>): string {
  const address = [line.street, line.house].filter(Boolean).join(', ')
  return [line.settlement?.name, address].filter(Boolean).join(', ')
}

/** Who has the case in hand: the person, else the organisation, else the block. */
export function tellExecutor(line: Pick<CaseSummary, 'assignee' | 'organisation'>): string {
  return line.assignee?.name ?? line.organisation?.name ?? ''
}

function Gist(props: { line: CaseSummary }) {
  const t = useWords(worklistWords)
  const { line } = props
  return (
    <>
      {line.emergency ? (
        <IconUrgent
          size={16}
          stroke={1.9}
          className={styles.urgent ?? ''}
          aria-label={t('emergencyMark')}
          role="img"
        />
      ) : null}
      {line.like === null ? null : <LikePill like={line.like} />}
      <span className={styles.gist} title={line.gist}>
        {line.gist}
      </span>
      {line.voices > 1 ? <span className={styles.voices}>{t('voices', { count: line.voices })}</span> : null}
    </>
  )
}

/** The columns of the worklist, widest words last to give way. */
export function useWorklistColumns(): Column<CaseSummary>[] {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const when = useWhen()
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('number'),
        width: '122px',
        cell: (line) => <span className={`${styles.number} figures`}>{line.number}</span>,
      },
      {
        key: 'due',
        title: t('due'),
        width: '166px',
        cell: (line) => <DueOfCase line={line} />,
      },
      {
        key: 'state',
        title: t('state'),
        width: '158px',
        cell: (line) => <StateBadge state={line.state} />,
      },
      { key: 'gist', title: t('gist'), width: 'minmax(180px, 2.4fr)', cell: (line) => <Gist line={line} /> },
      {
        key: 'topic',
        title: t('topic'),
        width: 'minmax(110px, 1.1fr)',
        cell: (line) => {
          const topic = line.topic?.name ?? line.topicGroup?.name
          return topic === undefined ? (
            <span className={styles.missing}>{t('noTopic')}</span>
          ) : (
            <span className={styles.soft} title={topic}>
              {topic}
            </span>
          )
        },
      },
      {
        key: 'executor',
        title: t('executor'),
        width: 'minmax(110px, 1fr)',
        cell: (line) => {
          const executor = tellExecutor(line)
          return executor === '' ? (
            <span className={styles.missing}>{t('unassigned')}</span>
          ) : (
            <span
              className={styles.soft}
              title={[line.organisation?.name, line.assignee?.name].filter(Boolean).join(' · ')}
            >
              {executor}
            </span>
          )
        },
      },
      {
        key: 'received',
        title: t('received'),
        width: '92px',
        cell: (line) => (
          <span className={`${styles.soft} figures`} title={names(`channel.${line.channel}`)}>
            {when.short(line.receivedAt)}
          </span>
        ),
      },
    ],
    [t, names, when],
  )
}

/** A line of the worklist on a narrow screen. */
export function WorklistCard(props: { line: CaseSummary }) {
  const t = useWords(worklistWords)
  const names = useWords(caseNames)
  const { line } = props
  const topic = line.topic?.name ?? line.topicGroup?.name ?? t('noTopic')
  return (
    <>
      <div className={styles.cardTop}>
        <span className={`${styles.number} figures`}>{line.number}</span>
        <DueOfCase line={line} />
      </div>
      <div className="clip">
        <Gist line={line} />
      </div>
      <div className={`${styles.cardMeta} clip`}>
        {names(`state.${line.state}`)} · {topic} · {tellExecutor(line) || t('unassigned')}
      </div>
    </>
  )
}
