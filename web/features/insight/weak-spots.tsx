import type { CrossTable } from '../../../src/insight/contract-tables.ts'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import cards from './cards.module.css'
import { CasesLink } from './cases-link.tsx'
import { crossWords } from './cross-words.ts'
import styles from './cross-table.module.css'
import { measureWords } from './measure-words.ts'
import { tellValue } from './tell-figures.ts'

/** So many weak spots are told in words; the rest are marked in the table. */
const mostTold = 8

/** What stands worse than the average, in words; nothing where nothing does. */
export function WeakSpots({ table }: { table: CrossTable }) {
  const t = useWords(crossWords)
  const words = useWords(measureWords)
  const lines = table.measures.flatMap((of) =>
    of.weak.map((row) => ({ of, head: table.rows.heads[row]!, figure: of.rows[row]! })),
  )
  if (lines.length === 0) return null
  return (
    <Section card title={t('worseTitle')}>
      <ul className={styles.weakList}>
        {lines.slice(0, mostTold).map(({ of, head, figure }) => (
          <li key={`${of.code} ${head.key ?? ''}`}>
            <CasesLink open={figure.open}>
              {t('worseLine', {
                row: head.key === null ? t('none') : head.name,
                measure: words(`measure.${of.code}`).toLowerCase(),
                value: tellValue(figure.value, of.unit),
                average: tellValue(of.total.value, of.unit),
              })}
            </CasesLink>
          </li>
        ))}
      </ul>
      <details className={cards.rule}>
        <summary>{t('howCounted')}</summary>
        <p>{t('worseRule')}</p>
      </details>
    </Section>
  )
}
