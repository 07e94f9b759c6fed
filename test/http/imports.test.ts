import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { CaseSummary } from '../../src/cases/contract.ts'
import type { ImportRun } from '../../src/intake/contract.ts'
import { readSheet, writeXlsx } from '../../src/platform/sheets/index.ts'
import type { Browser } from '../browser.ts'
import { type RunningApp, runningApp } from '../running-app.ts'

let running: RunningApp
let specialist: Browser

before(async () => {
  running = await runningApp()
  specialist = await running.browser('specialist')
})
after(() => running.close())

const header = [
  'ID',
  'Дата создания',
  'Текст инцидента',
  'Группа тем',
  'Тема',
  'Муниципалитет',
  'Источник',
  'Текущий шаг инцидента',
]
const row = (
  id: number,
  text: string,
  group = 'Дороги',
  topic = 'Ямы и выбоины',
  town = 'Светлобережский муниципальный округ',
) => [String(id), '19.11.2026 10:15:00', text, group, topic, town, 'ВКонтакте', 'Новый']
const pit = (house: number) => `На улице Набережной у дома ${house} огромная яма на дороге`
const rows = [
  row(7001, pit(2)),
  row(7002, pit(3)),
  row(7003, 'Когда включат свет на аллее?', 'Непонятная группа', 'Странная тема'),
  row(7004, 'У соседей тоже яма', 'Дороги', 'Ямы и выбоины', 'Соседний район'),
  row(7005, ''),
  row(7001, pit(2)),
  row(7006, '=HYPERLINK("http://evil.example")+79005551234'),
]

function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251')
  const codes = new Map<string, number>()
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code)
  return Uint8Array.from(Array.from(text, (letter) => codes.get(letter) ?? 63))
}

const csvOf = (lines: string[][]) =>
  windows1251(
    [['Выгрузка из системы'], header, ...lines]
      .map((line) =>
        line.map((cell) => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
      )
      .join('\r\n'),
  )

const countsOf = ({ read, created, joined, unchanged, updated, rejected }: ImportRun) => ({
  read,
  created,
  joined,
  unchanged,
  updated,
  rejected,
})

async function finished(id: string): Promise<ImportRun> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { told } = await specialist.get(`/imports/${id}`)
    if (told.state !== 'running') return told
    await pause(50)
  }
  throw new Error('the import did not end in ten seconds')
}

async function imported(lines: string[][], name = 'export.csv'): Promise<ImportRun> {
  const up = await specialist.upload('/imports', name, csvOf(lines))
  assert.equal(up.status, 200, JSON.stringify(up.told))
  const { status, told } = await specialist.post(`/imports/${up.told.run.id}/start`)
  assert.equal(status, 200, JSON.stringify(told))
  return finished(up.told.run.id)
}

it('an export is understood, shown as it will become, mapped, imported, imported again unchanged, and undone', async () => {
  const up = await specialist.upload('/imports', 'инциденты.csv', csvOf(rows))
  assert.equal(up.status, 200, JSON.stringify(up.told))
  const { run, preview } = up.told
  const { detection } = run
  assert.deepEqual(
    [detection.source, detection.format, detection.encoding, detection.delimiter, detection.headerRow],
    ['incident', 'csv', 'windows-1251', ';', 2],
  )
  assert.deepEqual([detection.foreignRows, detection.rejectedRows, run.totalRows], [1, 2, 7])
  assert.equal(preview.length, 7)
  const first = preview[0]
  assert.deepEqual(
    [first.row, first.topic.code, first.organisation.code, first.sectorBlock.code, first.topicBy],
    [3, '04.01', 'roads', 'roads', 'source'],
  )
  assert.match(first.place, /Набережная.*2/)
  const unknown = detection.unknown.map(
    ({ kind, value }: { kind: string; value: string }) => `${kind}: ${value}`,
  )
  assert.ok(unknown.includes('topic: Непонятная группа / Странная тема'), unknown.join())
  assert.equal((await specialist.get('/cases')).told.total, 0, 'nothing is imported before the start')

  const mapping = {
    values: [{ kind: 'topic', value: 'Непонятная группа / Странная тема', code: '07.01' }],
  }
  const mapped = await specialist.send('PUT', `/api/centres/example/imports/${run.id}/mapping`, mapping)
  assert.equal(mapped.status, 200, JSON.stringify(mapped.told))
  assert.equal(mapped.told.preview[2].topic.code, '07.01')

  assert.equal((await specialist.post(`/imports/${run.id}/start`)).status, 200)
  const done = await finished(run.id)
  assert.equal(done.state, 'done', done.error ?? '')
  assert.deepEqual(countsOf(done), { read: 7, created: 5, joined: 0, unchanged: 0, updated: 0, rejected: 2 })
  const { items } = (await specialist.get(`/cases?importRun=${run.id}`)).told
  assert.equal(items.length, 5)
  const found = items.find((one: { externalNumber: string }) => one.externalNumber === '7003')
  assert.equal(found.topic.code, '07.01')
  assert.deepEqual([found.channel, found.due !== null], ['incident', true])
  const foreign = items.find((one: { externalNumber: string }) => one.externalNumber === '7004')
  assert.equal(foreign.foreignMunicipality, 'Соседний район')

  const again = await imported(rows)
  assert.deepEqual(countsOf(again), { read: 7, created: 0, joined: 0, unchanged: 5, updated: 0, rejected: 2 })

  const undone = await specialist.post(`/imports/${run.id}/undo`)
  assert.equal(undone.status, 200, JSON.stringify(undone.told))
  assert.equal(undone.told.state, 'undone')
  assert.equal((await specialist.get('/cases')).told.total, 0)
})

