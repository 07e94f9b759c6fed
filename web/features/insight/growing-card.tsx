import { type Dashboard, measures } from '../../../src/insight/contract.ts'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import styles from './cards.module.css'
import { overviewWords } from './overview-words.ts'

/** Topics that grow beyond chance, the largest growth first. */
export function GrowingCard({ growing, isCompared }: { growing: Dashboard['growing']; isCompared: boolean }) {
  const t = useWords(overviewWords)
  return (
    <Section card title={t('growing')}>
      {growing.rows.length === 0 ? (
        <p className="quiet">{t(isCompared ? 'noGrowing' : 'noGrowingYet')}</p>
      ) : (
        <ol className={styles.growing}>
          {growing.rows.slice(0, 6).map((row) => (
            <li key={row.key}>
              <CasesLink
                open={row.open}
                className={styles.grown ?? ''}
                label={`${row.name}: ${formatNumber(row.count)}`}
              >
                <span className="clip" title={row.name}>
                  {row.name}
                </span>
                <span className={`${styles.grownFrom} figures`}>
                  {t('growingIs', { now: row.count, before: row.previous ?? 0 })}
                </span>
                <span className={`${styles.barChange} figures`}>
                  <Change figure={row} of={{ unit: measures.received.unit, better: 'less' }} brief />
                </span>
              </CasesLink>
            </li>
          ))}
        </ol>
      )}
      <details className={styles.rule}>
        <summary>{t('howCounted')}</summary>
        <p>
          {t('growingRule', {
            fewest: growing.fewest,
            chance: Math.round(1 / growing.mostChance),
          })}
        </p>
      </details>
    </Section>
  )
}
