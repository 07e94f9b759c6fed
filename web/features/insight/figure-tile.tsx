import type { ReactNode } from 'react'
import { type Dashboard, type MeasureCode, measures } from '../../../src/insight/contract.ts'
import { useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import styles from './insight.module.css'
import { measureWords } from './measure-words.ts'
import { overviewWords } from './overview-words.ts'
import { tellValue } from './tell-figures.ts'

export type TotalOf = (code: MeasureCode) => Dashboard['measures'][number]

/** One figure: its name, its value, which opens the cases, and a line below. The whole tile is the link. */
export function Tile(props: {
  name: string
  formula?: string
  value: string
  open: string
  tone?: 'red' | 'amber' | undefined
  children?: ReactNode
}) {
  return (
    <li
      className={`${styles.tile} ${props.tone === undefined ? '' : styles[props.tone]}`}
      title={props.formula}
    >
      <span className={styles.tileName}>{props.name}</span>
      <CasesLink
        open={props.open}
        className={`${styles.tileValue} figures`}
        label={`${props.name}: ${props.value}`}
      >
        {props.value}
      </CasesLink>
      <span className={`${styles.tileBelow} figures`}>{props.children}</span>
    </li>
  )
}

/** A declared measure as a tile: a share also opens what it is a share of. */
export function MeasureTile(props: { of: Dashboard['measures'][number] }) {
  const t = useWords(overviewWords)
  const words = useWords(measureWords)
  const { code, unit, total } = props.of
  const whole = total.of
  return (
    <Tile
      name={words(`measure.${code}`)}
      formula={words(`formula.${code}`)}
      value={tellValue(total.value, unit)}
      open={total.open}
    >
      {measures[code].basis === 'now' ? t('asNow') : <Change figure={total} of={props.of} />}
      {!whole || total.openOf === null ? null : (
        <CasesLink
          open={total.openOf}
          className={styles.whole ?? ''}
          label={`${words(`measure.${code}`)}: ${t('ofWhole', { count: total.count, of: whole })}`}
        >
          {t('ofWhole', { count: total.count, of: whole })}
        </CasesLink>
      )}
      {unit === 'hours' && total.count > 0 ? (
        <span className={styles.even}>{t('ofCases', { count: total.count })}</span>
      ) : null}
    </Tile>
  )
}
