import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { aCentre, aPerson, at, aVault, thursday } from '../../../test/builders.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { setTopic, take } from '../../cases/index.ts'
import type { Centre } from '../../charter/index.ts'
import type { Actor } from '../../people/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import { openFileStore } from '../../platform/files/store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { caseSorting } from '../sorting/case-sorting.ts'
import type { ImportContext } from './context.ts'
import { importFile } from './import-file.ts'
import { readMappingFile } from './mapping-file.ts'
import { listRejects, rejectsTable } from './rejects.ts'
import { cancelImport } from './start.ts'
import { undoImport } from './undo.ts'

let database: TestDatabase
let context: ImportContext
let folder: string

before(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'otklik-import-'))
  context = {
    db: database.db,
    vault: aVault,
    files: openFileStore(folder),
    clock: () => thursday,
    loadCentre: () => assert.fail('the centre is at hand'),
  }
})
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const header =
  'ID;Дата создания;Текст инцидента;Группа тем;Тема;Муниципалитет;Населенный пункт;Улица;Дом;Тип инцидента;Итог;Дата закрытия;1ый ответ ПИ;Исполнитель'
const columns = header.split(';')
type Cells = Record<string, string>

const pit = 'На улице Садовой у дома 5 огромная яма в асфальте, прошу принять меры.'
function row(id: number, cells: Cells = {}): string {
  const usual: Cells = {
    ID: String(id),
    'Дата создания': '02.11.2026 10:15',
    'Текст инцидента': `${pit} Случай ${id}.`,
    Муниципалитет: 'Средний район',
    'Населенный пункт': 'Средний',
    ...cells,
  }
  return columns.map((name) => `"${(usual[name] ?? '').replaceAll('"', '""')}"`).join(';')
}
const table = (...rows: string[]) => ({
  name: 'выгрузка.csv',
  bytes: Buffer.from([header, ...rows].join('\r\n')),
})
const importInto = (centre: Centre, ...rows: string[]) =>
  importFile(context, { centre, file: table(...rows), actor: 'проверка' })
const casesOf = (centre: Centre) =>
  inCentre(database.db, centre.id, (scope) =>
    scope.selectFrom('cases').selectAll().where('centre_id', '=', centre.id).orderBy('number').execute(),
  )
const journalOf = (centre: Centre, id: string) =>
  inCentre(database.db, centre.id, (scope) =>
    scope
      .selectFrom('journal')
      .select(['action', 'data'])
      .where('case_id', '=', id)
      .orderBy('id')
      .execute(),
  )
const head = (centre: Centre): Promise<Actor> => aPerson(database.db, centre, 'head')
const outcomes = ({ created, joined, unchanged, updated, rejected }: Record<string, unknown>) => [
  created,
  joined,
  unchanged,
  updated,
  rejected,
]
const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('the same file a second time changes nothing', async () => {
  const centre = await aCentre(database.db)
  const rows = [row(1), row(2), row(3, { Итог: 'Решено', 'Дата закрытия': '05.11.2026 12:00' })]
  const first = await importInto(centre, ...rows)
  assert.deepEqual(outcomes(first), [3, 0, 0, 0, 0])
  const before = await casesOf(centre)
  const second = await importInto(centre, ...rows)
  assert.equal(second.read, 3)
  assert.deepEqual(outcomes(second), [0, 0, 3, 0, 0])
  assert.deepEqual(await casesOf(centre), before)
})

test('the same rows in another order of columns are the same rows', async () => {
  const centre = await aCentre(database.db)
  await importInto(centre, row(1, { Улица: 'Садовая', Дом: '5' }))
  const [names, cells] = [columns.toReversed(), row(1, { Улица: 'Садовая', Дом: '5' }).split(';').toReversed()]
  const bytes = Buffer.from(`${names.join(';')}\r\n${cells.join(';')}`)
  const again = await importFile(context, { centre, file: { name: 'б.csv', bytes }, actor: 'проверка' })
  assert.deepEqual(outcomes(again), [0, 0, 1, 0, 0])
})

