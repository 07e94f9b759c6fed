import { Button } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import type { RevealedSubmission } from '../../../src/residents/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { RevealDialog } from '../residents/reveal-dialog.tsx'
import { RevealedData } from '../residents/revealed-data.tsx'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'

type Submission = CaseCard['submissions'][number]

/** What was told, masked; the whole of it only by permission and with a purpose, and only until one leaves the card. */
export function SubmissionsSection({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  const centre = useCentre()
  const [asking, setAsking] = useState(false)
  const [revealed, setRevealed] = useState<RevealedSubmission[] | null>(null)
  const erased = card.submissions.every((submission) => submission.erasedAt !== null)
  const mayReveal = centre.may('resident.reveal') && !erased
  return (
    <Section
      title={t('received')}
      aside={
        !mayReveal ? null : revealed === null ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconEye size={15} stroke={1.7} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('reveal')}
          </Button>
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconEyeOff size={15} stroke={1.7} aria-hidden />}
            onClick={() => setRevealed(null)}
          >
            {t('hide')}
          </Button>
        )
      }
    >
      {card.submissions.map((submission) => (
        <SubmissionView
          key={submission.id}
          submission={submission}
          alone={card.submissions.length === 1}
          revealed={revealed?.find((one) => one.submissionId === submission.id) ?? null}
        />
      ))}
      {asking ? (
        <RevealDialog
          caseId={card.id}
          number={card.number}
          onRevealed={setRevealed}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  )
}

function SubmissionView(props: {
  submission: Submission
  alone: boolean
  revealed: RevealedSubmission | null
}) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { submission, revealed } = props
  const channel = names(`channel.${submission.channel}` as 'channel.pos')
  return (
    <article className={styles.submission}>
      <div className={styles.submissionHead}>
        {props.alone ? null : <Badge>{t(`submission.${submission.kind}`)}</Badge>}
        <span>{[channel, submission.network].filter(Boolean).join(', ')}</span>
        <span className="figures">{when.full(submission.receivedAt)}</span>
        {submission.externalId === null ? null : <span className="figures">№ {submission.externalId}</span>}
        {submission.erasedAt === null ? (
          <span>{t(submission.hasContacts ? 'hasContacts' : 'noContacts')}</span>
        ) : null}
      </div>
      {submission.erasedAt !== null ? (
        <Notice tone="gray">{t('erased', { at: when.day(submission.erasedAt) })}</Notice>
      ) : (
        <p className={`${styles.words} received`}>
          {revealed?.words ?? (submission.maskedText === '' ? t('emptyText') : submission.maskedText)}
        </p>
      )}
      {revealed === null ? null : <RevealedData data={revealed} />}
    </article>
  )
}
