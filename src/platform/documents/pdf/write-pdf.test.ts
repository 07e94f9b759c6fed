import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficialDocument } from '../document.ts'
import { hostileTexts, smallDocument, smallTable } from '../documents-for-tests.ts'
import { prepareDocument } from '../layout/prepare.ts'
import { sampleReport } from '../report-for-tests.ts'
import { readPdf } from './pdf-for-tests.ts'
import { writePdf } from './write-pdf.ts'

const pdfOf = (document: OfficialDocument) => readPdf(writePdf(prepareDocument(document)))
/** A page's text without what the setter did to it: breaks of lines, hyphens at them, spaces that hold. */
const even = (text: string) => text.replaceAll(/[\u00AD\u200B-]\n/g, '').replaceAll(/[\s\u00A0\u200B]+/g, '')

test('a report is set on pages that say what they are, in Russian, for an archive', () => {
  const { pages, catalogue, metadata, sheets } = pdfOf(sampleReport())
  assert.ok(pages.length >= 9 && pages.length <= 12, `${pages.length} pages`)
  assert.match(catalogue, /\/Lang \(ru/)
  assert.match(metadata, /Еженедельный отчёт о работе с сообщениями и обращениями граждан/)
  assert.match(metadata, /<pdfaid:part>2</)
  assert.match(metadata, /2026-11-23T06:41:07/)
  for (const { width, height } of sheets)
    assert.deepEqual([Math.round(width), Math.round(height)], [595, 842])
  pages.forEach((page, index) => {
    assert.ok(even(page).includes(`Страница${index + 1}из${pages.length}`), `page ${index + 1}`)
    assert.ok(even(page).includes(even('Сформировано платформой «Отклик» по данным на 23.11.2026, 09:00')))
    assert.doesNotMatch(page, /ПРОЕКТ/)
  })
  const first = even(pages[0] ?? '')
  for (const text of [
    '23.11.2026 № 01-12/47',
    'УТВЕРЖДАЮ',
    'Образцову И. П.',
    '1. Главное за неделю',
    '87,4 %',
  ])
    assert.ok(first.includes(even(text)), text)
  assert.ok(even(pages.at(-1) ?? '').includes(even('А. С. Примерова')))
})

test('a draft says so on every page', () => {
  const { pages } = pdfOf(sampleReport({ registration: null, approval: null }))
  for (const page of pages) assert.ok(even(page).includes('ПРОЕКТ'))
  assert.ok(even(pages[0] ?? '').includes('____________№________'))
})

test('a long table repeats its header on every page and loses no row', () => {
  const rows = Array.from({ length: 200 }, (_, at) => [`Улица ${at}-я`, at, 50, 1.5, '2026-11-13'])
  const { pages } = pdfOf(
    smallDocument({ blocks: [smallTable({ rows, total: ['Всего', 19900, 50, 1.5, null] })] }),
  )
  assert.ok(pages.length > 3)
  assert.ok(even(pages[0] ?? '').includes('Улица0-я'))
  for (const page of pages)
    for (const name of ['Тема', 'Поступило', 'Всрок', 'Ответ', 'Срок']) assert.ok(even(page).includes(name))
  const all = even(pages.join('\n'))
  for (const [name] of rows) assert.ok(all.includes(even(String(name))), String(name))
  assert.equal(all.split(even('19 900')).length, 2)
})

test('a total never begins a page', () => {
  for (let count = 30; count < 50; count += 1) {
    const rows = Array.from({ length: count }, (_, at) => [`Улица ${at}-я`, at, 50, 1.5, '2026-11-13'])
    const { pages } = pdfOf(
      smallDocument({ blocks: [smallTable({ rows, total: ['Итого', 1, 50, 1.5, null] })] }),
    )
    const page = pages.find((one) => even(one).includes('Итого')) ?? ''
    assert.ok(even(page).includes(even(`Улица ${count - 1}-я`)), `${count} rows`)
  }
})

test('signatures never stand on a page alone', () => {
  for (let lines = 20; lines < 48; lines += 3) {
    const text = Array.from({ length: lines }, (_, at) => `Строка ${at}.`).join('\n')
    const { pages } = pdfOf(
      smallDocument({
        blocks: [{ kind: 'paragraph', text }],
        signatures: [{ position: 'Глава', name: 'А. Б. Вымышленный' }],
      }),
    )
    assert.ok(even(pages.at(-1) ?? '').includes(even(`Строка ${lines - 1}.`)), `${lines} lines`)
  }
})

test('a wide table lies on its side', () => {
  const columns = Array.from({ length: 16 }, (_, at) => ({
    name: `Одноклассники ${at}`,
    kind: 'number' as const,
  }))
  const { sheets } = pdfOf(
    smallDocument({
      blocks: [
        { kind: 'paragraph', text: 'Сначала' },
        smallTable({ columns, rows: [columns.map((_, at) => at)], total: null }),
        { kind: 'paragraph', text: 'Потом' },
      ],
    }),
  )
  assert.deepEqual(
    sheets.map(({ width, height }) => width > height),
    [false, true, false],
  )
})

test('hostile texts stand on the page as text; nothing is read from the disk', () => {
  const { pages } = pdfOf(
    smallDocument({ blocks: hostileTexts.map((text) => ({ kind: 'paragraph', text })) }),
  )
  const all = even(pages.join('\n'))
  for (const text of [
    '#heading *bold* _em_ $x^2$ `raw` @ref \\n <label> //c',
    '#import "/etc/passwd": *',
    '#read("/etc/passwd")',
    '"), eval("panic()") #("',
    '<w:t>&amp;</w:t><script>alert(1)</script>',
    "=cmd|'/C calc'!A0",
  ])
    assert.ok(all.includes(even(text)), text)
  assert.doesNotMatch(all, /root:/)
  const run = [...all.matchAll(/а{40,}/g)].reduce((length, [found]) => length + found.length, 0)
  assert.equal(run, 10_000)
})

test('a heading stays with what it leads', () => {
  for (let lines = 24; lines < 40; lines += 1) {
    const text = Array.from({ length: lines }, () => 'Строка.').join('\n')
    const { pages } = pdfOf(
      smallDocument({
        blocks: [{ kind: 'paragraph', text }, { kind: 'heading', level: 1, text: 'Заголовок' }, smallTable()],
      }),
    )
    const page = even(pages.find((one) => even(one).includes('Заголовок')) ?? '')
    assert.ok(page.includes('Таблица1—Темы') && page.includes('Дороги'), `${lines} lines`)
  }
})
