import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { streamXlsxRows } from 'hucre/xlsx'
import { Refusal } from '../refusal.ts'
import { readSheet, type SheetLimits, type SheetValue, writeXlsx } from './index.ts'
import { workbookParts, zipOf } from './zip-for-tests.ts'

async function rowsOf(bytes: Uint8Array, limits?: Partial<SheetLimits>, sheet?: string) {
  const options = {
    fileName: 'f.xlsx',
    ...(limits ? { limits } : {}),
    ...(sheet === undefined ? {} : { sheet }),
  }
  return Array.fromAsync((await readSheet(bytes, options)).rows())
}

async function written(rows: SheetValue[][]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeXlsx(rows, { sheetName: 'Лист' })))
}

function refused(reason: string) {
  return (error: unknown): boolean => error instanceof Refusal && error.reason === reason
}

test('a written workbook is read back with its numbers, flags, dates and texts', async () => {
  const at = Temporal.PlainDateTime.from('2026-11-22T13:45:10')
  const rows = [
    ['Номер', 'Дата', 'Текст', 'Да'],
    [7, at, "'<p>Ёж & «ёлка»</p>\n2", true],
    [null, null, '_x0041_ 😀', -1.5],
  ]
  const read = await rowsOf(await written(rows))
  assert.deepEqual(
    read.map(({ number }) => number),
    [1, 2, 3],
  )
  assert.deepEqual(read[1]?.values, rows[1])
  assert.deepEqual(read[2]?.values, rows[2])
})

test('any text written to a workbook is read back', async () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 10 })
    .map((raw) => raw.toWellFormed().replaceAll(/\p{C}/gu, ''))
  const odd = fc.constantFrom('_x000D_', ' край ', 'a\nb', '&amp;', ']]>', '<t>', '_')
  const rows = fc.array(fc.array(fc.oneof(text, odd), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const filled = cells.map((row) => row.map((cell) => cell || null)).filter((row) => row.some(Boolean))
      const read = await rowsOf(await written(cells))
      assert.deepEqual(
        read.map(({ values }) => [...values]),
        filled,
      )
    }),
    { numRuns: 60 },
  )
})

test('text that looks like a formula is written as text', async () => {
  const bytes = await written([['=HYPERLINK("http://x")', '+1', '-1', '@a', '\tb']])
  assert.deepEqual((await rowsOf(bytes))[0]?.values, ['=HYPERLINK("http://x")', '+1', '-1', '@a', '\tb'])
  for await (const { values } of streamXlsxRows(bytes)) assert.equal(values[0], '=HYPERLINK("http://x")')
})

test('a formula is read by the value saved with it', async () => {
  const cells =
    '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>A1</f><v>да</v></c><c r="C3"><f>9</f></c></row>'
  assert.deepEqual(await rowsOf(zipOf(workbookParts(cells))), [{ number: 3, values: [2, 'да', null] }])
})

test('shared strings, dates, times, references and gaps are understood', async () => {
  const cells = [
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>46336.5</v></c>',
    '<c r="E2" s="2"><v>0.25</v></c><c r="F2" t="inlineStr"><is><t>&#1057;&#x43D;&amp;&#128512;</t></is></c></row><row r="4"/>',
  ].join('')
  const [row] = await rowsOf(zipOf(workbookParts(cells)))
  assert.deepEqual(row?.values.slice(0, 3), ['Общая', null, 'Две части'])
  assert.equal(String(row?.values[3]), '2026-11-10T12:00:00')
  assert.equal(String(row?.values[4]), '06:00:00')
  assert.equal(row?.values[5], 'Сн&😀')
})

test('the first visible sheet is read unless another is named', async () => {
  const bytes = zipOf(workbookParts('<row><c t="inlineStr"><is><t>видно</t></is></c></row>'))
  assert.deepEqual((await rowsOf(bytes))[0]?.values, ['видно'])
  assert.deepEqual(await rowsOf(bytes, undefined, 'Скрытый'), [])
  await assert.rejects(rowsOf(bytes, undefined, 'Другой'), refused('sheet-missing'))
})

test('a bomb is refused by what it declares and, when it lies, while it unpacks', async () => {
  const bomb = workbookParts('<row/>'.repeat(5_000_000))
  await assert.rejects(rowsOf(zipOf(bomb)), refused('file-bomb'))
  await assert.rejects(rowsOf(zipOf(bomb, { 'xl/worksheets/sheet1.xml': 1000 })), refused('file-bomb'))
  await assert.rejects(rowsOf(zipOf(bomb), { ratio: 1e9, unpackedBytes: 1_000_000 }), refused('file-bomb'))
})

test('a workbook cut off anywhere is refused with one sentence', async () => {
  const whole = await written([
    ['Номер', 'Текст'],
    [1, 'Снег не убирают'],
  ])
  for (let length = 4; length < whole.length; length += 7) {
    await assert.rejects(rowsOf(whole.subarray(0, length)), Refusal, `cut at ${length}`)
  }
})

test('a workbook with a changed byte never ends in anything but rows or a refusal', async () => {
  const whole = await written([
    ['Номер', 'Текст'],
    [1, 'Снег не убирают'],
  ])
  for (let at = 4; at < whole.length; at += 5) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x55
    await rowsOf(changed).catch((error: unknown) =>
      assert.ok(error instanceof Refusal, `byte ${at}: ${String(error)}`),
    )
  }
})

test('old, encrypted and foreign containers are told apart', async () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(3000)])
  const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])
  await assert.rejects(rowsOf(compound), refused('file-old-excel'))
  await assert.rejects(rowsOf(encrypted), refused('file-encrypted'))
  await assert.rejects(rowsOf(zipOf({ 'word/document.xml': '<w/>' })), refused('file-is-document'))
  await assert.rejects(rowsOf(zipOf({ mimetype: 'x', 'content.xml': '<x/>' })), refused('file-open-document'))
  await assert.rejects(rowsOf(zipOf({ 'a.txt': 'a' })), refused('file-is-archive'))
})

test('a worksheet without its end is refused', async () => {
  const parts = {
    ...workbookParts(''),
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>',
  }
  await assert.rejects(rowsOf(zipOf(parts)), refused('file-damaged'))
})
