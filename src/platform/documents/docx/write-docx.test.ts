import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficialDocument } from '../document.ts'
import { hostileTexts, smallDocument, smallTable } from '../documents-for-tests.ts'
import { prepareDocument } from '../layout/prepare.ts'
import { sampleReport } from '../report-for-tests.ts'
import { fontOf } from '../text/fonts.ts'
import { xmlFault } from '../xml-for-tests.ts'
import { unzipParts } from '../zip-parts.ts'
import { writeDocx } from './write-docx.ts'

async function partsOf(document: OfficialDocument) {
  const parts = unzipParts(await writeDocx(prepareDocument(document)))
  const textOf = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  return { parts, textOf, body: textOf('word/document.xml') }
}

/** Texts of paragraphs with the name of their style. */
function paragraphs(xml: string): { style: string; text: string }[] {
  return [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }))
}

const styled = (xml: string, style: string) =>
  paragraphs(xml)
    .filter((one) => one.style === style)
    .map(({ text }) => text.replaceAll('\u00A0', ' '))

test('a report for Word has real headings, numbered tables and figures, and every part is well-formed', async () => {
  const { parts, body } = await partsOf(sampleReport())
  for (const [name, part] of parts)
    if (/\.(xml|rels)$/.test(name)) assert.equal(xmlFault(part.toString('utf8')), null, name)
  assert.deepEqual(styled(body, 'Heading2'), ['2.1. Динамика за четыре недели'])
  assert.equal(styled(body, 'Heading1').length, 5)
  const tables = styled(body, 'TableCaption')
  assert.deepEqual(
    tables.map((caption) => /^Таблица (\d+) — /.exec(caption)?.[1]),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  )
  assert.deepEqual(
    styled(body, 'FigureCaption').map((caption) => /^Рисунок (\d+) — /.exec(caption)?.[1]),
    ['1', '2', '3', '4', '5', '6'],
  )
  assert.ok(
    paragraphs(body).every(({ style }) => style !== ''),
    'every paragraph has a style',
  )
})

test('the head of the paper: letterhead, number and date, approval, addressees, signatures', async () => {
  const { body, textOf } = await partsOf(sampleReport())
  assert.deepEqual(styled(body, 'LetterheadBody'), ['Администрация Заречного муниципального округа'])
  assert.deepEqual(styled(body, 'Requisites').filter(Boolean), [
    '23.11.2026 № 01-12/47',
    'УТВЕРЖДАЮ',
    'Руководитель муниципального центра управления',
    'Примерова А. С.',
    'Главе Заречного муниципального округа',
    'Образцову И. П.',
  ])
  assert.deepEqual(styled(body, 'Signature').filter(Boolean), [
    'Руководитель муниципального центра управления',
    'А. С. Примерова',
    'Ведущий специалист по аналитике',
  ])
  const foot = textOf('word/footer1.xml')
  assert.match(foot, /PAGE/)
  assert.match(foot, /NUMPAGES/)
  assert.doesNotMatch(textOf('word/header1.xml'), /ПРОЕКТ/)
})

test('a draft says so on every page and has no number yet', async () => {
  const { body, textOf } = await partsOf(smallDocument({ registration: null }))
  assert.match(textOf('word/header1.xml'), /ПРОЕКТ/)
  assert.deepEqual(styled(body, 'Requisites').filter(Boolean), ['____________ № ________'])
})

test('a table repeats its header, keeps its rows whole and sets figures to the right', async () => {
  const { body } = await partsOf(smallDocument({ blocks: [smallTable()] }))
  const table = /<w:tbl>(?:(?!<w:tbl>)[\s\S])*?Поступило[\s\S]*?<\/w:tbl>/.exec(body)?.[0] ?? ''
  const rows = table.split('<w:tr>').slice(1)
  assert.equal(rows.length, 4)
  assert.deepEqual(
    rows.map((row) => row.includes('<w:tblHeader/>')),
    [true, false, false, false],
  )
  assert.ok(rows.every((row) => row.includes('<w:cantSplit/>')))
  assert.deepEqual(
    paragraphs(rows[1] ?? '').map(({ text }) => text),
    ['Дороги', '1\u00A0234', '87,4\u00A0%', '31,3\u00A0ч', '13.11.2026'],
  )
  assert.equal((rows[1] ?? '').match(/<w:jc w:val="right"\/>/g)?.length, 4)
  assert.deepEqual(
    paragraphs(rows[3] ?? '').map(({ text }) => text),
    ['Всего', '1\u00A0300', '85,1\u00A0%', '29,8\u00A0ч', ''],
  )
})

