import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../refusal.ts'
import { readSheet } from './index.ts'

// «Номер;Текст» and «1;Ёлка» in windows-1251.
const windows1251 = Buffer.from('cdeeece5f03bd2e5eaf1f20d0a313ba8ebeae00d0a', 'hex')

async function read(input: string | Buffer) {
  const sheet = await readSheet(Buffer.from(input), { fileName: 'f.csv' })
  return { sheet, rows: await Array.fromAsync(sheet.rows()) }
}

function refused(reason: string) {
  return (error: unknown): boolean => error instanceof Refusal && error.reason === reason
}

test('windows-1251 is known by bytes that are no UTF-8', async () => {
  const { sheet, rows } = await read(windows1251)
  assert.equal(sheet.encoding, 'windows-1251')
  assert.deepEqual(rows, [
    { number: 1, values: ['Номер', 'Текст'] },
    { number: 2, values: ['1', 'Ёлка'] },
  ])
})

test('a byte order mark is no part of the first name', async () => {
  const { sheet, rows } = await read('\uFEFFНомер;Текст\n1;Снег\n')
  assert.equal(sheet.encoding, 'utf-8')
  assert.deepEqual(rows[0]?.values, ['Номер', 'Текст'])
})

test('«Текст Юникод» of Excel is read as UTF-16 with tabs', async () => {
  const { sheet, rows } = await read(Buffer.from('\uFEFFНомер\tТекст\r\n1\tСнег\r\n', 'utf16le'))
  assert.equal(sheet.delimiter, '\t')
  assert.deepEqual(rows[1]?.values, ['1', 'Снег'])
})

test('empty lines are skipped but counted, as Excel counts them', async () => {
  const { rows } = await read('Номер;Текст\n\n;\n1;Снег')
  assert.deepEqual(
    rows.map(({ number }) => number),
    [1, 4],
  )
})

test('a quote that is never closed is refused and says in which row', async () => {
  await assert.rejects(read('Номер;Текст\n1;"Снег\n2;Лёд\n'), (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.deepEqual([error.reason, error.details], ['quote-unclosed', { row: 2 }])
    return true
  })
})

test('a file that ends in the middle of a letter is called cut off, not windows-1251', async () => {
  const whole = Buffer.from('Номер;Текст\n1;Снег')
  await assert.rejects(read(whole.subarray(0, -1)), refused('file-truncated'))
})

test('files that are no tables get each their own sentence', async () => {
  const files: readonly (readonly [string, string | Buffer])[] = [
    ['file-empty', ''],
    ['file-empty', ' \r\n '],
    ['file-is-pdf', '%PDF-1.7\n…'],
    ['file-is-image', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    [
      'file-is-html',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>',
    ],
    ['file-is-xml', '<?xml version="1.0"?><Workbook/>'],
    ['file-is-archive', Buffer.from('1f8b0800000000', 'hex')],
    ['file-is-document', '{\\rtf1 Текст}'],
    ['file-not-table', Buffer.from([65, 0, 66, 1, 2, 3])],
  ]
  for (const [reason, bytes] of files) await assert.rejects(read(bytes), refused(reason), reason)
})

test('a file above the limit is refused before it is read', async () => {
  const limits = { fileBytes: 10 }
  await assert.rejects(
    readSheet(Buffer.from('Номер;Текст'), { fileName: 'f', limits }),
    refused('file-too-large'),
  )
})

test('a path where nothing lies is refused', async () => {
  await assert.rejects(readSheet('нет-такого-файла.csv', { fileName: 'f' }), refused('file-missing'))
})
