import type { CallFigures } from '../../../src/intake/contract.ts'
import { Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/language.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import styles from './calls.module.css'
import { callsWords } from './calls-words.ts'

/** Types down, days (or months) across; the more calls, the darker the cell. */
export function TypesTable({ figures }: { figures: CallFigures }) {
  const t = useWords(callsWords)
  const nameOf = usePointNames(figures.by)
  const title = figures.by === 'day' ? t('typesByDay') : t('typesByMonth')
  const most = Math.max(1, ...figures.types.flatMap((row) => row.byPoint))
  const hand = figures.byPoint.map(
    (sum, at) => sum - figures.types.reduce((told, row) => told + (row.byPoint[at] ?? 0), 0),
  )
  return (
    <Section title={title}>
      <div className={styles.frame} tabIndex={0} role="region" aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {t('type')}
              </th>
              <th scope="col">{t('calls')}</th>
              <th scope="col">{t('ofThemCases')}</th>
              {figures.points.map((point) => (
                <th key={point} scope="col" className={styles.point}>
                  {nameOf(point)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.types.map((row) => (
              <Line
                key={row.type}
                name={row.type}
                calls={row.calls}
                cases={row.cases}
                byPoint={row.byPoint}
                most={most}
              />
            ))}
            {figures.byHand === 0 ? null : (
              <Line
                name={t('handRow')}
                calls={figures.byHand}
                cases={figures.byHand}
                byPoint={hand}
                most={most}
              />
            )}
          </tbody>
          <tfoot>
            <Line
              name={t('all')}
              calls={figures.total}
              cases={figures.cases}
              byPoint={figures.byPoint}
              most={null}
            />
          </tfoot>
        </table>
      </div>
    </Section>
  )
}

function Line(props: {
  name: string
  calls: number
  cases: number
  byPoint: readonly number[]
  most: number | null
}) {
  const { most } = props
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {props.name}
      </th>
      <td className={styles.sum}>{formatNumber(props.calls)}</td>
      <td>{props.cases === 0 ? <span className="quiet">—</span> : formatNumber(props.cases)}</td>
      {props.byPoint.map((count, at) => (
        <td
          key={at}
          className={styles.point}
          style={most === null || count === 0 ? undefined : { backgroundColor: shade(count / most) }}
        >
          {count === 0 ? '' : formatNumber(count)}
        </td>
      ))}
    </tr>
  )
}

// Never so dark that black figures cannot be read on it.
const shade = (share: number) =>
  `color-mix(in srgb, var(--accent) ${Math.round(6 + share * 30)}%, transparent)`

function usePointNames(by: CallFigures['by']): (point: string) => string {
  const language = useLanguage()
  if (by === 'day') return (point) => `${point.slice(8)}.${point.slice(5, 7)}`
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  return (point) => format.format(new Date(`${point}T00:00:00Z`))
}