test('a wide table lies on a sheet of its own with the heading that leads it; the next page stands again', async () => {
  const columns = Array.from({ length: 16 }, (_, at) => ({
    name: `Одноклассники ${at}`,
    kind: 'number' as const,
  }))
  const { body } = await partsOf(
    smallDocument({
      blocks: [
        { kind: 'paragraph', text: 'Сначала' },
        { kind: 'heading', level: 1, text: 'Широкая' },
        smallTable({ columns, rows: [columns.map((_, at) => at)], total: null }),
        { kind: 'paragraph', text: 'Потом' },
      ],
    }),
  )
  const sheets = [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(
    ([, width, height]) => Number(width) > Number(height),
  )
  assert.deepEqual(sheets, [false, true, false])
  const ends = [...body.matchAll(/<w:sectPr>/g)].map(({ index }) => index)
  const placeOf = (text: string) => body.indexOf(text)
  assert.ok(placeOf('Широкая') > (ends[0] ?? 0) && placeOf('Одноклассники') < (ends[1] ?? 0))
  assert.ok(placeOf('Потом') > (ends[1] ?? 0))
})

test('pictures say in words what they show, and faces travel inside the file', async () => {
  const { parts, body, textOf } = await partsOf(sampleReport())
  const described = [...body.matchAll(/<wp:docPr id="(\d+)"[^>]*descr="([^"]+)"/g)]
  assert.deepEqual(
    described.map(([, id]) => id),
    ['1', '2', '3', '4', '5', '6'],
  )
  assert.equal(described[1]?.[2], 'Больше всего сообщений о дорогах.')
  assert.equal([...parts.keys()].filter((name) => /^word\/media\/.*\.png$/.test(name)).length, 6)
  const key = /w:fontKey="\{([^}]+)\}"/.exec(textOf('word/fontTable.xml'))?.[1] ?? ''
  const digits = Buffer.from(key.replaceAll('-', ''), 'hex').toReversed()
  const veiled = Buffer.from(parts.get('word/fonts/font1.odttf') ?? [])
  for (let at = 0; at < 32; at += 1) veiled[at] = (veiled[at] ?? 0) ^ (digits[at % 16] ?? 0)
  assert.deepEqual(veiled, fontOf('serif').bytes)
  assert.match(textOf('word/settings.xml'), /<w:embedTrueTypeFonts/)
})

test('the file carries its title and the moment of its making', async () => {
  const core = (await partsOf(sampleReport())).textOf('docProps/core.xml')
  assert.match(core, /<dc:title>Еженедельный отчёт/)
  assert.deepEqual(
    [...core.matchAll(/>(\d{4}-[^<]+)</g)].map(([, moment]) => moment),
    ['2026-11-23T06:41:07Z', '2026-11-23T06:41:07Z'],
  )
})

test('hostile texts stand in the paper as text', async () => {
  const { parts, body } = await partsOf(
    smallDocument({ blocks: hostileTexts.map((text) => ({ kind: 'paragraph', text })) }),
  )
  for (const [name, part] of parts)
    if (/\.(xml|rels)$/.test(name)) assert.equal(xmlFault(part.toString('utf8')), null, name)
  const texts = paragraphs(body).map(({ text }) => text)
  for (const expected of [
    '=1+1',
    '&lt;w:t&gt;&amp;amp;&lt;/w:t&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
    '{dashes-0} {dashes-0}',
    '_x0041_ _x000D_',
    'назад ',
    'а'.repeat(10_000),
  ])
    assert.ok(texts.includes(expected.trim()) || texts.includes(expected), expected.slice(0, 60))
})
