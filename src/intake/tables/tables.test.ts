import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, at, thursday } from '../../../test/builders.ts'
import { importsOfTest, outcomes, refused } from '../../../test/imports.ts'
import type { Centre } from '../../charter/index.ts'
import type { ImportMapping } from '../contract.ts'
import { importFile } from '../runs/import-file.ts'
import { mapValues } from '../runs/map-values.ts'
import { runImport } from '../runs/run-import.ts'
import { showRun } from '../runs/show-run.ts'
import { startImport } from '../runs/start.ts'
import { type AtDesk, uploadFile } from '../runs/upload.ts'
import { changeTable, forgetTable } from './save-table.ts'
import { selectTables } from './table-store.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
before(async () => {
  imports = await importsOfTest()
})
after(() => imports.close())

const header = 'Дата обр.;Кто обратился;Что случилось;Куда;Состояние'
const lines = [
  '02.11.2026;Иванова Мария Петровна, 8 912 345-67-89;Не горит фонарь у подъезда;ул. Садовая, 5;закрыто',
  '03.11.2026 14:20;Сидоров;Яма на дороге, прошу засыпать;ул. Садовая, 7;',
]
const file = (...rows: string[]) => ({
  name: 'тетрадь приёмной.csv',
  bytes: Buffer.from(['Тетрадь приёмной;;;;', header, ...rows].join('\r\n')),
})
const columns = {
  receivedAt: 'Дата обр.',
  author: 'Кто обратился',
  text: 'Что случилось',
  address: 'Куда',
  status: 'Состояние',
}
const table = { name: 'Тетрадь приёмной', channel: 'phone' as const, columns }
const mapped = (some: Partial<ImportMapping>): ImportMapping => ({ values: [], ...some })

async function atScreen(centre: Centre) {
  const head = await aPerson(imports.db, centre, 'head')
  const atDesk: AtDesk = (work) => at(imports.db, centre, head, (desk) => work({ ...desk, now: thursday }))
  const place = { centre, atDesk }
  return {
    atDesk,
    upload: (...rows: string[]) => uploadFile(imports.context, place, file(...rows)),
    map: (id: string, given: Partial<ImportMapping>) => mapValues(imports.context, place, id, mapped(given)),
    run: async (id: string) => {
      await atDesk((desk) => startImport(desk, id, null))
      return runImport(imports.context, { centre, runId: id })
    },
  }
}

test('an unknown table is shown masked with guesses, explained once, and known the next time', async () => {
  const centre = await aCentre(imports.db)
  const screen = await atScreen(centre)
  const { run, preview } = await screen.upload(...lines)
  assert.deepEqual([run.source, run.detection.headerRow, run.total_rows], ['table', 2, 2])
  assert.deepEqual(showRun(run).allowed, ['map', 'cancel'])
  const [first] = preview
  assert.ok(first?.kind === 'raw' && first.cells.length === 5)
  assert.ok(!JSON.stringify(preview).includes('345-67-89'), 'cells are masked')
  await assert.rejects(screen.run(run.id), refused('not-explained'))

  const { run: known, preview: cases } = await screen.map(run.id, { table })
  assert.deepEqual([known.source, known.detection.sourceName], ['table-1', 'Тетрадь приёмной'])
  assert.deepEqual(
    cases.map((one) => (one.kind === 'case' ? [one.channel, one.state, one.outcome] : one.kind)),
    [
      ['phone', 'closed', 'created'],
      ['phone', 'triaged', 'created'],
    ],
  )
  const done = await screen.run(run.id)
  assert.deepEqual([done.state, done.created, done.rejected], ['done', 2, 0])
  const [one] = await imports.casesOf(centre)
  assert.deepEqual(
    [one?.gist, one?.external_number, one?.state],
    ['Не горит фонарь у подъезда', null, 'closed'],
  )

  const again = await screen.upload(...lines)
  assert.equal(again.run.source, 'table-1')
  assert.deepEqual(
    outcomes({ ...(await screen.run(again.run.id)), runId: '', read: 0, rejects: [] }),
    [0, 0, 2, 0, 0],
  )
})

