import { Button } from '@mantine/core'
import type { CaseCard } from '../../../src/cases/contract.ts'
import type { CaseCommand } from '../../../src/cases/states.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { AnswerEditor } from './answer-editor.tsx'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'

type Answer = CaseCard['answers'][number]
type OnAct = (command: CaseCommand, about?: string) => void

const tones: Partial<Record<Answer['state'], Tone>> = {
  review: 'violet',
  approved: 'violet',
  sent: 'green',
  published: 'green',
}

/** The commands that are about one answer, by the state in which it waits for them. */
const commandsOf: Partial<Record<Answer['state'], readonly CaseCommand[]>> = {
  draft: ['draft-answer', 'submit-answer'],
  review: ['approve-answer', 'return-answer'],
  approved: ['deliver-answer', 'return-answer'],
}

/** Answers with how far each is; the one under the pen stands in its place. */
export function AnswersSection(props: {
  card: CaseCard
  /** The answer being written: an id, or null for a new one. */
  editing: { answerId: string | null } | null
  onAct: OnAct
  onDone: () => void
}) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const { card, editing } = props
  const mayDraft = card.allowed.some((verdict) => verdict.command === 'draft-answer' && verdict.allowed)
  return (
    <Section title={t(card.answers.length > 1 ? 'answers' : 'answer')}>
      {card.answers.map((answer) =>
        editing?.answerId === answer.id ? (
          <AnswerEditor key={answer.id} card={card} answer={answer} onDone={props.onDone} />
        ) : (
          <AnswerView key={answer.id} card={card} answer={answer} onAct={props.onAct} />
        ),
      )}
      {editing?.answerId === null ? <AnswerEditor card={card} answer={null} onDone={props.onDone} /> : null}
      {card.answers.length > 0 || editing !== null ? null : (
        <p className="quiet">
          {t('noAnswer')}{' '}
          {mayDraft ? (
            <Button variant="subtle" size="compact-sm" onClick={() => props.onAct('draft-answer')}>
              {names('command.draft-answer')}
            </Button>
          ) : null}
        </p>
      )}
    </Section>
  )
}

function AnswerView(props: { card: CaseCard; answer: Answer; onAct: OnAct }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { card, answer } = props
  const commands = (commandsOf[answer.state] ?? []).filter((command) =>
    card.allowed.some((verdict) => verdict.command === command && verdict.allowed),
  )
  const told = [
    t('answerBy', { name: answer.author }),
    answer.approver === null ? null : t('approvedBy', { name: answer.approver }),
    answer.deliveredAt === null ? null : t('deliveredAt', { at: when.short(answer.deliveredAt) }),
    answer.deliveryNote,
    answer.promisedOn === null ? null : t('promised', { at: when.day(answer.promisedOn) }),
  ]
  return (
    <article className={styles.answer}>
      <div className={styles.submissionHead}>
        <Badge tone={tones[answer.state] ?? 'gray'}>{t(`answer.${answer.state}`)}</Badge>
        <span>{t(`answer.${answer.kind}`)}</span>
        {answer.outcome === null ? null : <span>{names(`outcome.${answer.outcome}`)}</span>}
        <span className="figures">{when.short(answer.createdAt)}</span>
      </div>
      <p className={`${styles.answerText} received`}>{answer.text ?? answer.maskedText}</p>
      <p className="small quiet">{told.filter(Boolean).join(' · ')}</p>
      {answer.remarks === null ? null : (
        <Notice tone="amber">{t('remarks', { text: answer.remarks })}</Notice>
      )}
      {commands.length === 0 ? null : (
        <div className={styles.headLine}>
          {commands.map((command) => (
            <Button
              key={command}
              variant="subtle"
              size="compact-sm"
              onClick={() => props.onAct(command, answer.id)}
            >
              {command === 'draft-answer' ? t('edit') : names(`command.${command}`)}
            </Button>
          ))}
        </div>
      )}
    </article>
  )
}
