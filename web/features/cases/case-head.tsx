import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconBolt, IconUrgent } from '@tabler/icons-react'
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { AwaitedStep, type CaseAction, CaseActions } from './case-actions.tsx'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { DueBadge, PromiseBadge } from './due-badge.tsx'
import { LikeBadge } from './repeats/like-badge.tsx'
import { StateBadge } from './worklist-columns.tsx'

/** Number, state, deadline and what comes next: stays in sight while the card scrolls. */
export function CaseHead(props: { card: CaseCard; onAct: (action: CaseAction) => void }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { card } = props
  useEffect(() => {
    document.title = `${card.number} · Отклик`
  }, [card.number])
  const told = [
    names(`regime.${card.regime}`),
    card.subtype === null ? null : names(`subtype.${card.subtype}`),
    card.nature === null ? null : names(`nature.${card.nature}`),
    names(`channel.${card.channel}`),
    `${t('receivedAt').toLowerCase()} ${when.short(card.receivedAt)}`,
  ]
  return (
    <div className={styles.head}>
      <div className={styles.headLine}>
        <BackToList />
        <h1 className="figures">{card.number}</h1>
        <StateBadge state={card.state} solid />
      </div>
      <div className={styles.under}>
        {card.due === null ? null : <DueBadge at={card.due.at} status={card.due.status} solid />}
        {card.state === 'postponed' && card.promisedOn !== null ? (
          <PromiseBadge on={card.promisedOn} solid />
        ) : null}
        {card.outcome === null ? null : <Badge tone="green">{names(`outcome.${card.outcome}`)}</Badge>}
        {card.emergency ? (
          <Badge tone="red" icon={IconUrgent}>
            {t('emergency')}
          </Badge>
        ) : null}
        {card.fastTrack ? (
          <Badge tone="accent" icon={IconBolt}>
            {t('fastTrack')}
          </Badge>
        ) : null}
        {card.like === null ? null : <LikeBadge like={card.like} />}
        {card.voices > 1 ? <Badge>{t('voices', { count: card.voices })}</Badge> : null}
        <span>{told.filter(Boolean).join(' · ')}</span>
        <AwaitedStep card={card} />
      </div>
      <div className={styles.headActions}>
        <CaseActions card={card} onAct={props.onAct} />
      </div>
    </div>
  )
}

/** Back to the list as it was left; to the plain list when the card was opened by its address. */
function BackToList() {
  const t = useWords(caseWords)
  const centre = useCentre()
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  return (
    <ActionIcon
      aria-label={t('back')}
      title={t('back')}
      onClick={() => {
        if (canGoBack) router.history.back()
        else void navigate({ to: '/$centre/cases', params: centre.params })
      }}
    >
      <IconArrowLeft size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