test('a row without a number is known by who said what, when and where: its new state is an update', async () => {
  const centre = await aCentre(imports.db)
  const screen = await atScreen(centre)
  const { run } = await screen.upload(...lines)
  await screen.map(run.id, { table })
  await screen.run(run.id)
  const later = await importFile(imports.context, {
    centre,
    actor: 'проверка',
    file: file(lines[0]!, `${lines[1]!}выполнено`, lines[0]!),
  })
  assert.deepEqual(outcomes(later), [0, 0, 1, 1, 1])
  assert.deepEqual([later.rejects[0]?.row, later.rejects[0]?.reason], [5, 'same-id-twice'])
  const states = (await imports.casesOf(centre)).map(({ state }) => state)
  assert.deepEqual(states, ['closed', 'closed'])
})

test('the text and the date are the least, a column must be there, and a name is one table’s only', async () => {
  const centre = await aCentre(imports.db)
  const screen = await atScreen(centre)
  const { run } = await screen.upload(...lines)
  const less = { ...table, columns: { text: 'Что случилось' } }
  await assert.rejects(screen.map(run.id, { table: less }), refused('columns-missing'))
  const strange = { ...table, columns: { ...columns, house: 'Дом' } }
  await assert.rejects(screen.map(run.id, { table: strange }), refused('unknown-column'))
  const off = { ...table, channel: 'telegram' as const }
  await assert.rejects(screen.map(run.id, { table: off }), refused('channel-off'))
  await screen.map(run.id, { table })
  const wider = { name: 'ж.csv', bytes: Buffer.from('Когда;О чём;Чей;Сколько\r\n02.11.2026;Яма;Мой;1') }
  const head = await aPerson(imports.db, centre, 'head')
  const atDesk: AtDesk = (work) => at(imports.db, centre, head, work)
  const other = await uploadFile(imports.context, { centre, atDesk }, wider)
  const same = {
    name: 'тетрадь ПРИЁМНОЙ',
    channel: 'phone' as const,
    columns: { receivedAt: 'Когда', text: 'О чём' },
  }
  await assert.rejects(screen.map(other.run.id, { table: same }), refused('name-taken'))
})

test('a saved table is changed, named in a command, and forgotten; its number is not given again', async () => {
  const centre = await aCentre(imports.db)
  const screen = await atScreen(centre)
  const { run } = await screen.upload(...lines)
  await screen.map(run.id, { table })
  const { status: _status, ...fewer } = columns
  await screen.atDesk((desk) => changeTable(desk, 1, { ...table, name: 'Журнал приёмной', columns: fewer }))
  const request = { centre, actor: 'проверка', file: file(...lines) }
  await assert.rejects(importFile(imports.context, { ...request, table: table.name }), refused('no-table'))
  const account = await importFile(imports.context, { ...request, table: 'журнал приёмной' })
  assert.deepEqual(outcomes(account), [2, 0, 0, 0, 0])
  const states = (await imports.casesOf(centre)).map(({ state }) => state)
  assert.deepEqual(states, ['triaged', 'triaged'], 'the state is no column of it any more')

  await screen.atDesk((desk) => forgetTable(desk, 1))
  await assert.rejects(importFile(imports.context, request), refused('source-not-recognised'))
  const anew = await screen.upload(...lines)
  const { run: second } = await screen.map(anew.run.id, { table })
  assert.equal(second.source, 'table-2')
  assert.deepEqual(
    (await screen.atDesk(({ scope }) => selectTables(scope, centre.id))).map(({ n, name }) => [n, name]),
    [[2, 'Тетрадь приёмной']],
  )
})

test('another row may be the header, and an unknown table may be left unexplained', async () => {
  const centre = await aCentre(imports.db)
  const screen = await atScreen(centre)
  const { run } = await screen.upload(...lines)
  const { run: moved, preview } = await screen.map(run.id, { headerRow: 3 })
  assert.deepEqual([moved.source, moved.detection.headerRow, moved.total_rows], ['table', 3, 1])
  assert.equal(preview.length, 1)
  const { run: back } = await screen.map(run.id, { headerRow: 2, table })
  assert.deepEqual([back.source, back.total_rows], ['table-1', 2])
})
