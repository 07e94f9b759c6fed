import type { ModelCard } from '../../../src/sorter/contract.ts'
import { Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { GroupTable } from './group-table.tsx'
import { sorterWords } from './sorter-words.ts'
import styles from './sorter.module.css'

/** How a model did on the cases held back, beside keywords and what worked before it. */
export function ModelFigures({ model, isCandidate }: { model: ModelCard; isCandidate: boolean }) {
  const t = useWords(sorterWords)
  const when = useWhen()
  const { figures } = model
  const { rows, from, to, copies } = figures.heldBack
  return (
    <>
      <Section card title={t(isCandidate ? 'candidate' : 'working')}>
        <ComparisonTable figures={figures} isCandidate={isCandidate} />
        <p className="small quiet">
          {t('measuredOn', { count: rows, from: when.day(from), to: when.day(to) })}
          {copies === 0 ? '' : ` ${t('copies', { count: copies })}`}
        </p>
      </Section>
      <div className={styles.wideAndNarrow}>
        <GroupTable figures={figures} />
        <Section card title={t('confusions')}>
          {figures.confusions.length === 0 ? (
            <p className="quiet">{t('noConfusions')}</p>
          ) : (
            <>
              <ul className={styles.confusions}>
                {figures.confusions.map(({ right, said, rightName, saidName, rows: count }) => (
                  <li key={`${right} ${said}`}>
                    <span>{t('confused', { right: rightName, said: saidName })}</span>
                    <span className="figures">{count}</span>
                  </li>
                ))}
              </ul>
              <p className="small quiet">{t('confusionsHint')}</p>
            </>
          )}
        </Section>
      </div>
    </>
  )
}
