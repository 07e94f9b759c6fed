import assert from 'node:assert/strict'
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, afterEach, before, beforeEach } from 'node:test'
import { aCentre, thursday } from '../../../test/builders.ts'
import { columns, importsOfTest, row } from '../../../test/imports.ts'
import type { Centre } from '../../charter/index.ts'
import { inCentre } from '../../platform/db/centre-scope.ts'
import type { Enqueue } from '../../platform/jobs/index.ts'
import { expireUploads } from '../runs/expire-uploads.ts'
import { atImportDesk, runImport } from '../runs/run-import.ts'
import { uploadFile } from '../runs/upload.ts'
import { openInbox } from './folder.ts'
import { lookIntoFolder, type Memory } from './take-files.ts'

let imports: Awaited<ReturnType<typeof importsOfTest>>
let home: string
before(async () => {
  imports = await importsOfTest()
})
after(() => imports.close())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'otklik-inbox-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const csv = (...rows: string[]) => [columns.join(';'), ...rows].join('\r\n')

/** A folder looked into by hand: each look comes ten seconds after the one before. */
async function folderOf(centre: Centre) {
  const inbox = openInbox(home, centre.slug)
  await inbox.prepare()
  const folder = join(home, 'inbox', centre.slug)
  const waiting: string[] = []
  const enqueue = (async (_scope: unknown, _kind: unknown, payload: unknown) => {
    waiting.push((payload as { runId: string }).runId)
  }) as Enqueue
  const errors: unknown[] = []
  let memory: Memory = new Map()
  let at = 0
  const look = async () => {
    at += 10_000
    const context = { ...imports.context, enqueue }
    const onError = (error: unknown) => void errors.push(error)
    await lookIntoFolder({ context, centre, inbox, memory, at, settled: 10_000, onError })
  }
  return {
    path: (...parts: string[]) => join(folder, ...parts),
    look,
    /** What was remembered between looks is gone, as after a stop of the server. */
    restart: () => void (memory = new Map()),
    /** Carries out what was put into the queue. */
    work: async () => {
      for (const runId of waiting.splice(0)) await runImport(imports.context, { centre, runId })
    },
    names: (place: string) => readdirSync(join(folder, place)).toSorted(),
    loose: () => readdirSync(folder).filter((name) => !['taken', 'done', 'failed'].includes(name)),
    told: (place: string, name: string) => readFileSync(join(folder, place, `${name}.txt`), 'utf8'),
    errors,
  }
}

const runsOf = (centre: Centre) =>
  inCentre(imports.db, centre.id, (scope) =>
    scope
      .selectFrom('import_runs')
      .select(['id', 'state', 'started_by'])
      .where('centre_id', '=', centre.id)
      .execute(),
  )

