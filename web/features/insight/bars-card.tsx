import { type ReactNode, useState } from 'react'
import { type Measure, type MeasureRow, measures } from '../../../src/insight/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink } from './cases-link.tsx'
import { Change } from './change.tsx'
import { ChartCard, type Tables } from './chart-card.tsx'
import styles from './cards.module.css'
import { overviewWords } from './overview-words.ts'
import { tellShare } from './tell-figures.ts'

/** Rows of a measure counted in cases, largest first: bars that open their cases. */
export function BarsCard(props: {
  id: string
  title: string
  measure: 'received' | 'overdue'
  rows: readonly MeasureRow[]
  /** So many lines at first; the rest under a button. */
  most: number
  empty: string
  tables: Tables
  /** Tells changes as arrows with percents. */
  trend?: boolean
  aside?: ReactNode
}) {
  const t = useWords(overviewWords)
  const [all, setAll] = useState(false)
  const measure: Measure = measures[props.measure]
  const { rows } = props
  const shown = all ? rows : rows.slice(0, props.most)
  const longest = Math.max(1, ...rows.map(({ count }) => count))
  if (rows.length === 0) {
    return (
      <ChartCard {...props} table={<p className="quiet">{props.empty}</p>}>
        <p className="quiet">{props.empty}</p>
      </ChartCard>
    )
  }
  return (
    <ChartCard {...props} table={<RowsTable {...props} measure={measure} />}>
      <ul className={styles.bars}>
        {shown.map((row) => (
          <li key={row.key ?? 'none'}>
            <CasesLink
              open={row.open}
              className={`${styles.bar} ${row.key === null ? styles.barNone : measure.better === 'less' ? styles.barRed : ''}`}
              label={`${nameOf(row, t('none'))}: ${formatNumber(row.count)}`}
            >
              <span className="clip" title={nameOf(row, t('none'))}>
                {nameOf(row, t('none'))}
              </span>
              <span className={styles.track} aria-hidden>
                <span style={{ width: `${(row.count / longest) * 100}%` }} />
              </span>
              <span className={`${styles.barValue} figures`}>{formatNumber(row.count)}</span>
              {measure.basis === 'now' ? null : (
                <span className={`${styles.barChange} figures`}>
                  <Change
                    figure={row}
                    of={measure}
                    {...(props.trend === true ? { trend: true } : { brief: true })}
                  />
                </span>
              )}
            </CasesLink>
          </li>
        ))}
      </ul>
      {rows.length > props.most ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('less') : t('more', { count: rows.length - props.most })}
        </button>
      ) : null}
    </ChartCard>
  )
}

const nameOf = (row: MeasureRow, none: string) => (row.key === null ? none : row.name)

function RowsTable(props: { title: string; measure: Measure; rows: readonly MeasureRow[] }) {
  const t = useWords(overviewWords)
  const { measure, rows } = props
  const whole = rows.reduce((sum, { count }) => sum + count, 0)
  return (
    <DataTable
      label={props.title}
      rows={rows}
      rowKey={(row) => row.key ?? 'none'}
      maxHeight={320}
      columns={[
        { key: 'name', title: t('name'), cell: (row) => nameOf(row, t('none')) },
        {
          key: 'count',
          title: t('count'),
          align: 'end',
          cell: (row) => (
            <CasesLink open={row.open} label={`${nameOf(row, t('none'))}: ${formatNumber(row.count)}`}>
              {formatNumber(row.count)}
            </CasesLink>
          ),
        },
        {
          key: 'share',
          title: t('share'),
          align: 'end',
          nowrap: true,
          cell: (row) => tellShare(row.count, whole),
        },
        ...(measure.basis === 'now'
          ? []
          : [
              {
                key: 'previous',
                title: t('previous'),
                align: 'end' as const,
                cell: (row: MeasureRow) => (row.previous === null ? '—' : formatNumber(row.previous)),
              },
              {
                key: 'change',
                title: t('change'),
                align: 'end' as const,
                nowrap: true,
                cell: (row: MeasureRow) => <Change figure={row} of={measure} />,
              },
            ]),
      ]}
    />
  )
}