it('what could not be taken stands with its row and reason; its cells are shown masked, or for a purpose, and come as a file to mend', async () => {
  const run = await imported([
    row(7100, ''),
    row(7101, pit(4)),
    row(7101, `${pit(4)} звоните +7 900 555-12-34`),
  ])
  const { rejects } = (await specialist.get(`/imports/${run.id}/rejects`)).told
  assert.deepEqual(
    rejects.map((one: { row: number; reason: string }) => [one.row, one.reason]),
    [
      [3, 'no-text'],
      [5, 'same-id-twice'],
    ],
  )
  assert.ok(!JSON.stringify(rejects).includes('555-12-34'))
  const open = await specialist.get(
    `/imports/${run.id}/rejects?purpose=${encodeURIComponent('исправление выгрузки')}`,
  )
  assert.ok(JSON.stringify(open.told.rejects).includes('555-12-34'))
  const file = await specialist.bytes(
    `/imports/${run.id}/rejects.csv?purpose=${encodeURIComponent('исправление выгрузки')}`,
  )
  assert.equal(file.status, 200)
  const sheet = await readSheet(file.bytes, { fileName: 'rejects.csv' })
  const lines = await Array.fromAsync(sheet.rows())
  assert.ok(lines.some(({ values }) => values.includes('Текст инцидента')))
  const head = await running.browser('head')
  const readings = (await head.get('/read-log')).told.entries
  assert.ok(readings.some(({ purpose }: { purpose: string }) => purpose === 'исправление выгрузки'))
})

it('a newer export moves its cases on; what our people decided stands, and the difference is shown', async () => {
  const run = await imported([row(7200, pit(5)), row(7201, pit(6))])
  const { items } = (await specialist.get(`/cases?importRun=${run.id}`)).told
  const ours = items.find((one: { externalNumber: string }) => one.externalNumber === '7200')
  await specialist.command(ours.id, 'set-topic', { topicGroup: '07', topic: null })
  const closed = (line: string[]) => line.with(7, 'Закрыт')
  const changed = [closed(row(7200, pit(5), 'Дороги', 'Ямы и выбоины')), closed(row(7201, pit(6)))]
  const newer = await imported(changed)
  assert.deepEqual(countsOf(newer), { read: 2, created: 0, joined: 0, unchanged: 0, updated: 2, rejected: 0 })
  const card = await specialist.card(ours.id)
  assert.equal(card.topicGroup?.code, '07')
  const touched = await specialist.post(`/imports/${run.id}/undo`)
  assert.deepEqual([touched.status, touched.told.error.reason], [409, 'cases-touched'])
  assert.match(touched.told.error.message, /с её делами уже работали/)
})

