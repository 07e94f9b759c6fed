import type { Training } from '../../../src/sorter/contract.ts'
import { Notice } from '../../ui/states.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'

const steps = ['learning', 'comparing', 'learning-all'] as const

/** How the training goes, or why the last one gave nothing; nothing after a good one. */
export function TrainingNotice({ training }: { training: Training | null }) {
  const t = useWords(sorterWords)
  const when = useWhen()
  if (training === null || training.state === 'done') return null
  if (training.state === 'waiting' && training.cause === 'corrections') {
    return <Notice tone="gray">{t('waitingNight', { at: when.short(training.beginsAt) })}</Notice>
  }
  if (training.state === 'waiting' || training.state === 'running') {
    return (
      <div className={styles.learning} role="status">
        <p>{t(training.state === 'waiting' ? 'waiting' : 'running')}</p>
        <Stepper
          label={t('steps')}
          steps={steps.map((step) => t(`step.${step}`))}
          now={training.step === null ? -1 : steps.indexOf(training.step)}
        />
      </div>
    )
  }
  return (
    <Notice tone={training.state === 'failed' ? 'red' : 'amber'}>
      <p>{t('notLearned', { at: when.short(training.endedAt ?? training.askedAt) })}</p>
      {/* The reason is told by the server, in the language of the charter. */}
      <p lang="ru">{training.why}</p>
    </Notice>
  )
}
