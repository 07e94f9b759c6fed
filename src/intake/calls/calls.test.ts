import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, at, thursday } from '../../../test/builders.ts'
import { importsOfTest, outcomes } from '../../../test/imports.ts'
import { workingCharter } from '../../../test/working-charter.ts'
import { registerBody } from '../../cases/contract-commands.ts'
import { registerCase } from '../../cases/index.ts'
import { caseSorting } from '../sorting/case-sorting.ts'
import type { Centre } from '../../charter/index.ts'
import { writeXlsx } from '../../platform/sheets/index.ts'
import { importFile } from '../runs/import-file.ts'
import { undoImport } from '../runs/undo.ts'
import { callTable, readCalls } from './read-calls.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
before(async () => {
  imports = await importsOfTest()
})
after(() => imports.close())

type Call = [
  id: string,
  day: string,
  time: string,
  type: string | null,
  told?: string | null,
  result?: string | null,
]

/** A register as duty services write it: a title, then a header of two rows with merged cells. */
async function register(...calls: Call[]) {
  const parts: Uint8Array[] = []
  const above = ['№ карточки', 'Вызов', null, 'Место', null, 'Происшествие', null, 'Результат']
  const below = [null, 'Дата', 'Время', 'Адрес', 'Район', 'Тип', 'Описание', null]
  const lines = calls.map(([id, day, time, type, told = null, result = null]) => [
    id,
    day,
    time,
    'ул. Садовая, 5',
    'Средний район',
    type,
    told,
    result,
  ])
  const rows = [['Журнал вызовов ЕДДС'], above, below, ...lines]
  for await (const part of writeXlsx(rows, { sheetName: 'Вызовы' })) parts.push(part)
  return { name: 'вызовы.xlsx', bytes: Buffer.concat(parts) }
}

const withCalls = (cases?: string[]) =>
  aCentre(imports.db, {
    channels: { ...workingCharter.channels, call112: { on: true, ...(cases ? { cases } : {}) } },
  })
const take = async (centre: Centre, ...calls: Call[]) =>
  importFile(imports.context, { centre, file: await register(...calls), actor: 'проверка' })

const calls: Call[] = [
  ['112-1', '10.11.2026', '03:17:40', 'Порыв водопровода', 'Сообщил прохожий', 'Передано'],
  ['112-2', '10.11.2026', '12:00:00', 'ДТП', 'Бригада направлена', 'Устранено'],
  ['112-3', '11.11.2026', '08:05:00', 'порыв  водопровода', null, 'Устранено'],
  ['112-4', '11.11.2026', '09:00:00', 'ДТП', null, 'Ложный вызов'],
  ['112-5', '12.11.2026', '10:00:00', 'Запах газа', null, null],
]

test('calls of the types that the charter names become cases, the others are only counted', async () => {
  const centre = await withCalls(['Порыв водопровода'])
  const account = await take(centre, ...calls)
  assert.deepEqual([...outcomes(account), account.counted, account.read], [2, 0, 0, 0, 0, 3, 5])
  const [open, closed] = await imports.casesOf(centre)
  assert.deepEqual(
    [open?.channel, open?.external_number, open?.gist, open?.received_at.toString()],
    ['call112', '112-1', 'Порыв водопровода. Сообщил прохожий', '2026-11-10T00:17:40Z'],
  )
  assert.notEqual(open?.state, 'closed', 'a call that was passed on is not known to be done')
  assert.deepEqual([closed?.state, closed?.outcome, closed?.gist], ['closed', 'solved', 'порыв водопровода'])
})

test('the same register a second time counts nothing anew; a newer one brings what is new and what changed', async () => {
  const centre = await withCalls(['Порыв водопровода'])
  await take(centre, ...calls)
  const again = await take(centre, ...calls)
  assert.deepEqual([...outcomes(again), again.counted], [0, 0, 5, 0, 0, 0])
  const before = await figures(centre)
  const newer = await take(
    centre,
    ...calls.slice(0, 4),
    ['112-5', '12.11.2026', '10:00:00', 'Запах газа', null, 'Устранено'],
    ['112-6', '12.11.2026', '11:00:00', 'ДТП'],
  )
  assert.deepEqual([...outcomes(newer), newer.counted], [0, 0, 4, 1, 0, 1])
  const after = await figures(centre)
  assert.deepEqual([before.total, after.total], [5, 6])
  const solved = (of: typeof after) => of.results.find(({ result }) => result === 'Устранено')?.calls
  assert.deepEqual([solved(before), solved(after)], [2, 3])
})

test('a centre that names no types makes cases of all calls, and counts them all the same', async () => {
  const centre = await withCalls()
  const account = await take(centre, ...calls)
  assert.deepEqual([account.created, account.counted], [5, 0])
  const { total, cases } = await figures(centre)
  assert.deepEqual([total, cases], [5, 5])
})

test('figures of calls tell types by day, cards filled in by hand among them, and can be taken as a table', async () => {
  const centre = await withCalls(['Порыв водопровода'])
  await take(centre, ...calls)
  const duty = await aPerson(imports.db, centre, 'head')
  await at(imports.db, centre, duty, (desk) =>
    registerCase(
      desk,
      registerBody.parse({
        channel: 'call112',
        text: 'По телефону 112: на улице Садовой упало дерево',
        receivedAt: '2026-11-11T06:00:00Z',
      }),
      caseSorting,
    ),
  )
  const found = await figures(centre, { from: '2026-11-10', to: '2026-11-12' })
  assert.deepEqual(found.points, ['2026-11-10', '2026-11-11', '2026-11-12'])
  assert.deepEqual(
    found.types.map(({ type, calls: count, cases, byPoint }) => [type, count, cases, byPoint]),
    [
      ['ДТП', 2, 0, [1, 1, 0]],
      ['Порыв водопровода', 2, 2, [1, 1, 0]],
      ['Запах газа', 1, 0, [0, 0, 1]],
    ],
  )
  assert.deepEqual([found.total, found.cases, found.byHand, found.byPoint], [6, 3, 1, [2, 3, 1]])
  assert.deepEqual(found.known, { from: '2026-11-10', to: '2026-11-12' })
  const { lines } = await at(imports.db, centre, duty, (desk) => callTable(desk, {}))
  assert.equal(lines.length, 7)
  assert.deepEqual(lines[1]?.slice(0, 2), ['2026-11-10', 'ДТП'])
  assert.ok(!JSON.stringify(lines).includes('Садов'), 'a figure holds no address')
})

test('an undone register takes its counts back; a row without a type is told with its number', async () => {
  const centre = await withCalls([])
  const account = await take(centre, ...calls, ['112-7', '12.11.2026', '11:00:00', null])
  assert.deepEqual([account.counted, account.rejected], [5, 1])
  assert.deepEqual([account.rejects[0]?.row, account.rejects[0]?.reason], [9, 'no-text'])
  const head = await aPerson(imports.db, centre, 'head')
  await at(imports.db, centre, head, (desk) => undoImport(desk, account.runId))
  assert.equal((await figures(centre)).total, 0)
})

async function figures(centre: Centre, days: { from?: string; to?: string } = {}) {
  const head = await aPerson(imports.db, centre, 'head')
  return at(imports.db, centre, head, (desk) => readCalls({ ...desk, now: thursday }, days))
}
