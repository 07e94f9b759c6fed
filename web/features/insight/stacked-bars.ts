import type { EChartsCoreOption } from 'echarts/core'
import { formatNumber } from '../../ui/words.ts'
import { tellWeekday } from './tell-figures.ts'

/** One colour of a stacked chart: a number for each place along the axis. */
export type Layer = { id: string; name: string; colour: string; values: readonly number[] }

/** A place along the axis, with the day of the week below where there is room. */
export type Place = { name: string; below?: string }

/** So many days have room for the day of the week. */
const mostNamed = 16

/** Days or weeks as places along the axis. */
export function placesOf(
  rows: readonly { key: string | null; name: string }[],
  by: 'day' | 'week',
): readonly Place[] {
  if (by === 'week' || rows.length > mostNamed) return rows
  return rows.map(({ key, name }) => ({ name, below: tellWeekday(key ?? '') }))
}

const quiet = { color: '#5a636e', fontSize: 12, fontFamily: "'Golos Text Variable', Arial, sans-serif" }

/** Bars by day or week with layers over each other; all numbers of a place are told beside the pointer. */
export function stackedBars(places: readonly Place[], layers: readonly Layer[]) {
  const option: EChartsCoreOption = {
    animation: false,
    textStyle: { fontFamily: quiet.fontFamily },
    grid: { left: 4, right: 6, top: 10, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: places.map(({ name, below }) => (below === undefined ? name : `${name}\n${below}`)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#cbd3d8' } },
      axisLabel: { ...quiet, lineHeight: 15, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      splitLine: { lineStyle: { color: '#e9edef' } },
      axisLabel: { ...quiet, formatter: (value: number) => formatNumber(value) },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(13, 74, 88, 0.06)' } },
      confine: true,
      transitionDuration: 0,
      padding: [7, 10],
      borderColor: '#cbd3d8',
      textStyle: { ...quiet, color: '#1c2228' },
      formatter: (given: unknown) =>
        tellPlace(places, layers, (given as { dataIndex: number }[])[0]?.dataIndex),
    },
    series: layers.map(({ id, name, colour, values }) => ({
      type: 'bar',
      id,
      name,
      stack: 'all',
      barMaxWidth: 46,
      barCategoryGap: '32%',
      cursor: 'pointer',
      itemStyle: { color: colour, borderColor: '#fff', borderWidth: values.length > 40 ? 0 : 0.7 },
      emphasis: { disabled: true },
      data: values.map((value) => (value === 0 ? null : value)),
    })),
  }
  return option
}

/** The numbers of one place as an element: names come from the charter and are never read as markup. */
function tellPlace(
  places: readonly Place[],
  layers: readonly Layer[],
  place: number | undefined,
): HTMLElement | string {
  const named = place === undefined ? undefined : places[place]
  if (place === undefined || named === undefined) return ''
  const told = layers.flatMap((layer) => {
    const value = layer.values[place] ?? 0
    return value === 0 ? [] : [{ ...layer, value }]
  })
  const sum = told.reduce((all, { value }) => all + value, 0)
  const box = document.createElement('div')
  box.append(lineOf(`${named.name}${named.below === undefined ? '' : `, ${named.below}`}`, sum, null))
  for (const { name, value, colour } of told.toReversed()) box.append(lineOf(name, value, colour))
  return box
}

function lineOf(name: string, value: number, colour: string | null): HTMLElement {
  const line = document.createElement('div')
  Object.assign(line.style, { display: 'flex', gap: '14px', fontWeight: colour === null ? '600' : '400' })
  const title = document.createElement('span')
  title.style.flex = '1'
  if (colour !== null) {
    const mark = document.createElement('span')
    Object.assign(mark.style, { display: 'inline-block', width: '9px', height: '9px', marginRight: '7px' })
    Object.assign(mark.style, { borderRadius: '2px', background: colour })
    title.append(mark)
  }
  title.append(name)
  const number = document.createElement('span')
  number.textContent = formatNumber(value)
  line.append(title, number)
  return line
}
