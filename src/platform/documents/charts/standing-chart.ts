import { chartLook } from './chart-look.ts'
import {
  barStyle,
  type Figures,
  legendOf,
  legendHeight,
  lineStyle,
  nameAxis,
  nameText,
  type Plan,
  stackedValues,
  tellsValues,
  valueAxis,
  valueLabel,
} from './figures.ts'
import { widestLabel, wrapLabel } from './wrap-label.ts'

const plotHeight = 232
const roomForValues = 52
const shortName = 64
const mostNameLines = 3
const slantedName = 140
const slant = (35 / 180) * Math.PI

/** Columns or lines over an axis of names; null where the names are too long for that and the chart has to lie. */
export function standingChart(figures: Figures): Plan | null {
  if (figures.shape === 'bars') return null
  const slot = (chartLook.width - roomForValues) / Math.max(1, figures.categories.length)
  const widest = widestLabel(figures.categories, chartLook.size)
  const isLine = figures.shape === 'lines'
  const isThinned = widest <= shortName
  const wrapped = figures.categories.map((name) =>
    wrapLabel(name, Math.max(shortName, slot - 8), mostNameLines, chartLook.size),
  )
  const fits = slot >= shortName && wrapped.every((name) => !name.join(' ').includes('…'))
  if (!fits && !isThinned && !isLine) return null
  const slanted = !fits && !isThinned
  const names = slanted
    ? figures.categories.map((name) => wrapLabel(name, slantedName, 1, chartLook.size))
    : wrapped
  const namesHeight = slanted
    ? Math.min(widest, slantedName) * Math.sin(slant) + 14
    : names.reduce((most, name) => Math.max(most, name.length), 1) * 15
  const height = plotHeight + namesHeight + (figures.unit === '' ? 8 : 24)
  return {
    height,
    option: {
      legend: legendOf(figures),
      grid: {
        left: 2,
        right: 10,
        top: figures.unit === '' ? 14 : 30,
        bottom: legendHeight(figures) + 4,
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
          ...(slanted ? { rotate: (slant * 180) / Math.PI } : {}),
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
  return figures.series.map(({ values }, index) => ({
    type: 'bar',
    name: String(index),
    ...(stacked ? { stack: 'all' } : {}),
    barMaxWidth: stacked || figures.series.length === 1 ? 46 : 30,
    barCategoryGap: '34%',
    barGap: '6%',
    itemStyle: barStyle(index),
    label: valueLabel(!stacked && tellsValues(figures), 'top'),
    data: stacked ? stackedValues(figures, index, figures.categories.length <= 16, 'top') : [...values],
  }))
}