it('a file that is no export gets one sentence and changes nothing', async () => {
  const total = (await specialist.get('/cases')).told.total
  const workbook = await new Response(
    writeXlsx(
      [
        ['а', 'б'],
        ['1', '2'],
      ],
      { sheetName: 'Лист' },
    ),
  ).bytes()
  const cut = workbook.slice(0, Math.floor(workbook.length / 2))
  const files: [string, Uint8Array][] = [
    ['пусто.csv', new Uint8Array()],
    ['обрезан.xlsx', cut],
    ['картинка.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['текст.csv', new TextEncoder().encode('просто текст без столбцов')],
    ['нули.csv', new Uint8Array(5000)],
  ]
  for (const [name, bytes] of files) {
    const { status, told } = await specialist.upload('/imports', name, bytes)
    assert.ok(status === 422 || status === 413, `${name}: ${status}`)
    assert.match(told.error.message, /^[^\n]+\.$/, name)
  }
  // A table that no source writes may be explained, but not started as it is.
  const strange = await specialist.upload('/imports', 'не выгрузка.xlsx', workbook)
  assert.deepEqual([strange.status, strange.told.run.detection.source], [200, 'table'])
  assert.equal((await specialist.post(`/imports/${strange.told.run.id}/start`)).status, 409)
  const none = await specialist.post('/imports')
  assert.equal(none.status, 422)
  assert.equal((await specialist.get('/cases')).told.total, total)
  assert.ok(!running.log.some(({ msg }) => msg === 'bug'))
})

it('importing asks for the permission', async () => {
  const roads = await running.browser('roads')
  const { status } = await roads.upload('/imports', 'a.csv', csvOf(rows))
  assert.equal(status, 403)
  assert.equal((await roads.get('/imports')).status, 403)
})

it('an XLSX of the same rows is understood alike, and importing it again makes no doubles [E-059]', async () => {
  const stream = writeXlsx([['Выгрузка'], header, ...rows.slice(0, 3)], { sheetName: 'Лист1' })
  const bytes = await new Response(stream).bytes()
  const { status, told } = await specialist.upload('/imports', 'export.xlsx', bytes)
  assert.equal(status, 200, JSON.stringify(told))
  assert.deepEqual(
    [told.run.detection.source, told.run.detection.format, told.run.totalRows],
    ['incident', 'xlsx', 3],
  )
  await specialist.post(`/imports/${told.run.id}/start`)
  const first = await finished(told.run.id)
  const again = await specialist.upload('/imports', 'export.xlsx', bytes)
  await specialist.post(`/imports/${again.told.run.id}/start`)
  const second = await finished(again.told.run.id)
  assert.deepEqual([first.created, second.created, second.unchanged], [3, 0, 3])
  assert.equal((await specialist.get('/cases?number=7002')).told.total, 1)
})

it('rows of a portal’s export land with their organisations under the portal’s numbers, and come in once [E-005] [E-006]', async () => {
  const lines = [
    'Номер сообщения;Дата создания;Категория;Подкатегория;Текст;Статус;Организация',
    '501;19.11.2026 10:00;Дороги;Ямы и выбоины;На улице Набережной яма;На рассмотрении;Дорожный участок',
    '502;19.11.2026 10:05;Мусор;Невывоз мусора;Контейнеры переполнены;На рассмотрении;Оператор ТКО',
  ]
  const bytes = new TextEncoder().encode(lines.join('\r\n'))
  for (const expected of [
    [2, 0],
    [0, 2],
  ]) {
    const up = await specialist.upload('/imports', 'pos.csv', bytes)
    assert.equal(up.told.run.detection.source, 'pos')
    await specialist.post(`/imports/${up.told.run.id}/start`)
    const { created, unchanged } = await finished(up.told.run.id)
    assert.deepEqual([created, unchanged], expected)
  }
  const { items } = (await specialist.get('/cases?channel=pos')).told
  const landed = items.map((one: CaseSummary) => `${one.externalNumber} → ${one.organisation?.name}`)
  assert.deepEqual(new Set(landed), new Set(['501 → Дорожный участок', '502 → Оператор ТКО']))
})

it('an import that was not started may be dropped, and then cannot start', async () => {
  const { told } = await specialist.upload('/imports', 'export.csv', csvOf(rows))
  const cancelled = await specialist.post(`/imports/${told.run.id}/cancel`)
  assert.equal(cancelled.told.state, 'cancelled')
  assert.equal((await specialist.post(`/imports/${told.run.id}/start`)).status, 409)
})
