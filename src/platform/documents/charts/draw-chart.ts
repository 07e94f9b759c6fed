import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from '../document.ts'
import { fontOf } from '../text/fonts.ts'
import { plainLine } from '../text/plain-text.ts'
import { printable } from '../text/printable.ts'
import { lyingChart } from './lying-chart.ts'
import { type Figures, legendHeight } from './figures.ts'
import { chartLook } from './chart-look.ts'
import { standingChart } from './standing-chart.ts'
import { harmless } from './wrap-label.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

// Without a browser the library would guess how wide Cyrillic letters are.
setPlatformAPI({
  measureText: (text, font) => {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? chartLook.size)
    const face = /bold|[6-9]00/.test(font ?? '') ? 'sansBold' : 'sans'
    return { width: fontOf(face).widthOf(text, size) }
  },
})

/** A drawing ready to be set: its size in pixels, 96 to the inch. */
export interface Drawing {
  svg: string
  width: number
  height: number
}

/** Draws a chart as SVG whose letters stay letters; the same figures always give the same text. */
export function drawChart(chart: Chart): Drawing {
  const figures = figuresOf(chart)
  const { width } = chartLook
  const isEmpty = figures.series.every(({ values }) => values.every((value) => value === null))
  if (isEmpty) return { svg: emptyDrawing(width, 72), width, height: 72 }
  const plan = standingChart(figures) ?? lyingChart(figures)
  const height = Math.round(plan.height + legendHeight(figures))
  const made = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    made.setOption({ animation: false, textStyle: { fontFamily: chartLook.family }, ...plan.option })
    return { svg: settleNames(made.renderToSVGString()), width, height }
  } finally {
    made.dispose()
  }
}

/** What is larger than this is no figure of a centre; the axis could not be divided by it. */
const drawable = 1e12

const name = (text: string) => harmless(printable(plainLine(text)) || '—')

function figuresOf(chart: Chart): Figures {
  return {
    shape: chart.shape,
    unit: harmless(printable(plainLine(chart.unit))),
    categories: chart.categories.map(name),
    series: chart.series.map((series) => ({
      name: name(series.name),
      values: chart.categories.map((_, place) => {
        const value = series.values[place] ?? null
        return value === null || !(Math.abs(value) < drawable) ? null : Math.round(value * 100) / 100
      }),
    })),
  }
}

// The library counts its drawings through the life of the process and writes the count into every name.
function settleNames(svg: string): string {
  const names = new Map<string, string>()
  return withoutBrowser(svg).replaceAll(/zr\d+-([a-z]+)[\w-]*/g, (found, kind: string) => {
    const known = names.get(found)
    if (known !== undefined) return known
    const name = `${kind}${names.size + 1}`
    names.set(found, name)
    return name
  })
}

// What only a browser makes use of: marks for the pointer, styles under it, areas that are not seen.
function withoutBrowser(svg: string): string {
  return svg
    .replaceAll(/<style[\s\S]*?<\/style>\n?/g, '')
    .replaceAll(/<path [^>]*fill-opacity="0"[^>]*><\/path>\n?/g, '')
    .replaceAll(/ (?:ecmeta_[a-z_]+|class|pointer-events)="[^"]*"/g, '')
}

function emptyDrawing(width: number, height: number): string {
  const { family, size, quiet, hairline } = chartLook
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${hairline}"/><text x="${width / 2}" y="${height / 2 + size / 3}" text-anchor="middle" font-family="${family}" font-size="${size}" fill="${quiet}">Данных за период нет</text></svg>`
}
