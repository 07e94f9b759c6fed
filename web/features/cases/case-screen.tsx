import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { type News, useLive } from '../../app/live.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { AnswersSection } from './answers-section.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import type { CaseAction } from './case-actions.tsx'
import { CaseHead } from './case-head.tsx'
import { caseQuery } from './case-queries.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { CommandDialog, type DialogCommand } from './commands/command-dialog.tsx'
import { refreshCase } from './commands/use-command.ts'
import { DeadlinesPanel } from './deadlines-panel.tsx'
import { EraseDialog } from '../residents/erase-dialog.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { HistorySection } from './history-section.tsx'
import { NearPanel } from './repeats/near-panel.tsx'
import { NotesSection } from './notes-section.tsx'
import { ProposalPanel } from './proposal-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'
import { SubmissionsSection } from './submissions-section.tsx'

/** Everything about one case, and what may be done with it. */
export function CaseScreen() {
  const centre = useCentre()
  const { id } = useParams({ from: '/signed-in/$centre/cases/$id' })
  const card = useQuery(caseQuery(centre.slug, id))
  useFollowing(centre.slug, card.data)
  if (card.data !== undefined) return <CaseCardScreen key={id} card={card.data} />
  if (card.isError) return <ErrorState error={card.error} onRetry={() => void card.refetch()} />
  return <LoadingState />
}

/** What is being done on the card: a dialog of a command, or an answer under the pen (`null`: a new one). */
type Doing =
  | { dialog: DialogCommand | 'attach' | 'erase'; about?: string }
  | { answerId: string | null }
  | null

function CaseCardScreen({ card }: { card: CaseCard }) {
  const [doing, setDoing] = useState<Doing>(null)
  const stop = () => setDoing(null)
  const onAct = (action: CaseAction, about?: string) => {
    if (action === 'draft-answer') setDoing({ answerId: about ?? draftOf(card) })
    else setDoing({ dialog: action, ...(about === undefined ? {} : { about }) })
  }
  const dialog = doing !== null && 'dialog' in doing ? doing : null
  return (
    <div className={styles.screen}>
      <div className={styles.work}>
        <CaseHead card={card} onAct={onAct} />
        <div className={styles.sections}>
          <SubmissionsSection card={card} />
          <AnswersSection
            card={card}
            editing={doing !== null && 'answerId' in doing ? doing : null}
            onAct={onAct}
            onDone={stop}
          />
          <NotesSection card={card} onAct={onAct} />
          <HistorySection id={card.id} />
        </div>
      </div>
      <aside className={styles.inspector}>
        <DeadlinesPanel card={card} onAct={onAct} />
        <FactsPanel card={card} onAct={onAct} />
        <NearPanel card={card} />
        <ProposalPanel card={card} />
        <SourcesPanel card={card} />
      </aside>
      {dialog === null ? null : dialog.dialog === 'attach' ? (
        <AttachDialog card={card} onClose={stop} />
      ) : dialog.dialog === 'erase' ? (
        <EraseDialog caseId={card.id} number={card.number} onClose={stop} />
      ) : (
        <CommandDialog command={dialog.dialog} subject={card} about={dialog.about} onClose={stop} />
      )}
    </div>
  )
}

function draftOf(card: CaseCard): string | null {
  return card.answers.findLast((answer) => answer.state === 'draft')?.id ?? null
}

/** Milliseconds in which the answer to one's own command has come back. */
const patience = 1200

/** Reads the card anew when a colleague changed the case, and says so. */
function useFollowing(centre: string, card: CaseCard | undefined): void {
  const t = useWords(caseWords)
  const queries = useQueryClient()
  const seen = useRef(card)
  useEffect(() => {
    seen.current = card
  })
  const hear = useCallback(
    (news: News) => {
      if (news.caseId !== seen.current?.id) return
      // One's own command is heard of before its answer has come back: only what is still unknown a moment later is news.
      setTimeout(() => {
        const known = seen.current
        if (known === undefined || news.caseId !== known.id) return
        const isChanged = news.rev > known.revision
        void refreshCase(queries, centre, known.id).then(
          () => isChanged && notifications.show({ message: t('changedElsewhere') }),
          () => {},
        )
      }, patience)
    },
    [queries, centre, t],
  )
  useLive(centre, hear)
}
