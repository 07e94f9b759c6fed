import { Button } from '@mantine/core'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { DueBadge } from './due-badge.tsx'

type Deadline = CaseCard['deadlines'][number]

/** All deadlines of the case; each explains itself step by step. */
export function DeadlinesPanel(props: { card: CaseCard; onAct: (command: 'extend', about: string) => void }) {
  const t = useWords(caseWords)
  const { card } = props
  const mayExtend = card.allowed.some((verdict) => verdict.command === 'extend' && verdict.allowed)
  return (
    <Section title={t('deadlines')}>
      {card.deadlines.length === 0 ? <p className="quiet">{t('noDeadlines')}</p> : null}
      <ul>
        {card.deadlines.map((deadline) => (
          <DeadlineView
            key={deadline.id}
            deadline={deadline}
            onExtend={
              mayExtend && deadline.mayExtendBy > 0 && deadline.state === 'running'
                ? () => props.onAct('extend', deadline.id)
                : null
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function DeadlineView({ deadline, onExtend }: { deadline: Deadline; onExtend: (() => void) | null }) {
  const t = useWords(caseWords)
  const when = useWhen()
  const told = [
    deadline.legalOn === null ? null : t('legalOn', { at: when.day(deadline.legalOn) }),
    deadline.legalOn === null || deadline.legalOn === deadline.controlOn
      ? null
      : t('controlOn', { at: when.day(deadline.controlOn) }),
    deadline.stoppedAt === null ? null : t('stoppedAt', { at: when.short(deadline.stoppedAt) }),
  ].filter(Boolean)
  return (
    <li className={styles.deadline}>
      <div className={styles.deadlineHead}>
        <h3>{deadline.name}</h3>
        <DueBadge at={deadline.dueAt} status={deadline.status} solid />
      </div>
      {told.length === 0 ? null : <p className="small quiet">{told.join(' · ')}</p>}
      <details className={styles.fold}>
        <summary>{t('whyThisDate')}</summary>
        <ol className={styles.steps}>
          {deadline.steps.map((step) => (
            <li key={`${step.rule} ${step.text}`}>{step.text}</li>
          ))}
        </ol>
        <p className="small quiet">{t('startedAt', { at: when.full(deadline.startedAt) })}</p>
        {deadline.pauses.map((pause) => (
          <p key={pause.from} className="small quiet">
            {pause.to === null
              ? t('pausedFrom', { from: when.short(pause.from) })
              : t('pausedFromTo', { from: when.short(pause.from), to: when.short(pause.to) })}
            {pause.why === '' ? '' : ` · ${pause.why}`}
          </p>
        ))}
        {deadline.extensions.map((extension) => (
          <p key={extension.at} className="small quiet">
            {t('extendedBy', { count: extension.days })} · {extension.why}
          </p>
        ))}
        {deadline.provisional ? <p className="small">{t('provisional')}</p> : null}
        {deadline.basis === null ? null : (
          <p className="small quiet">{t('basis', { text: deadline.basis })}</p>
        )}
      </details>
      {onExtend === null ? null : (
        <Button variant="subtle" size="compact-xs" onClick={onExtend} mt={2}>
          {t('extend')}
        </Button>
      )}
    </li>
  )
}