test('a file is taken when it has stopped growing, and ends in «done» with what came of it', async () => {
  const centre = await aCentre(imports.db)
  const folder = await folderOf(centre)
  const path = folder.path('выгрузка.csv')
  writeFileSync(path, csv(row(1)))
  await folder.look()
  appendFileSync(path, `\r\n${row(2)}`)
  await folder.look()
  assert.deepEqual(await runsOf(centre), [], 'it grew between two looks')
  await folder.look()
  const [run] = await runsOf(centre)
  assert.deepEqual([run?.state, run?.started_by], ['running', 'из папки'])
  assert.deepEqual(folder.names('taken'), [`${run!.id}.выгрузка.csv`])
  await folder.look()
  assert.deepEqual(folder.names('done'), [], 'the import goes on')
  await folder.work()
  await folder.look()
  assert.deepEqual(folder.names('done'), ['выгрузка.csv', 'выгрузка.csv.txt'])
  assert.match(folder.told('done', 'выгрузка.csv'), /2026-11-19 11:00 {2}Загружено: новых дел 2\./)
  assert.equal((await imports.casesOf(centre)).length, 2)
  const actors = await inCentre(imports.db, centre.id, (scope) =>
    scope
      .selectFrom('journal')
      .select(['action', 'actor'])
      .where('action', 'in', ['import-started', 'import-done'])
      .where('centre_id', '=', centre.id)
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(
    actors.map(({ action, actor }) => [action, actor]),
    [
      ['import-started', 'из папки'],
      ['import-done', 'из папки'],
    ],
  )
  assert.deepEqual(folder.errors, [])
})

test('the same file put there again changes nothing and stands beside the first one', async () => {
  const centre = await aCentre(imports.db)
  const folder = await folderOf(centre)
  for (let times = 0; times < 2; times += 1) {
    writeFileSync(folder.path('а.csv'), csv(row(1)))
    for (let looks = 0; looks < 2; looks += 1) await folder.look()
    await folder.work()
    await folder.look()
  }
  assert.deepEqual(folder.names('done'), ['а-2.csv', 'а-2.csv.txt', 'а.csv', 'а.csv.txt'])
  assert.match(folder.told('done', 'а-2.csv'), /без изменений 1\./)
})

test('links, other kinds of files and tables that are not known are set aside with a sentence', async () => {
  const centre = await aCentre(imports.db)
  const folder = await folderOf(centre)
  const secret = join(home, 'secret.csv')
  writeFileSync(secret, csv(row(1)))
  symlinkSync(secret, folder.path('ссылка.csv'))
  linkSync(secret, folder.path('вторая ссылка.csv'))
  writeFileSync(folder.path('письмо.docx'), 'x')
  writeFileSync(folder.path('чужая.csv'), 'имя;возраст\r\nкот;3\r\n')
  writeFileSync(folder.path('пишется.csv.part'), csv(row(2)))
  mkdirSync(folder.path('папка'))
  for (let looks = 0; looks < 3; looks += 1) await folder.look()
  assert.deepEqual(
    folder.names('failed').filter((name) => !name.endsWith('.txt')),
    ['вторая ссылка.csv', 'письмо.docx', 'ссылка.csv', 'чужая.csv'],
  )
  assert.match(folder.told('failed', 'ссылка.csv'), /Это ссылка/)
  assert.match(folder.told('failed', 'вторая ссылка.csv'), /Это ссылка/)
  assert.match(folder.told('failed', 'письмо.docx'), /XLSX или CSV/)
  assert.match(folder.told('failed', 'чужая.csv'), /опишите один раз/)
  assert.deepEqual(folder.loose().toSorted(), ['папка', 'пишется.csv.part'])
  assert.deepEqual(await runsOf(centre), [])
  assert.equal(readFileSync(secret, 'utf8'), csv(row(1)), 'what a link points at stays')
})

test('a stop between two steps neither loses a file nor imports it twice', async () => {
  const centre = await aCentre(imports.db)
  const folder = await folderOf(centre)
  const bytes = Buffer.from(csv(row(1)))
  writeFileSync(folder.path('а.csv'), bytes)
  // The run was made, then the server stopped before the file was moved.
  const atDesk = <T>(work: Parameters<typeof atImportDesk<T>>[3]) =>
    atImportDesk(imports.context, centre, 'из папки', work)
  await uploadFile(imports.context, { centre, atDesk }, { name: 'а.csv', bytes }, { scan: false })
  await folder.look()
  await folder.look()
  assert.equal((await runsOf(centre)).length, 1)
  // It stopped again before the import was put into the queue: a look starts it.
  folder.restart()
  await folder.look()
  await folder.work()
  await folder.look()
  assert.deepEqual(folder.names('done'), ['а.csv', 'а.csv.txt'])
  assert.deepEqual(
    (await runsOf(centre)).map(({ state }) => state),
    ['done'],
  )
})

test('an upload that nobody starts ends with the charter’s term, its copy with it, and old files leave the folder', async () => {
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the charter, never awaited
  const centre = await aCentre(imports.db, { retention: [{ what: 'imports', days: 30, then: 'erase' }] })
  const atDesk = <T>(work: Parameters<typeof atImportDesk<T>>[3]) =>
    atImportDesk(imports.context, centre, 'проверка', work)
  const { run } = await uploadFile(
    imports.context,
    { centre, atDesk },
    { name: 'а.csv', bytes: Buffer.from(csv(row(1))) },
  )
  const later = (days: number) => ({ ...imports.context, clock: () => thursday.add({ hours: 24 * days }) })
  assert.equal(await expireUploads(later(29), centre), 0)
  assert.equal(await expireUploads(later(31), centre), 1)
  assert.deepEqual(
    (await runsOf(centre)).map(({ state }) => state),
    ['cancelled'],
  )
  await assert.rejects(imports.context.files.get({ centreId: centre.id, id: run.id }, Buffer.alloc(32)), {
    code: 'ENOENT',
  })
  const folder = await folderOf(centre)
  writeFileSync(folder.path('done', 'а.csv'), 'x')
  const inbox = openInbox(home, centre.slug)
  const now = Temporal.Now.instant()
  assert.equal(await inbox.removeOlder('done', now.subtract({ hours: 1 })), 0)
  assert.equal(await inbox.removeOlder('done', now.add({ hours: 1 })), 1)
  assert.deepEqual(folder.names('done'), [])
})
