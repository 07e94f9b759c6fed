import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { readSheet, type SheetValue, writeXlsx } from '../../platform/sheets/index.ts'
import { openTable, type TableChoice } from './open-table.ts'
import type { RowReject, SourceRow } from './source.ts'

async function tableOf(csv: string, choice?: TableChoice) {
  return openTable(await readSheet(Buffer.from(csv), { fileName: 'f.csv' }), choice)
}

async function readAll(csv: string, choice?: TableChoice): Promise<(SourceRow | RowReject)[]> {
  return Array.fromAsync((await tableOf(csv, choice)).rows())
}

async function readRow(csv: string, choice?: TableChoice): Promise<SourceRow> {
  const [row] = await readAll(csv, choice)
  assert.equal(row?.kind, 'row', JSON.stringify(row))
  return row
}

function refused(reason: string) {
  return (error: unknown): boolean => error instanceof Refusal && error.reason === reason
}

const incidentHead =
  'ID;Дата создания;Дата закрытия;Итог;Текущий шаг инцидента;Тип инцидента;Источник;Текст инцидента'

test('columns of an incident export are found by name in any order under title rows', async () => {
  const csv = [
    'Выгрузка за осень',
    '',
    'Заметка;ТЕКСТ  ИНЦИДЕНТА;Номер инцидента;ID;1ый ответ ПИ;Время до первого ответа;Дата создания;Населённый пункт;Источник',
    "важно;'<p>Яма</p>;1001;7001;Приняли в работу;1 day, 2:00:30.7;01.09.2026 10:00:00;Новозаречье;ВКонтакте",
  ].join('\n')
  const table = await tableOf(csv)
  assert.equal(table.source.code, 'incident')
  assert.equal(table.header.firstRow, 3)
  const row = await readRow(csv)
  assert.equal(row.row, 4)
  assert.deepEqual(
    [row.externalId, row.externalNumber, row.channel, row.network],
    ['7001', '1001', 'incident', 'vk'],
  )
  assert.equal(row.text, "'<p>Яма</p>")
  assert.equal(row.settlement, 'Новозаречье')
  assert.equal(String(row.firstAnswer?.at), '2026-09-02T12:00:30')
  assert.equal(row.firstAnswer?.text, 'Приняли в работу')
  assert.deepEqual(row.rest, { Заметка: 'важно' })
})

test('the outcome of an incident decides whether it is closed, whatever closing date stands there', async () => {
  const cases = [
    ['Решено', 'Готово', 'closed', 'solved'],
    ['Решено. Работы выполнены', 'Готово', 'closed', 'solved'],
    ['Разъяснено', 'Готово', 'closed', 'explained'],
    ['Перенаправлено', 'Готово', 'closed', 'forwarded'],
    ['Отклонено', 'Готово', 'closed', 'refused'],
    ['Не решено', 'Готово', 'in-work', undefined],
    ['Отложено', 'Готово', 'postponed', undefined],
    ['', 'Новый', 'new', undefined],
    ['', 'Назначен исполнитель', 'assigned', undefined],
    ['', 'Ответ на согласовании', 'in-review', undefined],
    ['', '', 'new', undefined],
  ] as const
  for (const [outcome, step, state, expected] of cases) {
    const row = await readRow(
      `${incidentHead}\n1;01.09.2026;02.09.2026 11:00;${outcome};${step};Решаемый;ОК;Снег`,
    )
    assert.deepEqual([row.state, row.outcome], [state, expected], outcome || step)
    assert.equal(row.closedAt?.toString(), state === 'closed' ? '2026-09-02T11:00:00' : undefined)
  }
})

test('«Не решаемый» states no nature and is left to triage', async () => {
  const solvable = await readRow(`${incidentHead}\n1;01.09.2026;;;;Решаемый;ОК;Снег`)
  const other = await readRow(`${incidentHead}\n1;01.09.2026;;;;Не решаемый;ОК;Снег`)
  assert.deepEqual([solvable.nature, other.nature, other.natureCame], ['solvable', undefined, 'Не решаемый'])
})

test('rows that cannot be taken say why, where and with what cells', async () => {
  const rows = await readAll(
    [
      incidentHead,
      '1;01.09.2026;;;;;ОК;"\'<p>&nbsp;</p>"',
      '2;32.13.2026;;;;;ОК;Снег',
      ';01.09.2026;;;;;ОК;Снег',
      '3;;;;;;ОК;Снег',
      '4;01.09.2026;вчера;Решено;;;ОК;Снег',
      '5;01.09.2026;;;;;ОК;Снег',
      '5;02.09.2026;;;;;ОК;Лёд',
    ].join('\n'),
  )
  const rejects = rows.filter((row) => row.kind === 'reject')
  assert.deepEqual(
    rejects.map(({ row, reason, column }) => [row, reason, column]),
    [
      [2, 'no-text', 'Текст инцидента'],
      [3, 'unreadable-date', 'Дата создания'],
      [4, 'no-id', 'ID'],
      [5, 'no-date', 'Дата создания'],
      [6, 'unreadable-date', 'Дата закрытия'],
      [8, 'same-id-twice', 'ID'],
    ],
  )
  assert.match(rejects[1]?.message ?? '', /строке 3 не читается дата «32.13.2026»/)
  assert.match(rejects[5]?.message ?? '', /уже стоит в строке 7/)
  assert.deepEqual(rejects[5]?.cells, {
    ID: '5',
    'Дата создания': '02.09.2026',
    Источник: 'ОК',
    'Текст инцидента': 'Лёд',
  })
})

