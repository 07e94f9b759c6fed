import { chartLook } from './chart-look.ts'
import {
  barStyle,
  type Figures,
  legendOf,
  legendRows,
  lineStyle,
  nameAxis,
  nameText,
  type Plan,
  tellsValues,
  valueAxis,
  valueLabel,
} from './figures.ts'
import { widestLabel, wrapLabel } from './wrap-label.ts'

const plotHeight = 232
const roomForValues = 52
const shortName = 64
const mostNameLines = 3

/** Columns or lines over an axis of names; null where the names are too long for that and the chart has to lie. */
export function standingChart(figures: Figures): Plan | null {
  if (figures.shape === 'bars') return null
  const slot = (chartLook.width - roomForValues) / Math.max(1, figures.categories.length)
  const widest = widestLabel(figures.categories, chartLook.size)
  const isThinned = widest <= shortName || figures.shape === 'lines'
  const wrapped = figures.categories.map((name) =>
    wrapLabel(name, Math.max(shortName, slot - 8), mostNameLines, chartLook.size),
  )
  const fits = slot >= shortName && wrapped.every((name) => !name.join(' ').includes('…'))
  if (!fits && !isThinned) return null
  const names = fits || figures.shape !== 'lines' ? wrapped : wrapped.map((name) => name.slice(0, 1))
  const lineCount = names.reduce((most, name) => Math.max(most, name.length), 1)
  const height = plotHeight + lineCount * 15 + (figures.unit === '' ? 8 : 24)
  return {
    height,
    option: {
      legend: legendOf(figures),
      grid: {
        left: 2,
        right: 10,
        top: figures.unit === '' ? 14 : 30,
        bottom: legendRows(figures) * 20 + 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: {
        ...nameAxis,
        data: names.map((name) => name.join('\n')),
        axisLabel: {
          ...nameText,
          lineHeight: 15,
          hideOverlap: true,
          ...(fits ? { interval: 0 } : {}),
        },
      },
      yAxis: valueAxis(figures),
      series: figures.shape === 'lines' ? lines(figures) : columns(figures),
    },
  }
}

function lines(figures: Figures) {
  const few = tellsValues(figures) && figures.series.length === 1
  return figures.series.map(({ values }, index) => ({
    type: 'line',
    name: String(index),
    ...lineStyle(index),
    showSymbol: figures.categories.length <= 31,
    showAllSymbol: true,
    symbolSize: 6,
    connectNulls: false,
    label: valueLabel(few, 'top'),
    data: [...values],
  }))
}

function columns(figures: Figures) {
  const stacked = figures.shape === 'stacked-columns'
  const bars = figures.series.map(({ values }, index) => ({
    type: 'bar',
    name: String(index),
    ...(stacked ? { stack: 'all' } : {}),
    barMaxWidth: stacked || figures.series.length === 1 ? 46 : 30,
    barCategoryGap: '34%',
    barGap: '6%',
    itemStyle: barStyle(index),
    label: valueLabel(!stacked && tellsValues(figures), 'top'),
    data: values.map((value) => (stacked && value === 0 ? null : value)),
  }))
  return stacked && figures.categories.length <= 16 ? [...bars, totalsOver(figures)] : bars
}

/** Sums over the stacks: marks of no size on a line of no width. */
function totalsOver({ categories, series }: Figures) {
  return {
    type: 'line',
    name: 'totals',
    silent: true,
    symbol: 'circle',
    symbolSize: 1,
    itemStyle: { opacity: 0 },
    showAllSymbol: true,
    lineStyle: { opacity: 0 },
    label: { ...valueLabel(true, 'top'), fontWeight: 'bold' },
    data: categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0)),
  }
}
