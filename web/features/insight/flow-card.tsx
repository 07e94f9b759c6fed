import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Dashboard, measures } from '../../../src/insight/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Choice } from '../../ui/choice.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { formatNumber, useWords } from '../../ui/words.ts'
import { caseNames } from '../cases/case-names.ts'
import { CasesLink, searchOfOpen } from './cases-link.tsx'
import { Change } from './change.tsx'
import { otherColour } from './channel-colours.ts'
import { Chart, ChartCard, type Tables } from './chart-card.tsx'
import styles from './cards.module.css'
import { chartLayers, type FlowData, flowOfChannels, flowOfThemes, type FlowRow } from './flow-layers.ts'
import { flowByThemeQuery } from './overview-queries.ts'
import type { OverviewSearch } from './overview-search.ts'
import { overviewWords } from './overview-words.ts'
import { placesOf, stackedBars } from './stacked-bars.ts'

/** So many lines a legend has; where there are more, those of one colour stand as one and in the table. */
const mostLines = 14

/** What came in day by day (or week by week), by channel or by group of topics. */
export function FlowCard(props: {
  flow: Dashboard['flow']
  search: OverviewSearch
  tables: Tables
  onChange: (change: Partial<OverviewSearch>) => void
}) {
  const t = useWords(overviewWords)
  const names = useWords(caseNames)
  const language = useLanguage()
  const centre = useCentre()
  const isByTheme = props.search.flow === 'themes'
  const themes = useQuery(
    flowByThemeQuery(centre.slug, props.search, { by: props.flow.by, isWanted: isByTheme }),
  )
  const flow = useMemo(() => {
    if (isByTheme) return themes.data === undefined ? null : flowOfThemes(themes.data, t('none'))
    return flowOfChannels(props.flow, (channel) => {
      const key = `channel.${channel}`
      return key in caseNames.ru ? names(key as Parameters<typeof names>[0]) : channel
    })
    // Names change with the language alone.
  }, [isByTheme, themes.data, props.flow, language])
  const title = t(props.flow.by === 'day' ? 'flowDay' : 'flowWeek')
  return (
    <ChartCard
      id="flow"
      title={title}
      tables={props.tables}
      aside={
        <Choice
          label={t('flowOf')}
          value={isByTheme ? 'themes' : 'channels'}
          options={[
            { value: 'channels', label: t('byChannel') },
            { value: 'themes', label: t('byTheme') },
          ]}
          onChange={(of) => props.onChange({ flow: of === 'themes' ? of : undefined })}
        />
      }
      table={flow === null ? null : <FlowTable title={title} flow={flow} />}
    >
      {flow !== null ? (
        <FlowChart flow={flow} />
      ) : themes.isError ? (
        <ErrorState error={themes.error} onRetry={() => void themes.refetch()} />
      ) : (
        <LoadingState />
      )}
    </ChartCard>
  )
}

function FlowChart({ flow }: { flow: FlowData }) {
  const t = useWords(overviewWords)
  const language = useLanguage()
  const centre = useCentre()
  const navigate = useNavigate()
  const option = useMemo(
    () => stackedBars(placesOf(flow.rows, flow.by), chartLayers(flow, t('otherChannels'))),
    [flow, language],
  )
  const total = flow.rows.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) return <p className="quiet">{t('noFlow')}</p>
  const most = flow.rows.reduce((best, row) => (row.value > best.value ? row : best), flow.rows[0]!)
  const told =
    flow.layers.length <= mostLines ? flow.layers : flow.layers.filter(({ colour }) => colour !== otherColour)
  const rest = flow.layers.slice(told.length).reduce((sum, { figure }) => sum + figure.count, 0)
  const pick = (series: string, place: number) => {
    const row = flow.rows[place]
    const open = row?.parts.get(series)?.open ?? row?.open
    if (open !== undefined)
      void navigate({ to: '/$centre/cases', params: centre.params, search: searchOfOpen(open) })
  }
  return (
    <div className={styles.flow}>
      <Chart
        label={t('flowLabel', { total, name: most.name, most: most.value })}
        option={option}
        onPick={({ series, place }) => pick(series, place)}
      />
      <ul className={styles.legend}>
        {told.map(({ key, name, colour, figure }) => (
          <li key={key}>
            <CasesLink
              open={figure.open}
              className={styles.legendLine ?? ''}
              label={`${name}: ${formatNumber(figure.count)}`}
            >
              <span className={styles.swatch} style={{ background: colour }} aria-hidden />
              <span className="clip" title={name}>
                {name}
              </span>
              <span className="figures">{formatNumber(figure.count)}</span>
              <span className={`${styles.barChange} figures`}>
                <Change figure={figure} of={measures.received} brief />
              </span>
            </CasesLink>
          </li>
        ))}
        {rest === 0 ? null : (
          <li className={styles.legendLine}>
            <span className={styles.swatch} style={{ background: otherColour }} aria-hidden />
            <span>{t('otherChannels')}</span>
            <span className="figures">{formatNumber(rest)}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

function FlowTable({ title, flow }: { title: string; flow: FlowData }) {
  const t = useWords(overviewWords)
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
      label={title}
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
        ...flow.layers
          .filter(({ figure }) => figure.count > 0)
          .map(({ key, name }) => ({
            key,
            title: name,
            align: 'end' as const,
            cell: (row: FlowRow) => {
              const part = row.parts.get(key)
              return part === undefined
                ? number('', '', 0)
                : number(part.open, `${row.name}, ${name}`, part.value)
            },
          })),
      ]}
    />
  )
}
