import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutRecords, guessDelimiter } from './csv-records.ts'
import { readSheet, type SheetValue, writeCsv } from './index.ts'
import { guardFormula } from './write-sheet.ts'

const delimiters = [';', ',', '\t'] as const

async function writtenAndRead(
  rows: SheetValue[][],
  delimiter: (typeof delimiters)[number],
): Promise<SheetValue[][]> {
  const pieces = await Array.fromAsync(writeCsv(rows, delimiter))
  const sheet = await readSheet(Buffer.from(pieces.join('')), { fileName: 'rows.csv' })
  return (await Array.fromAsync(sheet.rows())).map(({ values }) => [...values])
}

test('whatever is written as CSV is read back, formulas disarmed', async () => {
  const cell = fc.oneof(
    fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.toWellFormed().replaceAll(/\p{Cc}/gu, '')),
    fc.constantFrom('=1+1', '-5', '@x', '"', '""', ';;', 'a\nb', 'a\r\nb', ' край ', 'ёж'),
  )
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...delimiters), async (cells, delimiter) => {
      // A header as exports have it makes the delimiter unmistakable.
      const header = ['Раз', 'Два', 'Три', 'Четыре', 'Пять', 'Шесть', 'Семь', 'Восемь']
      const table = [...Array.from({ length: 20 }, () => header), ...cells]
      const filled = table.filter((row) => row.some((text) => text !== ''))
      const expected = filled.map((row) => row.map((text) => guardFormula(text) || null))
      assert.deepEqual(await writtenAndRead(table, delimiter), expected)
    }),
    { numRuns: 150 },
  )
})

test('records do not depend on where the text is cut into pieces', () => {
  const letters = fc.array(fc.constantFrom('"', ';', '\n', '\r', '\r\n', 'а', ' '), { maxLength: 40 })
  fc.assert(
    fc.property(letters, fc.nat(40), (parts, at) => {
      const text = parts.join('')
      const whole = cutRecords(text, ';', true)
      const first = cutRecords(text.slice(0, at), ';', false)
      const second = cutRecords(text.slice(first.consumed), ';', true)
      assert.deepEqual([...first.records, ...second.records], whole.records)
    }),
    { numRuns: 2000 },
  )
})

test('a quoted field keeps its line ends, delimiters and doubled quotes', () => {
  const { records } = cutRecords('1;"да\nнет; ""так"""\r\n2;x', ';', true)
  assert.deepEqual(records, [
    ['1', 'да\nнет; "так"'],
    ['2', 'x'],
  ])
})

test('decimal commas and commas in sentences do not pass for delimiters', () => {
  assert.equal(guessDelimiter('Номер;Широта;Текст\n1;62,25;Яма, лужа, грязь\n2;62,26;Снег\n'), ';')
  assert.equal(guessDelimiter('Номер,Текст\n1,"Яма; лужа; грязь; лёд"\n2,Снег\n'), ',')
  assert.equal(guessDelimiter('Номер\tТекст\n1\tЯма, лужа\n2\tСнег; лёд\n'), '\t')
})