test('a row already closed enters closed by an imported transition with the times of the source', async () => {
  const centre = await aCentre(database.db)
  await importInto(
    centre,
    row(1, { Итог: 'Разъяснено', 'Дата закрытия': '05.11.2026 12:30', '1ый ответ ПИ': 'Яму засыплют в мае.' }),
  )
  const [made] = await casesOf(centre)
  assert.equal(made?.state, 'closed')
  assert.equal(made.outcome, 'explained')
  assert.equal(made.closed_at?.toString(), '2026-11-05T09:30:00Z')
  assert.equal(made.due_at, null)
  const actions = (await journalOf(centre, made.id)).map(({ action }) => action)
  assert.deepEqual(actions, ['case-registered', 'case-imported'])
})

test('a newer export moves an open case on, and never back', async () => {
  const centre = await aCentre(database.db)
  await importInto(centre, row(1))
  const closed = row(1, { Итог: 'Решено', 'Дата закрытия': '09.11.2026 09:00', '1ый ответ ПИ': 'Засыпали.' })
  assert.deepEqual(outcomes(await importInto(centre, closed)), [0, 0, 0, 1, 0])
  const [moved] = await casesOf(centre)
  assert.equal(moved?.state, 'closed')
  assert.equal(moved.outcome, 'solved')
  assert.equal(moved.closed_at?.toString(), '2026-11-09T06:00:00Z')
  assert.equal((await journalOf(centre, moved.id)).at(-1)?.action, 'case-updated')
  await importInto(centre, row(1, { Итог: 'Не решено' }))
  const [after] = await casesOf(centre)
  assert.equal(after?.state, 'closed')
  assert.deepEqual(await conflictsOf(centre, after.id), [['state', 'closed', 'in_work']])
})

