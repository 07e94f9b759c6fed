import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Dashboard, measures } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { useLanguage } from '../../ui/language.ts'
import { formatNumber, useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { CasesLink, searchOfOpen } from './cases-link.tsx'
import { Change } from './change.tsx'
import { colourOfChannel, otherColour } from './channel-colours.ts'
import { Chart, ChartCard, type Tables } from './chart-card.tsx'
import styles from './cards.module.css'
import { overviewWords } from './overview-words.ts'
import { type Layer, placesOf, stackedBars } from './stacked-bars.ts'

/** So many channels stand by themselves; the rest are one layer of the chart, but not of the table. */
const mostLayers = 9
const others = 'others'

type Flow = Dashboard['flow']

/** What came in day by day (or week by week), by channel. */
export function FlowCard(props: { flow: Flow; tables: Tables }) {
  const t = useWords(overviewWords)
  const names = useWords(caseNames)
  const language = useLanguage()
  const centre = useCentre()
  const navigate = useNavigate()
  const { flow } = props
  const nameOf = (channel: string) => {
    const key = `channel.${channel}`
    return key in caseNames.ru ? names(key as Parameters<typeof names>[0]) : channel
  }
  const present = flow.channels.filter(({ count }) => count > 0)
  const alone = present.length <= mostLayers ? present.length : mostLayers - 1
  const option = useMemo(() => {
    const valueOf = (row: Flow['rows'][number], keys: ReadonlySet<string | null>) =>
      row.channels.reduce((sum, { key, value }) => sum + (keys.has(key) ? value : 0), 0)
    const layerOf = (id: string, name: string, colour: string, keys: ReadonlySet<string | null>): Layer => ({
      id,
      name,
      colour,
      values: flow.rows.map((row) => valueOf(row, keys)),
    })
    const own = present
      .slice(0, alone)
      .map(({ key }) => layerOf(key ?? '', nameOf(key ?? ''), colourOfChannel(key ?? ''), new Set([key])))
    const rest = new Set(present.slice(alone).map(({ key }) => key))
    const layers = rest.size === 0 ? own : [...own, layerOf(others, t('otherChannels'), otherColour, rest)]
    return stackedBars(placesOf(flow.rows, flow.by), layers)
    // Names change with the language alone.
  }, [flow, language])
  const total = flow.rows.reduce((sum, { value }) => sum + value, 0)
  const most = flow.rows.reduce((best, row) => (row.value > best.value ? row : best), flow.rows[0]!)
  const pick = (series: string, place: number) => {
    const row = flow.rows[place]
    const open = row?.channels.find(({ key }) => key === series)?.open ?? row?.open
    if (open !== undefined)
      void navigate({ to: '/$centre/cases', params: centre.params, search: searchOfOpen(open) })
  }
  const title = t(flow.by === 'day' ? 'flowDay' : 'flowWeek')
  return (
    <ChartCard
      id="flow"
      title={title}
      tables={props.tables}
      table={<FlowTable title={title} flow={flow} nameOf={nameOf} />}
    >
      {total === 0 ? (
        <p className="quiet">{t('noFlow')}</p>
      ) : (
        <div className={styles.flow}>
          <Chart
            label={t('flowLabel', { total, name: most.name, most: most.value })}
            option={option}
            onPick={({ series, place }) => pick(series, place)}
          />
          <ul className={styles.legend}>
            {flow.channels.map((row, place) => (
              <li key={row.key}>
                <CasesLink
                  open={row.open}
                  className={styles.legendLine ?? ''}
                  label={`${nameOf(row.key ?? '')}: ${formatNumber(row.count)}`}
                >
                  <span
                    className={styles.swatch}
                    style={{ background: place < alone ? colourOfChannel(row.key ?? '') : otherColour }}
                    aria-hidden
                  />
                  <span className="clip">{nameOf(row.key ?? '')}</span>
                  <span className="figures">{formatNumber(row.count)}</span>
                  <span className={`${styles.barChange} figures`}>
                    <Change figure={row} of={measures.received} brief />
                  </span>
                </CasesLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </ChartCard>
  )
}

function FlowTable(props: { title: string; flow: Flow; nameOf: (channel: string) => string }) {
  const t = useWords(overviewWords)
  const { flow, nameOf } = props
  const number = (open: string, name: string, value: number) =>
    value === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <CasesLink open={open} label={`${name}: ${formatNumber(value)}`}>
        {formatNumber(value)}
      </CasesLink>
    )
  return (
    <DataTable
      label={props.title}
      rows={flow.rows}
      rowKey={(row) => row.key}
      maxHeight={340}
      columns={[
        { key: 'point', title: t('point'), nowrap: true, cell: (row) => row.name },
        {
          key: 'total',
          title: t('total'),
          align: 'end',
          cell: (row) => number(row.open, row.name, row.value),
        },
        ...flow.channels
          .filter(({ count }) => count > 0)
          .map((channel) => ({
            key: channel.key ?? '',
            title: nameOf(channel.key ?? ''),
            align: 'end' as const,
            cell: (row: Flow['rows'][number]) => {
              const cell = row.channels.find(({ key }) => key === channel.key)
              if (cell === undefined) return <span className="quiet">0</span>
              return number(cell.open, `${row.name}, ${nameOf(cell.key)}`, cell.value)
            },
          })),
      ]}
    />
  )
}
