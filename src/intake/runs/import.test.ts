import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, at } from '../../../test/builders.ts'
import { columns, importsOfTest, outcomes, refused, row, table } from '../../../test/imports.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { Refusal } from '../../platform/refusal.ts'
import { caseSorting } from '../sorting/case-sorting.ts'
import { importFile } from './import-file.ts'
import { readMappingFile } from './mapping-file.ts'
import { listRejects, rejectsTable } from './rejects.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
before(async () => {
  imports = await importsOfTest()
})
after(() => imports.close())

test('the same file a second time changes nothing', async () => {
  const centre = await aCentre(imports.db)
  const rows = [row(1), row(2), row(3, { Итог: 'Решено', 'Дата закрытия': '05.11.2026 12:00' })]
  const first = await imports.into(centre, ...rows)
  assert.deepEqual(outcomes(first), [3, 0, 0, 0, 0])
  const before = await imports.casesOf(centre)
  const second = await imports.into(centre, ...rows)
  assert.equal(second.read, 3)
  assert.deepEqual(outcomes(second), [0, 0, 3, 0, 0])
  assert.deepEqual(await imports.casesOf(centre), before)
})

test('the same rows in another order of columns are the same rows', async () => {
  const centre = await aCentre(imports.db)
  await imports.into(centre, row(1, { Улица: 'Садовая', Дом: '5' }))
  const [names, cells] = [
    columns.toReversed(),
    row(1, { Улица: 'Садовая', Дом: '5' }).split(';').toReversed(),
  ]
  const bytes = Buffer.from(`${names.join(';')}\r\n${cells.join(';')}`)
  const again = await importFile(imports.context, {
    centre,
    file: { name: 'б.csv', bytes },
    actor: 'проверка',
  })
  assert.deepEqual(outcomes(again), [0, 0, 1, 0, 0])
})

test('a row already closed enters closed by an imported transition with the times of the source', async () => {
  const centre = await aCentre(imports.db)
  await imports.into(
    centre,
    row(1, {
      Итог: 'Разъяснено',
      'Дата закрытия': '05.11.2026 12:30',
      '1ый ответ ПИ': 'Яму засыплют в мае.',
    }),
  )
  const [made] = await imports.casesOf(centre)
  assert.equal(made?.state, 'closed')
  assert.equal(made.outcome, 'explained')
  assert.equal(made.closed_at?.toString(), '2026-11-05T09:30:00Z')
  assert.equal(made.due_at, null)
  const actions = (await imports.journalOf(centre, made.id)).map(({ action }) => action)
  assert.deepEqual(actions, ['case-registered', 'case-imported'])
})

test('one number twice in a file is taken once and rejected once', async () => {
  const centre = await aCentre(imports.db)
  const account = await imports.into(
    centre,
    row(1),
    row(1, { 'Текст инцидента': 'Другой текст про фонарь.' }),
    row(2),
  )
  assert.equal(account.read, 3)
  assert.deepEqual(outcomes(account), [2, 0, 0, 0, 1])
  assert.deepEqual(
    account.rejects.map(({ row: number, reason }) => [number, reason]),
    [[3, 'same-id-twice']],
  )
})

test('a row that the database does not take is rejected alone, and the rows around it are taken', async () => {
  const centre = await aCentre(imports.db)
  const endless = randomBytes(6000).toString('base64')
  const lines = [1, 2, 3, 4, 5].map((id) => `${row(id)};${id === 4 ? endless : id}`)
  const bytes = Buffer.from([`${columns.join(';')};Номер инцидента`, ...lines].join('\r\n'))
  const file = { name: 'длинный номер.csv', bytes }
  const account = await importFile(imports.context, { centre, file, actor: 'проверка' })
  assert.deepEqual(outcomes(account), [4, 0, 0, 0, 1])
  assert.deepEqual(
    account.rejects.map(({ row: number, reason }) => [number, reason]),
    [[5, 'not-storable']],
  )
  const numbers = (await imports.casesOf(centre)).map(({ number }) => Number(number.split('-').at(-1)))
  assert.deepEqual(numbers, [1, 2, 3, 4])
})

