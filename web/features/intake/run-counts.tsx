import type { ImportRun } from '../../../src/intake/contract.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { importWords } from './import-words.ts'
import styles from './import.module.css'

const outcomes = ['read', 'created', 'joined', 'updated', 'counted', 'unchanged', 'rejected'] as const

/** What became of the rows so far: the outcomes add up to the rows read. */
export function RunCounts({ run }: { run: ImportRun }) {
  const t = useWords(importWords)
  return (
    <dl className={styles.counts}>
      {outcomes
        .filter((outcome) => outcome !== 'counted' || run.counted > 0)
        .map((outcome) => (
          <div key={outcome} className={styles.count}>
            <dt>{t(outcome)}</dt>
            <dd className="figures">{formatNumber(run[outcome])}</dd>
          </div>
        ))}
    </dl>
  )
}
