import type { KeptFigure, KeptSlice, KeptTable, ReportView } from '../../../src/reports/contract.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { tellChange, tellValue } from '../insight/tell-figures.ts'
import { Examples } from './examples.tsx'
import { FigureLink } from './figure-link.tsx'
import { figureWords } from './figure-words.ts'
import styles from './reports.module.css'
import { GrowthAndSpots } from './growth-and-spots.tsx'

/** Everything counted of a report; each figure opens the very cases that it counted. */
export function Figures({ report }: { report: ReportView }) {
  const t = useWords(figureWords)
  const { content } = report
  if (content === null) return <p className="quiet">{t('notCounted')}</p>
  return (
    <div className={styles.parts}>
      {content.slices.map((slice) => (
        <Slice key={slice.code} report={report} slice={slice} />
      ))}
      {content.indicators.length === 0 ? null : (
        <Section title={t('indicators')} card>
          <p className="quiet small">{t('indicatorsHint')}</p>
          <DataTable
            label={t('indicators')}
            rows={content.indicators}
            rowKey={(row) => row.name}
            columns={[
              { key: 'name', title: t('figure'), cell: (row) => row.name },
              { key: 'unit', title: t('unit'), cell: (row) => row.unit },
              {
                key: 'plan',
                title: t('plan'),
                align: 'end',
                cell: (row) => (row.plan === null ? '—' : formatNumber(row.plan)),
              },
            ]}
          />
        </Section>
      )}
    </div>
  )
}

function Slice({ report, slice }: { report: ReportView; slice: KeptSlice }) {
  return (
    <>
      {slice.name === null ? null : <h2>{slice.name}</h2>}
      <AllFigures id={report.id} slice={slice} />
      {slice.flow === null ? null : <Flow id={report.id} slice={slice} />}
      {slice.tables.map((table) => (
        <Layout key={table.section} id={report.id} table={table} slice={slice} />
      ))}
      <GrowthAndSpots id={report.id} slice={slice} />
      {slice === report.content?.slices[0] ? <Examples report={report} examples={slice.examples} /> : null}
    </>
  )
}

function AllFigures({ id, slice }: { id: string; slice: KeptSlice }) {
  const t = useWords(figureWords)
  const told = ({ change, unit, value }: KeptFigure) =>
    change === null ? '—' : tellChange({ change, value, changePercent: null }, unit)
  return (
    <Section title={slice.name === null ? t('figures') : `${t('figures')}: ${slice.name}`} card>
      <DataTable
        label={t('figures')}
        rows={slice.figures}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: t('figure'), cell: (row) => <span title={row.formula}>{row.name}</span> },
          {
            key: 'value',
            title: t('value'),
            align: 'end',
            nowrap: true,
            cell: (row) => (
              <FigureLink id={id} figure={row.figure} name={row.name} count={row.count}>
                {tellValue(row.value, row.unit)}
              </FigureLink>
            ),
          },
          {
            key: 'of',
            title: t('of'),
            align: 'end',
            cell: (row) => (row.of === null ? '' : formatNumber(row.of)),
          },
          {
            key: 'previous',
            title: t('previous'),
            align: 'end',
            nowrap: true,
            cell: (row) => tellValue(row.previous, row.unit),
          },
          { key: 'change', title: t('change'), align: 'end', nowrap: true, cell: told },
        ]}
      />
    </Section>
  )
}

function Flow({ id, slice }: { id: string; slice: KeptSlice }) {
  const t = useWords(figureWords)
  const { channels, rows } = slice.flow!
  return (
    <Section title={t('flow')} card>
      <DataTable
        label={t('flow')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', title: t('day'), nowrap: true, cell: (row) => row.name },
          {
            key: 'value',
            title: t('total'),
            align: 'end',
            cell: (row) => (
              <FigureLink id={id} figure={row.figure} name={row.name} count={row.value}>
                {formatNumber(row.value)}
              </FigureLink>
            ),
          },
          ...channels.map((channel, place) => ({
            key: channel,
            title: channel,
            align: 'end' as const,
            cell: (row: (typeof rows)[number]) => formatNumber(row.byChannel[place] ?? 0),
          })),
        ]}
      />
    </Section>
  )
}

function Layout({ id, table, slice }: { id: string; table: KeptTable; slice: KeptSlice }) {
  const t = useWords(figureWords)
  const key = `section.${table.section}`
  const name = key in figureWords.ru ? t(key as Parameters<typeof t>[0]) : table.section
  return (
    <Section title={slice.name === null ? name : `${name}: ${slice.name}`} card>
      <DataTable
        label={name}
        rows={table.rows}
        rowKey={(row) => row.key ?? 'none'}
        maxHeight={420}
        columns={[
          { key: 'name', title: name, cell: (row) => row.name },
          ...table.measures.map((measure, place) => ({
            key: measure.code,
            title: measure.name,
            align: 'end' as const,
            nowrap: false,
            cell: (row: KeptTable['rows'][number]) => {
              const cell = row.cells[place]!
              return (
                <FigureLink
                  id={id}
                  figure={cell.figure}
                  name={`${row.name}, ${measure.name}`}
                  count={cell.count}
                >
                  {tellValue(cell.value, measure.unit)}
                </FigureLink>
              )
            },
          })),
        ]}
      />
    </Section>
  )
}
