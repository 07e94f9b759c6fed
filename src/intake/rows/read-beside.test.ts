import assert from 'node:assert/strict'
import test from 'node:test'
import { aVault } from '../../../test/builders.ts'
import { columns, pit, row } from '../../../test/imports.ts'
import { workingCharter } from '../../../test/working-charter.ts'
import { charter as charterShape } from '../../charter/contract.ts'
import { centreOf } from '../../charter/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSheet, writeXlsx } from '../../platform/sheets/index.ts'
import { chosenValues } from '../sorting/known-values.ts'
import { openTable } from '../sources/open-table.ts'
import { readBeside } from './read-beside.ts'
import { readPieces, type RowPiece } from './read-pieces.ts'

const at = { id: 7, slug: 'middle', edition: 3, is_demo: false }
const charter = charterShape.parse(workingCharter)
const runId = '019381a0-0000-7000-8000-000000000001'
const values = [{ kind: 'settlement' as const, value: 'Средний', code: null }]
const fileName = 'выгрузка.csv'

const csv = (...rows: string[]) => Buffer.from([columns.join(';'), ...rows].join('\r\n'))
const work = (bytes: Uint8Array, batchRows = 20, after = 0) => ({
  bytes,
  fileName,
  table: {},
  values,
  centre: { centre: at, charter },
  digestKey: aVault.digestKey,
  runId,
  after,
  batchRows,
})

async function readHere(bytes: Uint8Array, batchRows = 20, after = 0): Promise<RowPiece[]> {
  const table = await openTable(await readSheet(bytes, { fileName }))
  const centre = centreOf(at, charter)
  const given = { centre, chosen: chosenValues(values), digests: aVault, runId, after, batchRows }
  return Array.fromAsync(readPieces(table, given))
}

// Moments, days and bytes have no fields to compare: they are told as text.
const told = (pieces: readonly RowPiece[]) => JSON.parse(JSON.stringify(pieces)) as unknown

/** Every kind of row: open, closed with an answer, postponed, foreign, with contacts, with a lone surrogate, rejected. */
const rows = Array.from({ length: 90 }, (_, id) =>
  row(
    id,
    [
      {},
      {
        Итог: 'Решено',
        'Дата закрытия': '05.11.2026 12:00',
        '1ый ответ ПИ': 'Засыплем. Звоните 8 912 345-67-89',
      },
      { Итог: 'Отложено', Улица: 'Садовая', Дом: '5' },
      { Муниципалитет: 'Соседний район' },
      { 'Текст инцидента': `'<p>${pit}</p> Иванов Пётр Сергеевич, \ud83d\ude80 кв. 12` },
      { 'Дата создания': id % 4 === 0 ? 'позавчера' : '03.11.2026' },
    ][id % 6]!,
  ),
)

test('a thread of its own reads the very rows that are read here', async () => {
  const bytes = csv(...rows)
  for (const [batchRows, after] of [
    [20, 0],
    [1000, 0],
    [7, 33],
  ] as const) {
    const here = await readHere(bytes, batchRows, after)
    const beside = await Array.fromAsync(readBeside(work(bytes, batchRows, after)))
    assert.ok(here.length > 1)
    assert.deepEqual(told(beside), told(here))
  }
})

test('what the thread refuses is refused here, with its sentence', async () => {
  const parts: Uint8Array[] = []
  const lines = Array.from({ length: 3000 }, (_, id) => [
    String(id),
    '02.11.2026 10:15',
    `${pit} ${Math.sin(id)}`,
  ])
  for await (const part of writeXlsx([['ID', 'Дата создания', 'Текст инцидента'], ...lines], {
    sheetName: 'Лист',
  }))
    parts.push(part)
  const broken = Buffer.concat(parts)
  broken[Math.floor(broken.length * 0.6)]! ^= 0xff
  await assert.rejects(
    Array.fromAsync(readBeside(work(broken))),
    (error) => error instanceof Refusal && error.reason === 'file-damaged' && error.kind === 'invalid',
  )
})

test('whoever stops taking rows ends the thread', async () => {
  const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
  const before = threads()
  const pieces = readBeside(work(csv(...rows), 10))
  const first = await pieces.next()
  assert.equal(first.done, false)
  assert.ok(threads() > before)
  await pieces.return(undefined)
  assert.equal(threads(), before)
})
