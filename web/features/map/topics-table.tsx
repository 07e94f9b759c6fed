import type { MeasuresAnswer } from '../../../src/insight/contract.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from '../insight/cases-link.tsx'
import { tellShare, tellValue } from '../insight/tell-figures.ts'
import { mapWords } from './map-words.ts'
import styles from './panel.module.css'

/** The profile of problems: topics with their shares of all that the map shows; choosing one leaves only it on the map. */
export function TopicsTable(props: {
  answer: MeasuresAnswer
  chosen: string | undefined
  onChoose: (topic: string | null) => void
}) {
  const t = useWords(mapWords)
  const [measure] = props.answer.measures
  if (measure === undefined) return null
  const whole = measure.total.count
  const adds = measure.aggregation === 'count'
  const most = Math.max(1, ...measure.rows.map(({ count }) => count))
  return (
    <table className={styles.table} aria-label={t('topics')}>
      <thead>
        <tr>
          <th scope="col">{t('topic')}</th>
          <th scope="col" className={styles.end}>
            {t('value')}
          </th>
          {adds ? (
            <th scope="col" className={styles.end}>
              {t('share')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {measure.rows.map((row) => {
          const name = row.key === null ? t('noTopic') : row.name
          return (
            <tr key={row.key ?? ''} className={row.key === props.chosen ? styles.isChosen : ''}>
              <td>
                <button
                  type="button"
                  className={styles.placeName}
                  aria-pressed={row.key === props.chosen}
                  aria-label={t('onlyTopic', { name })}
                  onClick={() => props.onChoose(row.key)}
                >
                  <span>
                    {name}
                    {adds && whole > 0 ? (
                      <span
                        className={styles.bar}
                        style={{ width: `${(row.count / most) * 100}%` }}
                        aria-hidden
                      />
                    ) : null}
                  </span>
                </button>
              </td>
              <td className={`${styles.end} figures`}>
                <CasesLink open={row.open} label={`${name}: ${t('openCases', { count: row.count })}`}>
                  {tellValue(row.value, measure.unit)}
                  {row.of === null ? null : <span className="quiet"> ({formatNumber(row.count)})</span>}
                </CasesLink>
              </td>
              {adds ? <td className={`${styles.end} figures quiet`}>{tellShare(row.count, whole)}</td> : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
