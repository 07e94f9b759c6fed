import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Dashboard, MeasureRow } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useLanguage } from '../../ui/language.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { CasesLink, searchOfOpen } from './cases-link.tsx'
import { inTimeColour, lateColour } from './channel-colours.ts'
import { Chart, ChartCard, type Tables } from './chart-card.tsx'
import type { TotalOf } from './figure-tile.tsx'
import styles from './cards.module.css'
import { overviewWords } from './overview-words.ts'
import { placesOf, stackedBars } from './stacked-bars.ts'
import { tellShare } from './tell-figures.ts'

/** Final answers day by day: those in time and those late. */
export function AnswersCard(props: { answers: Dashboard['answers']; totalOf: TotalOf; tables: Tables }) {
  const t = useWords(overviewWords)
  const language = useLanguage()
  const centre = useCentre()
  const navigate = useNavigate()
  const { answers } = props
  const { by, inTime, late } = answers
  const option = useMemo(
    () =>
      stackedBars(placesOf(inTime, by), [
        { id: 'in-time', name: t('inTime'), colour: inTimeColour, values: inTime.map(({ count }) => count) },
        { id: 'late', name: t('late'), colour: lateColour, values: late.map(({ count }) => count) },
      ]),
    // Names change with the language alone.
    [answers, language],
  )
  const title = t('answers')
  const total = props.totalOf('answered').total.count
  const body = () => {
    if (total === 0) return <p className="quiet">{t('noAnswers')}</p>
    const totals = [
      { code: 'in-time', name: t('inTime'), colour: inTimeColour, total: props.totalOf('in-time').total },
      { code: 'late', name: t('late'), colour: lateColour, total: props.totalOf('late').total },
    ]
    return (
      <>
        <Chart
          label={t('answersLabel', { total, late: props.totalOf('late').total.count })}
          option={option}
          onPick={({ series, place }) => {
            const open = (series === 'late' ? late : inTime)[place]?.open
            if (open !== undefined)
              void navigate({ to: '/$centre/cases', params: centre.params, search: searchOfOpen(open) })
          }}
        />
        <ul className={styles.legendRow}>
          {totals.map((one) => (
            <li key={one.code}>
              <CasesLink
                open={one.total.open}
                className={styles.legendLine ?? ''}
                label={`${one.name}: ${formatNumber(one.total.count)}`}
              >
                <span className={styles.swatch} style={{ background: one.colour }} aria-hidden />
                <span>{one.name}</span>
                <span className="figures">{formatNumber(one.total.count)}</span>
                <span className="quiet">{tellShare(one.total.count, total)}</span>
              </CasesLink>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <ChartCard
      id="answers"
      title={title}
      tables={props.tables}
      table={<AnswersTable title={title} inTime={inTime} late={late} />}
    >
      {body()}
    </ChartCard>
  )
}

function AnswersTable(props: { title: string; inTime: readonly MeasureRow[]; late: readonly MeasureRow[] }) {
  const t = useWords(overviewWords)
  const number = (row: MeasureRow, name: string, open: string | null, value: number | null) =>
    open === null || value === null || value === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <CasesLink open={open} label={`${row.name}, ${name}: ${formatNumber(value)}`}>
        {formatNumber(value)}
      </CasesLink>
    )
  return (
    <DataTable
      label={props.title}
      rows={props.inTime.map((row, place) => ({ row, late: props.late[place] ?? row }))}
      rowKey={({ row }) => row.key ?? ''}
      maxHeight={340}
      columns={[
        { key: 'point', title: t('point'), nowrap: true, cell: ({ row }) => row.name },
        {
          key: 'total',
          title: t('total'),
          align: 'end',
          cell: ({ row }) => number(row, t('total'), row.openOf, row.of),
        },
        {
          key: 'in-time',
          title: t('inTime'),
          align: 'end',
          cell: ({ row }) => number(row, t('inTime'), row.open, row.count),
        },
        {
          key: 'late',
          title: t('late'),
          align: 'end',
          cell: ({ late }) => number(late, t('late'), late.open, late.count),
        },
        {
          key: 'share',
          title: t('share'),
          align: 'end',
          nowrap: true,
          cell: ({ row }) => tellShare(row.count, row.of ?? 0),
        },
      ]}
    />
  )
}
