import type { EChartsCoreOption } from 'echarts/core'
import type { Chart } from '../document.ts'
import { tellNumber } from '../text/tell-cell.ts'
import { chartLook, firstHollow, hollowBorders, lineMarks, lineStrokes, seriesColours } from './chart-look.ts'
import { widestLabel, wrapLabel } from './wrap-label.ts'

/** The figures of a chart, cleaned: as many values in each series as there are categories, null where there is none. */
export interface Figures {
  shape: Chart['shape']
  unit: string
  categories: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[] }[]
}

/** An option of the chart library with the height it needs. */
export interface Plan {
  option: EChartsCoreOption
  height: number
}

/** More values than these are not written beside their marks. */
const mostLabels = 24

const quietText = { color: chartLook.quiet, fontSize: chartLook.size, fontFamily: chartLook.family }
const legendName = (name: string) => wrapLabel(name, 250, 1, chartLook.size)[0] ?? ''
const legendEntryWidth = (name: string) => widestLabel([legendName(name)], chartLook.size) + 40

const legendLine = 18
const legendGap = 14

/** How tall the legend is, pixels; a single series needs none. */
export function legendHeight({ series }: Figures): number {
  if (series.length < 2) return 0
  let rows = 1
  let used = 0
  for (const { name } of series) {
    const width = legendEntryWidth(name)
    if (used > 0 && used + width > chartLook.width) {
      rows += 1
      used = 0
    }
    used += width
  }
  return rows * legendLine + (rows - 1) * legendGap + 4
}

/** The legend under the chart. */
export function legendOf(figures: Figures) {
  if (figures.series.length < 2) return { show: false }
  return {
    left: 'center',
    bottom: 0,
    itemGap: legendGap,
    itemWidth: figures.shape === 'lines' ? 26 : 12,
    itemHeight: 10,
    padding: 0,
    selectedMode: false,
    textStyle: { ...quietText, lineHeight: legendLine },
    formatter: (id: string) => legendName(figures.series[Number(id)]?.name ?? ''),
    data: figures.series.map((_, index) => ({
      name: String(index),
      ...(figures.shape === 'lines' ? {} : { icon: 'rect' }),
    })),
  }
}

/** The axis of values: whole steps for whole figures, from nought up, a little higher than an empty one. */
export function valueAxis({ series, unit }: Figures) {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const isWhole = values.every((value) => Number.isInteger(value))
  const isFlat = values.every((value) => value === 0)
  return {
    type: 'value',
    ...(isFlat ? { min: 0, max: isWhole ? 4 : 1 } : {}),
    ...(isWhole ? { minInterval: 1 } : {}),
    splitNumber: 4,
    name: unit,
    nameTextStyle: { ...quietText, align: 'left', padding: [0, 0, 2, 0] },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: chartLook.hairline } },
    axisLabel: { ...quietText, formatter: (value: number) => tellNumber(value), hideOverlap: true },
  } as const
}

/** The axis of names, without their texts. */
export const nameAxis = {
  type: 'category',
  z: 5,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: chartLook.line } },
} as const
export const nameText = quietText

/** Whether there is room to write each value at its mark. */
export function tellsValues(figures: Figures): boolean {
  return figures.categories.length * figures.series.length <= mostLabels
}

/** A label with the value at a mark. */
export function valueLabel(show: boolean, position: string) {
  return {
    show,
    position,
    distance: 4,
    color: chartLook.text,
    fontSize: chartLook.size - 0.5,
    fontFamily: chartLook.family,
    formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? tellNumber(value) : ''),
  }
}

/** Values of one layer of a stack; where it is the uppermost one, its label tells the sum of all layers. */
export function stackedValues(
  { categories, series }: Figures,
  index: number,
  tells: boolean,
  position: string,
) {
  return categories.map((_, place) => {
    const value = series[index]?.values[place] ?? 0
    const isUppermost = series.slice(index + 1).every(({ values }) => (values[place] ?? 0) === 0)
    if (value === 0) return null
    if (!tells || !isUppermost) return value
    const sum = series.reduce((all, { values }) => all + (values[place] ?? 0), 0)
    return { value, label: { ...valueLabel(true, position), formatter: () => tellNumber(sum) } }
  })
}

/** Fill and border of a series of bars; thin white gaps part the filled ones. */
export function barStyle(index: number) {
  const color = seriesColours[index % seriesColours.length] ?? chartLook.none
  if (index < firstHollow) return { color, borderColor: '#fff', borderWidth: 0.7 }
  const borderType = hollowBorders[(index - firstHollow) % hollowBorders.length]
  return { color: '#fff', borderColor: color, borderWidth: 1.6, borderType }
}

/** Colour, stroke and mark of a line. */
export function lineStyle(index: number) {
  const darkEnough = index === 3 ? '#7a9aa3' : (seriesColours[index % seriesColours.length] ?? chartLook.none)
  return {
    itemStyle: { color: darkEnough },
    lineStyle: { color: darkEnough, width: 2, type: lineStrokes[index % lineStrokes.length] },
    symbol: lineMarks[index % lineMarks.length],
  }
}