test('what cannot be taken is kept sealed with its row, is masked in the list and comes back mended', async () => {
  const centre = await aCentre(imports.db)
  const actor = await aPerson(imports.db, centre, 'head')
  const account = await imports.into(
    centre,
    row(1, { 'Текст инцидента': '', Улица: 'Садовая, звоните 8 912 345-67-89' }),
    row(2, { 'Дата создания': 'позавчера' }),
    row(3, { 'Текст инцидента': '=HYPERLINK("http://bad.example","яма на дороге")' }),
  )
  assert.deepEqual(outcomes(account), [1, 0, 0, 0, 2])
  assert.deepEqual(
    account.rejects.map(({ reason }) => reason),
    ['no-text', 'unreadable-date'],
  )
  const page = { after: 0, limit: 10 }
  const masked = await at(imports.db, centre, actor, (desk) => listRejects(desk, account.runId, page))
  assert.equal(masked.masked, true)
  assert.ok(!JSON.stringify(masked.rejects).includes('345-67-89'))
  const open = await at(imports.db, centre, actor, (desk) =>
    listRejects(desk, account.runId, { ...page, purpose: 'исправить строки выгрузки' }),
  )
  assert.ok(JSON.stringify(open.rejects).includes('345-67-89'))
  const looks = await inCentre(imports.db, centre.id, (scope) =>
    scope.selectFrom('read_log').select('purpose').where('centre_id', '=', centre.id).execute(),
  )
  assert.deepEqual(looks, [{ purpose: 'исправить строки выгрузки' }])
  const { csv } = await at(imports.db, centre, actor, (desk) =>
    rejectsTable(desk, account.runId, 'исправить строки выгрузки'),
  )
  const mended = csv.replace('позавчера', '03.11.2026 08:00')
  const again = await importFile(imports.context, {
    centre,
    file: { name: 'исправлено.csv', bytes: Buffer.from(mended) },
    actor: 'проверка',
  })
  assert.deepEqual(outcomes(again), [1, 0, 0, 0, 1])
})

test('a formula stays text', async () => {
  const centre = await aCentre(imports.db)
  await imports.into(centre, row(1, { 'Текст инцидента': '=1+1 яма на улице Садовой' }))
  const [made] = await imports.casesOf(centre)
  assert.equal(made?.gist, '=1+1 яма на улице Садовой')
})

test('a row of another municipality is taken, flagged and given to nobody', async () => {
  const centre = await aCentre(imports.db)
  await imports.into(
    centre,
    row(1, { Муниципалитет: 'Соседний район' }),
    row(2, { Муниципалитет: 'Средний м.р-н' }),
  )
  const [foreign, ours] = await imports.casesOf(centre)
  assert.equal(foreign?.foreign_municipality, 'Соседний район')
  assert.equal(foreign.organisation, null)
  assert.equal(ours?.foreign_municipality, null)
})

test('a mapping says what unknown values mean and is kept for the next export', async () => {
  const centre = await aCentre(imports.db)
  const code = caseSorting.classifier(centre)[0]!.code
  const mapping = readMappingFile('м.yaml', `topicGroups:\n  Разное и прочее: '${code}'\n`)
  const cells = { 'Группа тем': 'Разное и прочее', 'Текст инцидента': 'Прошу разобраться с вопросом.' }
  await importFile(imports.context, { centre, file: table(row(1, cells)), actor: 'проверка', mapping })
  await imports.into(centre, row(2, cells))
  assert.deepEqual(
    (await imports.casesOf(centre)).map((one) => one.topic_group),
    [code, code],
  )
  const wrong = readMappingFile('м.yaml', 'organisations:\n  Кто-то: nobody\n')
  const request = { centre, file: table(row(3)), actor: 'проверка', mapping: wrong }
  await assert.rejects(importFile(imports.context, request), refused('unknown-code'))
})

test('a file that is no export is refused with one sentence and changes nothing', async () => {
  const centre = await aCentre(imports.db)
  const file = { name: 'x.csv', bytes: Buffer.from('имя;возраст\r\nкот;3\r\n') }
  await assert.rejects(
    importFile(imports.context, { centre, file, actor: 'проверка' }),
    refused('source-not-recognised'),
  )
  const broken = { name: 'x.xlsx', bytes: Buffer.from('PK\x03\x04 and nothing more') }
  await assert.rejects(importFile(imports.context, { centre, file: broken, actor: 'проверка' }), Refusal)
  assert.deepEqual(await imports.casesOf(centre), [])
})
