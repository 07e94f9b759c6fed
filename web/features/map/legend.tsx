import type { MapAnswer } from '../../../src/insight/contract-map-routes.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'
import { shadeOf, shadeOpacity, shades, type ValueClass } from './value-classes.ts'

/** What the shades mean: the true borders of each class and how many places are in it. */
export function Legend(props: { classes: readonly ValueClass[]; unit: MapAnswer['measure']['unit'] }) {
  const t = useWords(mapWords)
  if (props.classes.length === 0) return null
  const title = props.unit === 'cases' ? t('legend') : t(`legend.${props.unit}`)
  return (
    <div className={styles.legend} role="group" aria-label={title}>
      <p>{title}</p>
      <ul>
        {props.classes.map((one) => (
          <li key={one.from} title={t('places', { count: one.places })}>
            <span
              style={{ background: shades[shadeOf(props.classes, one.to)], opacity: shadeOpacity }}
              aria-hidden
            />
            <span className="figures">
              {one.from === one.to ? formatNumber(one.from) : t('range', { from: one.from, to: one.to })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
