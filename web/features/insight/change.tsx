import type { Figure, Measure } from '../../../src/insight/contract.ts'
import { useWords } from '../../ui/words.ts'
import styles from './insight.module.css'
import { overviewWords } from './overview-words.ts'
import { tellChange, tellValue, toneOfChange } from './tell-figures.ts'

/** How a figure differs from the period before; the colour only repeats whether that is good for residents. */
export function Change(props: {
  figure: Pick<Figure, 'value' | 'change' | 'changePercent' | 'previous'>
  of: Pick<Measure, 'unit' | 'better'>
  brief?: boolean
}) {
  const t = useWords(overviewWords)
  const { figure, of } = props
  if (figure.change === null)
    return props.brief === true ? null : <span className={styles.even}>{t('noPrevious')}</span>
  const told =
    props.brief === true && figure.change === 0
      ? '='
      : tellChange(props.brief === true ? { ...figure, changePercent: null } : figure, of.unit)
  return (
    <span
      className={styles[toneOfChange(figure.change, of.better)]}
      title={`${t('previous')}: ${tellValue(figure.previous, of.unit)}`}
    >
      {told}
    </span>
  )
}