async function conflictsOf(centre: Centre, caseId: string) {
  const { conflicts } = await inCentre(database.db, centre.id, (scope) =>
    scope
      .selectFrom('source_values')
      .select('conflicts')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  return (conflicts as { field: string; ours: unknown; theirs: unknown }[]).map((one) => [
    one.field,
    one.ours,
    one.theirs,
  ])
}

test('where our people decided their value stays, and the source’s stands beside it', async () => {
  const centre = await aCentre(database.db)
  const actor = await head(centre)
  await importInto(centre, row(1, { Исполнитель: 'Дорожная служба' }))
  const [made] = await casesOf(centre)
  assert.ok(made)
  assert.equal(made.organisation, 'road-service')
  const { groups } = { groups: caseSorting.classifier(centre) }
  const other = groups.find(({ code }) => code !== made.topic_group)!
  const body = { topicGroup: other.code, topic: null, revision: made.revision }
  const set = await at(database.db, centre, actor, (desk) => setTopic(desk, made.id, body, groups))
  await at(database.db, centre, actor, (desk) => take(desk, made.id, { revision: set.revision }))
  const newer = row(1, {
    Исполнитель: 'Администрация Среднего района',
    Итог: 'Решено',
    'Дата закрытия': '09.11.2026 09:00',
    Улица: 'Новая',
  })
  assert.deepEqual(outcomes(await importInto(centre, newer)), [0, 0, 0, 1, 0])
  const [after] = await casesOf(centre)
  assert.equal(after?.topic_group, other.code)
  assert.equal(after.state, 'in_work')
  assert.equal(after.street, 'Новая')
  const fields = (await conflictsOf(centre, made.id)).map(([field]) => field)
  assert.ok(fields.includes('topic_group') && fields.includes('state'))
})

test('one number twice in a file is taken once and rejected once', async () => {
  const centre = await aCentre(database.db)
  const account = await importInto(centre, row(1), row(1, { 'Текст инцидента': 'Другой текст про фонарь.' }), row(2))
  assert.equal(account.read, 3)
  assert.deepEqual(outcomes(account), [2, 0, 0, 0, 1])
  assert.deepEqual(account.rejects.map(({ row: number, reason }) => [number, reason]), [[3, 'same-id-twice']])
})

test('what cannot be taken is kept sealed with its row, is masked in the list and comes back mended', async () => {
  const centre = await aCentre(database.db)
  const actor = await head(centre)
  const account = await importInto(
    centre,
    row(1, { 'Текст инцидента': '' , Улица: 'Садовая, звоните 8 912 345-67-89' }),
    row(2, { 'Дата создания': 'позавчера' }),
    row(3, { 'Текст инцидента': '=HYPERLINK("http://bad.example","яма на дороге")' }),
  )
  assert.deepEqual(outcomes(account), [1, 0, 0, 0, 2])
  assert.deepEqual(account.rejects.map(({ reason }) => reason), ['no-text', 'unreadable-date'])
  const page = { after: 0, limit: 10 }
  const masked = await at(database.db, centre, actor, (desk) => listRejects(desk, account.runId, page))
  assert.equal(masked.masked, true)
  assert.ok(!JSON.stringify(masked.rejects).includes('345-67-89'))
  const open = await at(database.db, centre, actor, (desk) =>
    listRejects(desk, account.runId, { ...page, purpose: 'исправить строки выгрузки' }),
  )
  assert.ok(JSON.stringify(open.rejects).includes('345-67-89'))
  const looks = await inCentre(database.db, centre.id, (scope) =>
    scope.selectFrom('read_log').select('purpose').where('centre_id', '=', centre.id).execute(),
  )
  assert.deepEqual(looks, [{ purpose: 'исправить строки выгрузки' }])
  const { csv } = await at(database.db, centre, actor, (desk) =>
    rejectsTable(desk, account.runId, 'исправить строки выгрузки'),
  )
  const mended = csv.replace('позавчера', '03.11.2026 08:00')
  const again = await importFile(context, {
    centre,
    file: { name: 'исправлено.csv', bytes: Buffer.from(mended) },
    actor: 'проверка',
  })
  assert.deepEqual(outcomes(again), [1, 0, 0, 0, 1])
})

test('a formula stays text', async () => {
  const centre = await aCentre(database.db)
  await importInto(centre, row(1, { 'Текст инцидента': '=1+1 яма на улице Садовой' }))
  const [made] = await casesOf(centre)
  assert.equal(made?.gist, '=1+1 яма на улице Садовой')
})

test('a row of another municipality is taken, flagged and given to nobody', async () => {
  const centre = await aCentre(database.db)
  await importInto(centre, row(1, { Муниципалитет: 'Соседний район' }), row(2, { Муниципалитет: 'Средний м.р-н' }))
  const [foreign, ours] = await casesOf(centre)
  assert.equal(foreign?.foreign_municipality, 'Соседний район')
  assert.equal(foreign.organisation, null)
  assert.equal(ours?.foreign_municipality, null)
})

test('exact repeats join an open case only where the charter says so, and a closed row never joins', async () => {
  const same = { 'Текст инцидента': pit, Улица: 'Садовая', Дом: '5' }
  const rows = [row(1, same), row(2, same), row(3, { ...same, Дом: '7' }), row(4, { ...same, Итог: 'Решено' })]
  const apart = await aCentre(database.db)
  assert.deepEqual(outcomes(await importInto(apart, ...rows)), [4, 0, 0, 0, 0])
  const joining = await aCentre(database.db, { channels: { incident: { on: true, joinExactRepeats: true } } })
  assert.deepEqual(outcomes(await importInto(joining, ...rows)), [3, 1, 0, 0, 0])
  assert.deepEqual(outcomes(await importInto(joining, row(5, same))), [0, 1, 0, 0, 0])
  const [first] = await casesOf(joining)
  assert.equal(first?.voices, 3)
  assert.deepEqual(outcomes(await importInto(joining, ...rows)), [0, 0, 4, 0, 0])
  const changed = await importInto(joining, row(2, { ...same, Тема: 'Новая' }))
  assert.deepEqual(outcomes(changed), [0, 0, 0, 1, 0])
  assert.deepEqual(outcomes(await importInto(joining, row(2, { ...same, Тема: 'Новая' }))), [0, 0, 1, 0, 0])
})

test('a mapping says what unknown values mean and is kept for the next export', async () => {
  const centre = await aCentre(database.db)
  const code = caseSorting.classifier(centre)[0]!.code
  const mapping = readMappingFile('м.yaml', `topicGroups:\n  Разное и прочее: '${code}'\n`)
  const cells = { 'Группа тем': 'Разное и прочее', 'Текст инцидента': 'Прошу разобраться с вопросом.' }
  await importFile(context, { centre, file: table(row(1, cells)), actor: 'проверка', mapping })
  await importInto(centre, row(2, cells))
  assert.deepEqual((await casesOf(centre)).map((one) => one.topic_group), [code, code])
  const wrong = readMappingFile('м.yaml', 'organisations:\n  Кто-то: nobody\n')
  const request = { centre, file: table(row(3)), actor: 'проверка', mapping: wrong }
  await assert.rejects(importFile(context, request), refused('unknown-code'))
})

test('an import is undone whole while nobody touched its cases, and its numbers come back', async () => {
  const centre = await aCentre(database.db)
  const actor = await head(centre)
  const kept = await importInto(centre, row(1))
  const account = await importInto(centre, row(2), row(3))
  await at(database.db, centre, actor, (desk) => undoImport(desk, account.runId))
  assert.deepEqual((await casesOf(centre)).map(({ number }) => number), ['С-26-0001'])
  const again = await importInto(centre, row(2))
  assert.deepEqual(outcomes(again), [1, 0, 0, 0, 0])
  const [first, second] = await casesOf(centre)
  assert.equal(second?.number, 'С-26-0002')
  await at(database.db, centre, actor, (desk) => take(desk, first!.id, { revision: first!.revision }))
  await assert.rejects(
    at(database.db, centre, actor, (desk) => undoImport(desk, kept.runId)),
    refused('cases-touched'),
  )
})

test('an undone import takes its repeats back from older cases', async () => {
  const centre = await aCentre(database.db, { channels: { incident: { on: true, joinExactRepeats: true } } })
  const actor = await head(centre)
  const same = { 'Текст инцидента': pit }
  await importInto(centre, row(1, same))
  const repeat = await importInto(centre, row(2, same))
  assert.equal(repeat.joined, 1)
  await at(database.db, centre, actor, (desk) => undoImport(desk, repeat.runId))
  assert.equal((await casesOf(centre))[0]?.voices, 1)
})

test('an import is cancelled between batches and what was taken stays', async () => {
  const centre = await aCentre(database.db)
  const actor = await head(centre)
  const runOf = () =>
    inCentre(database.db, centre.id, (scope) =>
      scope.selectFrom('import_runs').selectAll().where('state', '=', 'running').executeTakeFirstOrThrow(),
    )
  const request = {
    centre,
    file: table(...Array.from({ length: 30 }, (_, index) => row(index + 1))),
    actor: 'проверка',
    batchRows: 10,
    onProgress: async () => {
      const run = await runOf()
      await at(database.db, centre, actor, (desk) => cancelImport(desk, run.id))
    },
  }
  await assert.rejects(importFile(context, request), refused('import-cancelled'))
  assert.equal((await casesOf(centre)).length, 10)
})

test('a file that is no export is refused with one sentence and changes nothing', async () => {
  const centre = await aCentre(database.db)
  const file = { name: 'x.csv', bytes: Buffer.from('имя;возраст\r\nкот;3\r\n') }
  await assert.rejects(importFile(context, { centre, file, actor: 'проверка' }), refused('source-not-recognised'))
  const broken = { name: 'x.xlsx', bytes: Buffer.from('PK\x03\x04 and nothing more') }
  await assert.rejects(importFile(context, { centre, file: broken, actor: 'проверка' }), Refusal)
  assert.deepEqual(await casesOf(centre), [])
})
