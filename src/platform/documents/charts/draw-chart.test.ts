import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Chart } from '../document.ts'
import { fontOf } from '../text/fonts.ts'
import { xmlFault } from '../xml-for-tests.ts'
import { chartLook } from './chart-look.ts'
import { drawChart } from './draw-chart.ts'
import { drawPng } from './draw-png.ts'

const shapes = ['columns', 'stacked-columns', 'bars', 'lines'] as const
const chart = (change: Partial<Chart> = {}): Chart => ({
  kind: 'chart',
  caption: 'Поступление',
  shape: 'columns',
  unit: 'ед.',
  categories: ['пн', 'вт', 'ср'],
  series: [{ name: 'ПОС', values: [1204, 0, 77] }],
  description: '',
  ...change,
})
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text)

test('values stand at their marks with Russian thousands; a single series needs no legend', () => {
  const told = texts(drawChart(chart()).svg)
  for (const text of ['ед.', 'пн', 'вт', 'ср', '1\u00A0204', '77']) assert.ok(told.includes(text), text)
  assert.ok(!told.includes('ПОС'))
})

test('a stack tells its sum once, above the uppermost layer that is there', () => {
  const series = [
    { name: 'ПОС', values: [13, 3, 0] },
    { name: 'ВК', values: [6, 0, null] },
  ]
  const told = texts(drawChart(chart({ shape: 'stacked-columns', series })).svg)
  assert.equal(told.filter((text) => text === '19').length, 1)
  assert.equal(told.filter((text) => text === '3').length, 1)
  assert.ok(told.includes('ПОС') && told.includes('ВК'))
})

test('columns with long names lie down so that the names can be read', () => {
  const categories = Array.from({ length: 12 }, (_, at) => `Содержание дорог местного значения ${at}`)
  const series = [{ name: 'Всего', values: categories.map((_, at) => at) }]
  const upright = drawChart(chart())
  const lying = drawChart(chart({ categories, series }))
  assert.ok(lying.height > upright.height)
  assert.ok(texts(lying.svg).join(' ').includes('Содержание дорог местного'))
})

test('a chart of nothing says so; noughts alone still have an axis', () => {
  for (const series of [
    [],
    [{ name: 'a', values: [null, null, null] }],
    [{ name: 'a', values: [Number.NaN] }],
  ])
    assert.deepEqual(texts(drawChart(chart({ series })).svg), ['Данных за период нет'])
  assert.ok(texts(drawChart(chart({ series: [{ name: 'a', values: [0, 0, 0] }] })).svg).includes('4'))
})

test('any chart is the same drawing twice, well-formed and no taller than a page', () => {
  const value = fc.option(fc.oneof(fc.nat(5000), fc.double({ min: -1e6, max: 1e9, noNaN: false })), {
    nil: null,
  })
  const drawn = fc.record({
    shape: fc.constantFrom(...shapes),
    categories: fc.array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('слово '.repeat(30))),
      {
        maxLength: 60,
      },
    ),
    series: fc.array(
      fc.record({ name: fc.string({ maxLength: 60 }), values: fc.array(value, { maxLength: 60 }) }),
      {
        maxLength: 9,
      },
    ),
    unit: fc.string({ maxLength: 8 }),
  })
  fc.assert(
    fc.property(drawn, (given) => {
      const made = drawChart(chart(given))
      assert.equal(drawChart(chart(given)).svg, made.svg)
      assert.equal(xmlFault(made.svg), null)
      // The order of patterns and transparencies in a PDF is chance: none may be drawn.
      assert.doesNotMatch(made.svg, /opacity|<pattern|Gradient/)
      assert.ok(made.height > 40 && made.height <= 1060, `${made.height}`)
    }),
    { numRuns: 40 },
  )
})

test('a name that every object has leaves the objects of the process alone', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    '__defineGetter__',
    'длинное название __proto__ темы',
  ]
  const series = names.map((name) => ({ name, values: names.map((_, at) => at) }))
  const before = Object.getOwnPropertyNames(Object.prototype).toSorted()
  for (const shape of shapes)
    for (const unit of names) {
      const { svg } = drawChart(chart({ shape, categories: names, series, unit }))
      assert.equal(xmlFault(svg), null)
      assert.ok(texts(svg).some((text) => text.trim() === '__proto__'))
    }
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).toSorted(), before)
  assert.deepEqual(Object.keys(Object), [])
})

test('names beside lying bars end where the bars begin', () => {
  const categories = Array.from({ length: 9 }, (_, at) => `${'Очень длинное название темы '.repeat(4)}${at}`)
  const { svg } = drawChart(
    chart({ shape: 'bars', categories, series: [{ name: 'a', values: categories.map(() => 5) }] }),
  )
  const names = [...svg.matchAll(/text-anchor="end"[^>]*transform="translate\(([\d.]+)[^>]*>([^<]*)</g)]
  assert.equal(names.length, 18)
  for (const [, x, text = ''] of names)
    assert.ok(Number(x) - fontOf('sans').widthOf(text, chartLook.size) >= 0, text)
})

test('the picture for Word has letters and is larger than it is shown', () => {
  const { svg, width } = drawChart(chart())
  const png = drawPng(svg, width)
  assert.equal(png.subarray(1, 4).toString(), 'PNG')
  assert.equal(png.readUInt32BE(16), width * 2.5)
  const bare = drawPng(svg.replaceAll(/<text[\s\S]*?<\/text>/g, ''), width)
  assert.ok(png.length > bare.length + 2000, 'fonts were not found')
})
