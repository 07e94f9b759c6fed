import { chartLook } from './chart-look.ts'
import {
  barStyle,
  type Figures,
  legendOf,
  legendHeight,
  nameAxis,
  nameText,
  type Plan,
  stackedValues,
  valueAxis,
  valueLabel,
} from './figures.ts'
import { widestLabel, wrapLabel } from './wrap-label.ts'

/** The tallest drawing that still stands on one page with its caption, pixels. */
const tallest = 840
const widestName = 236

/** Bars that lie, from the first category down: the shape for long names. */
export function lyingChart(figures: Figures): Plan {
  const { categories, series } = figures
  const stacked = figures.shape === 'stacked-columns'
  const perPlace = stacked ? 1 : series.length
  const room = Math.min(widestName, widestLabel(categories, chartLook.size) + 2)
  const twoLined = categories.some((name) => wrapLabel(name, room, 2, chartLook.size).length > 1)
  const wanted = Math.max(twoLined ? 36 : 25, perPlace * 13 + 10)
  const step = Math.min(wanted, tallest / categories.length)
  const size = Math.max(6.5, Math.min(chartLook.size, step - 2))
  const nameLines = step >= 34 ? 2 : 1
  const names = categories.map((name) => wrapLabel(name, room, nameLines, size).join('\n'))
  const labelled = step / perPlace >= 9
  return {
    height: step * categories.length + 12,
    option: {
      legend: legendOf(figures),
      grid: {
        left: room + 8,
        right: labelled ? 58 : 14,
        top: 4,
        bottom: legendHeight(figures) + 8,
      },
      yAxis: {
        ...nameAxis,
        inverse: true,
        data: names,
        axisLabel: {
          ...nameText,
          fontSize: size,
          lineHeight: size + 3,
          margin: 8,
          ...(step >= 8 ? { interval: 0 } : { hideOverlap: true }),
        },
      },
      xAxis: {
        ...valueAxis(figures),
        name: '',
        axisLabel: { show: false },
        splitLine: { show: !labelled, lineStyle: { color: chartLook.hairline } },
      },
      series: series.map(({ values }, index) => ({
        type: 'bar',
        name: String(index),
        ...(stacked ? { stack: 'all' } : {}),
        barMaxWidth: stacked || series.length === 1 ? 18 : 14,
        barCategoryGap: '28%',
        barGap: '8%',
        itemStyle: barStyle(index),
        label: valueLabelOf(figures, stacked, labelled, size),
        data: stacked ? stackedValues(figures, index, labelled, 'right') : [...values],
      })),
    },
  }
}

function valueLabelOf(figures: Figures, stacked: boolean, labelled: boolean, size: number) {
  const label = valueLabel(labelled && !stacked, 'right')
  const unit = figures.unit === '%' ? '\u00A0%' : ''
  return {
    ...label,
    fontSize: size - 0.5,
    formatter: (given: { value: unknown }) => {
      const told = label.formatter(given)
      return told === '' ? '' : `${told}${unit}`
    },
  }
}
