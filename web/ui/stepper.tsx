import { IconCheck } from '@tabler/icons-react'
import { kitWords } from './kit-words.ts'
import styles from './stepper.module.css'
import { useWords } from './words.ts'

/** Where in a sequence of steps one is. */
export function Stepper(props: { label: string; steps: readonly string[]; now: number }) {
  const t = useWords(kitWords)
  return (
    <ol className={styles.steps} aria-label={props.label}>
      {props.steps.map((step, index) => {
        const done = index < props.now
        const now = index === props.now
        return (
          <li
            key={step}
            className={`${styles.step} ${done ? styles.done : ''} ${now ? styles.now : ''}`}
            aria-current={now ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden>
              {done ? <IconCheck size={13} stroke={2.4} /> : index + 1}
            </span>
            <span>
              {step}
              {done || now ? (
                <span className={styles.aloud}> ({t(done ? 'stepDone' : 'stepNow')})</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
