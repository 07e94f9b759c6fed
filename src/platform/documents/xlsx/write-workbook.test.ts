import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import type { OfficialDocument } from '../document.ts'
import { hostileTexts, smallDocument, smallTable } from '../documents-for-tests.ts'
import { sampleReport } from '../report-for-tests.ts'
import { readSheet } from '../../sheets/index.ts'
import { xmlFault } from '../xml-for-tests.ts'
import { unzipParts } from '../zip-parts.ts'
import { writeWorkbook } from './write-workbook.ts'

async function workbookOf(document: OfficialDocument) {
  const bytes = await writeWorkbook(document)
  const parts = unzipParts(bytes)
  for (const [name, part] of parts)
    if (/\.(xml|rels)$/.test(name)) assert.equal(xmlFault(part.toString('utf8')), null, name)
  const textOf = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  return {
    bytes,
    textOf,
    names: namesIn(textOf('xl/workbook.xml')),
    book: await readXlsx(bytes, { readStyles: true }),
  }
}

const namesIn = (xml: string) => [...xml.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)

test('a summary comes first, then a sheet for each table, then the charts', async () => {
  const { names, textOf } = await workbookOf(sampleReport())
  assert.deepEqual(names, [
    'Сводка',
    'Темы 1',
    'Темы 2',
    'Темы 3',
    'Темы 4',
    'Поселения и каналы',
    'Просроченные',
    'Темы 5',
    'Темы 6',
    'Темы 7',
    'Опросы',
    'Диаграммы',
  ])
  const chart = textOf('xl/charts/chart1.xml')
  assert.match(chart, /<c:barChart>/)
  assert.match(chart, /<c:grouping val="stacked"\/>/)
  assert.match(chart, /<c:f>'?Диаграммы'?!\$B\$3:\$B\$9<\/c:f>/)
})

test('figures are figures, percents are shares of one, days are days', async () => {
  const { book, textOf } = await workbookOf(smallDocument({ blocks: [smallTable()] }))
  const sheet = book.sheets[1]
  assert.deepEqual(sheet?.rows[3], ['Дороги', 1234, 0.874, 31.25, new Date('2026-11-13T00:00:00Z')])
  assert.deepEqual(sheet?.rows[4], ['Освещение', 66, null, 2, null])
  const formats = ['3,1', '3,2', '3,3', '3,4'].map((place) => sheet?.cells?.get(place)?.style?.numFmt)
  assert.deepEqual(formats, ['#,##0', '0.0\\ %', '#,##0.0\\ "ч"', 'dd\\.mm\\.yyyy'])
  const xml = textOf('xl/worksheets/sheet2.xml')
  assert.match(xml, /<pane [^>]*ySplit="3"[^>]*state="frozen"/)
  assert.match(xml, /<autoFilter ref="A3:E5"\/>/)
  assert.match(xml, /fitToWidth="1"/)
  assert.match(xml, /orientation="landscape"/)
})

test('a total lives: a sum with its value beside it, but never against what the document says', async () => {
  const columns = [
    { name: 'Тема', kind: 'text' },
    { name: 'Поступило', kind: 'number', sum: true },
    { name: 'Жителей', kind: 'number', sum: true },
  ] as const
  const rows = [
    ['Дороги', 10, 4],
    ['Свет', 5.5, 3],
  ]
  const { textOf, book } = await workbookOf(
    smallDocument({ blocks: [smallTable({ columns, rows, total: ['Всего', 15.5, 6] })] }),
  )
  const xml = textOf('xl/worksheets/sheet2.xml')
  assert.match(xml, /<c r="B6"[^>]*><f>SUM\(B4:B5\)<\/f><v>15\.5<\/v><\/c>/)
  // Six people stand behind seven: one of them wrote about both topics.
  assert.match(xml, /<c r="C6"[^>]*><v>6<\/v><\/c>/)
  assert.equal(book.sheets[1]?.cells?.get('5,1')?.formula, 'SUM(B4:B5)')
})

test('no text becomes a formula, an escape or a command of the printer', async () => {
  const rows = hostileTexts.map((text) => [text, text])
  const columns = [
    { name: '=1+1', kind: 'text' },
    { name: '@x', kind: 'number' },
  ] as const
  const { bytes, textOf, book } = await workbookOf(
    smallDocument({
      title: '=cmd',
      footer: '&P =1',
      blocks: [smallTable({ columns, rows, total: null, sheet: '=1+1', caption: '=HYPERLINK("x")' })],
    }),
  )
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
    assert.doesNotMatch(textOf(name), /<f[ >]/)
  assert.match(textOf('xl/worksheets/sheet2.xml'), /&amp;8&amp;&amp;P =1&amp;R/)
  const cells = book.sheets[1]?.rows.slice(3).map(([first]) => first) ?? []
  assert.equal(cells[0], "=cmd|'/C calc'!A0")
  assert.ok(cells.includes('_x0041_ _x000D_'))
  assert.ok(cells.includes('слово\nвторая\nтретья четвёртая'))
  assert.equal(book.sheets[1]?.rows[2]?.[0], '=1+1')
  const read = await readSheet(bytes, { fileName: 'x.xlsx', sheet: '=1+1' })
  assert.ok((await Array.fromAsync(read.rows())).length > 20)
})

test('names of sheets are made lawful and each is used once', async () => {
  const wanted = [
    'Сводка',
    'сводка',
    'a/b:c*[d]?\\',
    "'",
    '',
    'я'.repeat(60),
    'я'.repeat(60),
    'History',
    'Диаграммы',
  ]
  const { names, textOf } = await workbookOf(
    smallDocument({ blocks: wanted.map((sheet) => smallTable({ sheet })) }),
  )
  assert.equal(new Set(names.map((name) => name?.toLowerCase())).size, 10)
  for (const name of names) assert.match(name ?? '', /^[^[\]:*?/\\']{1,31}$/)
  // Without quotes a name of several words makes an office repair the book.
  const titles = [...textOf('xl/workbook.xml').matchAll(/_xlnm\.Print_Titles"[^>]*>([^<]+)</g)].map(
    ([, range]) => range,
  )
  assert.equal(titles.length, 9)
  for (const range of titles) assert.match(range ?? '', /^'[^']+'!\$3:\$3$/)
})

test('a draft says so on its first sheet and on every printed page', async () => {
  const { book, textOf } = await workbookOf(smallDocument({ registration: null, blocks: [smallTable()] }))
  assert.equal(book.sheets[0]?.rows[0]?.[0], 'ПРОЕКТ')
  for (const number of [1, 2])
    assert.match(textOf(`xl/worksheets/sheet${number}.xml`), /<oddHeader>[^<]*ПРОЕКТ/)
})

test('an empty table, a table without columns and rows of any length still make a sheet', async () => {
  const { book } = await workbookOf(
    smallDocument({
      blocks: [
        smallTable({ rows: [], total: null }),
        smallTable({ columns: [], sheet: 'Без столбцов' }),
        smallTable({ rows: [[], ['а', 1, 2, 3, null, 'лишнее', 7]], sheet: 'Разные' }),
      ],
    }),
  )
  assert.equal(book.sheets[1]?.rows[3]?.[0], 'Записей за период нет')
  assert.equal(book.sheets.length, 4)
  assert.equal(book.sheets[3]?.rows[4]?.includes('лишнее'), false)
})
