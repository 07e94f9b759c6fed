import type { Figure, Measure } from '../../../src/insight/contract.ts'
import { useWords } from '../../ui/words.ts'
import styles from './insight.module.css'
import { overviewWords } from './overview-words.ts'
import { tellChange, tellTrend, tellValue, toneOfChange } from './tell-figures.ts'

/**
 * How a figure differs from the period before; the colour only repeats whether that is good for residents. `brief` leaves the
 * percent out, `trend` tells it with an arrow.
 */
export function Change(props: {
  figure: Pick<Figure, 'value' | 'change' | 'changePercent' | 'previous'>
  of: Pick<Measure, 'unit' | 'better'>
  brief?: boolean
  trend?: boolean
}) {
  const t = useWords(overviewWords)
  const { figure, of, brief = false, trend = false } = props
  if (figure.change === null)
    return brief || trend ? null : <span className={styles.even}>{t('noPrevious')}</span>
  const told = () => {
    if (trend) return tellTrend(figure, of.unit)
    if (brief && figure.change === 0) return '='
    return tellChange(brief ? { ...figure, changePercent: null } : figure, of.unit)
  }
  return (
    <span
      className={styles[toneOfChange(figure.change, of.better)]}
      title={`${t('previous')}: ${tellValue(figure.previous, of.unit)}`}
    >
      {told()}
    </span>
  )
}
