import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { millimetresOf } from '../text/fonts.ts'
import { type ColumnContent, layColumns } from './column-widths.ts'
import { cellPadding, lyingWidth, textWidth } from './prepared.ts'

const column = (change: Partial<ColumnContent> = {}): ColumnContent => ({
  name: 'Тема',
  cells: ['Дороги', 'Освещение'],
  isText: true,
  share: undefined,
  ...change,
})

test('columns fill the text from edge to edge, upright or lying', () => {
  const columns = fc.array(
    fc.record({
      name: fc.string({ maxLength: 30 }),
      cells: fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }),
      isText: fc.boolean(),
      share: fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(columns, (given) => {
      const { widths, lying } = layColumns(given)
      const all = widths.reduce((sum, width) => sum + width, 0)
      assert.ok(Math.abs(all - (lying ? lyingWidth : textWidth)) < 0.5, `${all}`)
      assert.ok(widths.every((width) => width > 0))
    }),
  )
})

test('no figure is torn: a column of figures is as wide as the widest, whatever share it was given', () => {
  const figures = column({ name: 'N', cells: ['1\u00A0234\u00A0567,89'], isText: false, share: 0.1 })
  const { widths, points } = layColumns([column({ share: 9 }), figures])
  const needed = millimetresOf('1\u00A0234\u00A0567,89', 'sans', points) + cellPadding.side * 2
  assert.ok((widths[1] ?? 0) >= needed)
})

test('a table of few columns stands in the common size; one of many columns lies on its side', () => {
  const few = layColumns([column(), column({ isText: false, cells: ['12'] })])
  assert.deepEqual([few.points, few.lying], [9.5, false])
  const many = layColumns(Array.from({ length: 16 }, () => column({ name: 'Одноклассники', isText: false })))
  assert.equal(many.lying, true)
})
