import { type SheetChart, type WriteSheet } from 'hucre/xlsx'
import { lineMarks, seriesColours } from '../charts/chart-look.ts'
import type { Chart } from '../document.ts'
import { plainLine } from '../text/plain-text.ts'
import { cellText } from './cell-text.ts'
import { cell, Grid, rangeOf } from './grid.ts'
import { cellLook, headLook, look } from './sheet-look.ts'

export const chartsName = 'Диаграммы'
const chartRows = 18
const chartColumns = 8
const mostLabels = 24

/** Every figure of the document with its numbers, as charts that the office can change; null where there are none. */
export function chartsSheet(charts: readonly Chart[]): WriteSheet | null {
  const drawable = charts.filter(({ categories, series }) => categories.length > 0 && series.length > 0)
  if (drawable.length === 0) return null
  const grid = new Grid()
  const widestSeries = drawable.reduce((most, { series }) => Math.max(most, series.length), 0)
  const placed = drawable.map((chart) => {
    const number = charts.indexOf(chart) + 1
    const top = grid.add(
      [cell(cellText(`Рисунок ${number} — ${plainLine(chart.caption)}`), look.caption)],
      20,
    )
    addNumbers(grid, chart)
    const first = top + 2
    const last = grid.rows.length - 1
    while (grid.rows.length < top + chartRows + 2) grid.add()
    grid.add()
    return nativeChart(chart, { top: top + 1, first, last, left: widestSeries + 2 })
  })
  return {
    name: chartsName,
    ...grid.parts(),
    columns: [{ width: 38 }, ...Array.from({ length: widestSeries }, () => ({ width: 14 }))],
    charts: placed,
    rowBreaks: placed.slice(1).map(({ anchor }) => anchor.from.row - 2),
  }
}

function addNumbers(grid: Grid, chart: Chart): void {
  const isWhole = chart.series.every(({ values }) =>
    values.every((value) => value === null || Number.isInteger(value)),
  )
  const format = isWhole ? '#,##0' : '#,##0.0'
  grid.add(
    [
      cell(cellText(plainLine(chart.unit)), headLook(false)),
      ...chart.series.map(({ name }) => cell(cellText(plainLine(name)), headLook(true))),
    ],
    chart.series.some(({ name }) => name.length > 12) ? 42 : 20,
  )
  chart.categories.forEach((name, place) =>
    grid.add(
      [
        cell(cellText(plainLine(name)), cellLook(undefined, false)),
        ...chart.series.map(({ values }) => {
          const value = values[place] ?? null
          return cell(value !== null && Number.isFinite(value) ? value : null, cellLook(format, true))
        }),
      ],
      heightOf(name),
    ),
  )
}

// Names of categories stand in a column of 38 digits.
const heightOf = (name: string) => Math.min(409, Math.max(1, Math.ceil(name.length / 34)) * 13.2 + 2)
const colourOf = (index: number) => seriesColours[index % seriesColours.length]?.slice(1) ?? 'C3CAD0'

function nativeChart(
  chart: Chart,
  at: { top: number; first: number; last: number; left: number },
): SheetChart {
  const isLine = chart.shape === 'lines'
  const isLying = chart.shape === 'bars'
  return {
    type: isLine ? 'line' : isLying ? 'bar' : 'column',
    ...(chart.shape === 'stacked-columns' ? { barGrouping: 'stacked', overlap: 100 } : {}),
    gapWidth: 60,
    showTitle: false,
    legend: chart.series.length > 1 ? 'bottom' : false,
    altText: plainLine(chart.description) || plainLine(chart.caption),
    anchor: {
      from: { row: at.top, col: at.left },
      to: { row: at.top + chartRows, col: at.left + chartColumns },
    },
    dispBlanksAs: 'gap',
    dataLabels: {
      showValue:
        !isLine &&
        chart.shape !== 'stacked-columns' &&
        chart.categories.length * chart.series.length <= mostLabels,
    },
    axes: { x: { reverse: isLying }, y: { hidden: isLying } },
    series: chart.series.map(({ name }, index) => ({
      name: plainLine(name),
      categories: rangeOf(at.first, 0, at.last, 0),
      values: rangeOf(at.first, index + 1, at.last, index + 1),
      color: colourOf(index),
      ...(isLine ? { marker: { symbol: markOf(index), size: 6 } } : {}),
    })),
  }
}

function markOf(index: number): 'circle' | 'square' | 'triangle' | 'diamond' {
  const mark = lineMarks[index % lineMarks.length]
  return mark === 'rect' ? 'square' : mark === 'emptyCircle' || mark === undefined ? 'circle' : mark
}
