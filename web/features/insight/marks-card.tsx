import type { Dashboard } from '../../../src/insight/contract.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import cards from './cards.module.css'
import { CasesLink } from './cases-link.tsx'
import { ChartCard, type Tables } from './chart-card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { MeasureTile, type TotalOf } from './figure-tile.tsx'
import styles from './insight.module.css'
import { overviewWords } from './overview-words.ts'
import { tellShare } from './tell-figures.ts'

/** What residents think of the answers: the average mark and its change, low marks, and how often each mark was given. */
export function MarksCard(props: { dashboard: Dashboard; totalOf: TotalOf; tables: Tables }) {
  const t = useWords(overviewWords)
  const { dashboard, totalOf } = props
  const rows = dashboard.marks.toSorted((one, other) => (other.key ?? '').localeCompare(one.key ?? ''))
  const whole = rows.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  if (whole === 0) {
    return (
      <ChartCard
        id="marks"
        title={t('marks')}
        tables={props.tables}
        table={<p className="quiet">{t('noMarks')}</p>}
      >
        <p className="quiet">{t('noMarks')}</p>
      </ChartCard>
    )
  }
  return (
    <ChartCard
      id="marks"
      title={t('marks')}
      tables={props.tables}
      table={
        <DataTable
          label={t('marks')}
          rows={rows}
          rowKey={({ key }) => key ?? ''}
          columns={[
            { key: 'name', title: t('name'), cell: ({ name }) => name },
            {
              key: 'count',
              title: t('count'),
              align: 'end',
              cell: ({ name, count, open }) => (
                <CasesLink open={open} label={`${t('marks')} ${name}: ${formatNumber(count)}`}>
                  {formatNumber(count)}
                </CasesLink>
              ),
            },
            { key: 'share', title: t('share'), align: 'end', cell: ({ count }) => tellShare(count, whole) },
          ]}
        />
      }
    >
      <ul className={styles.promises}>
        <MeasureTile of={totalOf('satisfaction')} />
        <MeasureTile of={totalOf('low-marks')} />
      </ul>
      <ul className={cards.bars}>
        {rows.map((row) => (
          <li key={row.key}>
            <CasesLink
              open={row.open}
              className={`${cards.bar} ${cards.markBar} ${Number(row.key) <= 2 ? cards.barRed : ''}`}
              label={`${t('marks')} ${row.name}: ${formatNumber(row.count)}`}
            >
              <span>{row.name}</span>
              <span className={cards.track} aria-hidden>
                <span style={{ width: `${(row.count / most) * 100}%` }} />
              </span>
              <span className={`${cards.barValue} figures`}>{formatNumber(row.count)}</span>
              <span className={`${cards.barChange} figures quiet`}>{tellShare(row.count, whole)}</span>
            </CasesLink>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('marksHint')}</p>
    </ChartCard>
  )
}