const posHead =
  'Номер сообщения;Дата создания;Категория;Подкатегория;Текст;Широта;Долгота;Статус;Фаст-трек;Крайний срок;Дата ответа;Текст ответа;Отложено до;Оценка'

test('a portal row is read with decimal commas, fast track, due date, mark and final answer', async () => {
  const row = await readRow(
    `${posHead}\n300;16.10.2026 13:53:33;Дороги;Ямы;<p>Яма</p>;62,25708;74,49402;Решено;Да;26.10.2026 13:53:33;21.10.2026 01:46:13;Сделано.;;4`,
  )
  assert.deepEqual(
    [row.channel, row.lat, row.lon, row.fastTrack, row.mark],
    ['pos', 62.25708, 74.49402, true, 4],
  )
  assert.deepEqual([row.state, row.outcome, row.group, row.topic], ['closed', 'solved', 'Дороги', 'Ямы'])
  assert.equal(String(row.dueAt), '2026-10-26T13:53:33')
  assert.equal(String(row.closedAt), '2026-10-21T01:46:13')
  assert.deepEqual([row.finalAnswer?.text, String(row.finalAnswer?.at)], ['Сделано.', '2026-10-21T01:46:13'])
})

test('a postponed portal row keeps its promised date and its answer is not final', async () => {
  const row = await readRow(
    `${posHead}\n300;16.10.2026;Дороги;Ямы;Яма;;;Отложено;Нет;;21.10.2026 01:46;В плане.;12.02.2027;`,
  )
  assert.deepEqual(
    [row.state, row.outcome, row.closedAt, row.finalAnswer],
    ['postponed', undefined, undefined, undefined],
  )
  assert.equal(row.firstAnswer?.text, 'В плане.')
  assert.equal(String(row.postponedUntil), '2027-02-12T00:00:00')
})

test('the same incident from XLSX with date cells and from CSV is the same row', async () => {
  const values: SheetValue[][] = [
    incidentHead.split(';'),
    [7, Temporal.PlainDateTime.from('2026-09-01T10:20:30'), null, null, 'Новый', 'Решаемый', 'MAX', 'Снег'],
  ]
  const bytes = Buffer.concat(await Array.fromAsync(writeXlsx(values, { sheetName: 'Лист' })))
  const table = await openTable(await readSheet(bytes, { fileName: 'f.xlsx' }))
  const [fromXlsx] = await Array.fromAsync(table.rows())
  const fromCsv = await readRow(`${incidentHead}\n7;01.09.2026 10:20:30;;;Новый;Решаемый;MAX;Снег`)
  // Cells stay as each file wrote them; what they mean is the same.
  const meaning = (rows: unknown) =>
    JSON.parse(JSON.stringify(rows, (key, value: unknown) => (key === 'cells' ? undefined : value)))
  assert.deepEqual(meaning(fromXlsx), meaning(fromCsv))
})

test('a header of two merged rows is filled right and joined', async () => {
  const csv =
    'Номер инцидента;Дата;;Описание;\n;Дата создания;Дата закрытия;Группа тем;Текст инцидента\n1;01.09.2026;;Дороги;Яма'
  const table = await tableOf(csv)
  assert.deepEqual(table.header.names, [
    'Номер инцидента',
    'Дата / Дата создания',
    'Дата / Дата закрытия',
    'Описание / Группа тем',
    'Описание / Текст инцидента',
  ])
  assert.equal((await readRow(csv)).group, 'Дороги')
})

test('a saved choice names columns that we do not know', async () => {
  const csv = 'ID;Когда;Текст инцидента\n1;01.09.2026;Яма'
  await assert.rejects(readAll(csv), refused('columns-missing'))
  const row = await readRow(csv, { source: 'incident', columns: { receivedAt: 'Когда' } })
  assert.equal(String(row.receivedAt), '2026-09-01T00:00:00')
})

test('a table of something else is refused, and so is an unknown source', async () => {
  await assert.rejects(readAll('Фамилия;Оклад;Отдел\nА;1;Б'), refused('source-not-recognised'))
  await assert.rejects(readAll(`${incidentHead}\n`, { source: 'нечто' }), refused('source-not-known'))
})
