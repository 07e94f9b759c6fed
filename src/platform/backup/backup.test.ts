import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { appRole, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { migrate, migrationNames, schemaState } from '../db/migrate.ts'
import { keyFileOf, openVault } from '../installation-key.ts'
import { Refusal } from '../refusal.ts'
import { backupInstallation, restoreInstallation, type RestoreOrder } from './index.ts'

const at = Temporal.Instant.from('2026-11-22T07:00:00Z')
const words = 'Яма\tу дома\\n№ 5\nи «кавычки»'
let folder = ''
let source: TestDatabase
let target: TestDatabase

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-backup-'))
  source = await testDatabase()
  target = await testDatabase()
  for (const name of ['one', 'two']) mkdirSync(join(folder, name))
  await openVault(join(folder, 'one'), source.ownerDb)
  const centre = {
    slug: 'town',
    name: words,
    kind: 'municipal',
    time_zone: 'Europe/Moscow',
    created_at: at,
  } as const
  const { id } = await source.ownerDb
    .insertInto('centres')
    .values(centre)
    .returning('id')
    .executeTakeFirstOrThrow()
  await source.ownerDb
    .insertInto('submissions')
    .values({
      centre_id: id,
      id: '019aa000-0000-7000-8000-000000000001',
      channel: 'phone',
      received_at: at,
      created_at: at,
      content_digest: Buffer.from([0, 255, 10, 92]),
    })
    .execute()
  mkdirSync(join(folder, 'one/files/1'), { recursive: true })
  writeFileSync(join(folder, 'one/files/1/scan'), Buffer.alloc(200_000, 7))
  await backupInstallation({ ownerUrl: source.ownerUrl, home: join(folder, 'one'), file: file(), at })
})
after(async () => {
  await Promise.all([source.close(), target.close()])
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'all.otklik')

function order(change: Partial<RestoreOrder> = {}): RestoreOrder {
  const keyFile = keyFileOf(join(folder, 'one'))
  const home = join(folder, 'two')
  return {
    file: file(),
    ownerUrl: target.ownerUrl,
    appRole,
    home,
    keyFile,
    replace: false,
    moment: 'then',
    ...change,
  }
}

function refusedAs(reason: string) {
  return (error: unknown) => error instanceof Refusal && error.reason === reason
}

test('a truncated or altered backup is refused and nothing changes', async () => {
  const bytes = readFileSync(file())
  const broken = join(folder, 'broken.otklik')
  writeFileSync(broken, bytes)
  truncateSync(broken, bytes.length - 10)
  await assert.rejects(restoreInstallation(order({ file: broken })), refusedAs('broken-backup'))
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0xff, bytes.length >> 1)
  writeFileSync(broken, bytes)
  await assert.rejects(restoreInstallation(order({ file: broken })), refusedAs('broken-backup'))
  writeFileSync(broken, 'not a backup')
  await assert.rejects(restoreInstallation(order({ file: broken })), refusedAs('broken-backup'))
  assert.deepEqual(await target.ownerDb.selectFrom('centres').selectAll().execute(), [])
})

test('a restore asks for the key that the data was sealed with', async () => {
  await assert.rejects(restoreInstallation(order({ keyFile: null })), refusedAs('key-needed'))
  const other = join(folder, 'other.key')
  writeFileSync(other, 'ab'.repeat(32))
  await assert.rejects(restoreInstallation(order({ keyFile: other })), refusedAs('wrong-key'))
})

test('a backup restores every row, the next numbers, the files and the key, and never holds the key itself', async () => {
  const done = await restoreInstallation(order())
  assert.equal(done.files, 1)
  const [centre] = await target.ownerDb.selectFrom('centres').selectAll().execute()
  assert.equal(centre?.name, words)
  const submission = await target.ownerDb.selectFrom('submissions').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([...submission.content_digest], [0, 255, 10, 92])
  assert.ok(at.equals(submission.received_at))
  assert.deepEqual(readFileSync(join(folder, 'two/files/1/scan')), Buffer.alloc(200_000, 7))
  const key = readFileSync(keyFileOf(join(folder, 'one')), 'utf8')
  assert.equal(readFileSync(keyFileOf(join(folder, 'two')), 'utf8'), key)
  assert.equal(readFileSync(file()).includes(Buffer.from(key.trim(), 'hex')), false)
  const next = {
    slug: 'next',
    name: 'x',
    kind: 'municipal',
    time_zone: 'Europe/Moscow',
    created_at: at,
  } as const
  const added = await target.ownerDb
    .insertInto('centres')
    .values(next)
    .returning('id')
    .executeTakeFirstOrThrow()
  assert.equal(added.id, Number(centre?.id) + 1)
})

test('a database that holds something is replaced only when that is asked for', async () => {
  await assert.rejects(restoreInstallation(order()), refusedAs('not-empty'))
  await restoreInstallation(order({ replace: true, moment: 'later' }))
  const centres = await target.ownerDb.selectFrom('centres').select('slug').execute()
  assert.deepEqual(centres, [{ slug: 'town' }])
  assert.ok(existsSync(join(folder, 'two/files.replaced-later/1/scan')))
})

test('a backup of an older schema is restored into it and then brought up to date', async () => {
  const older = await testDatabase()
  await sql`drop schema pgboss cascade`.execute(older.ownerDb)
  await sql`drop schema public cascade`.execute(older.ownerDb)
  await sql`create schema public`.execute(older.ownerDb)
  await migrate(older.ownerUrl, appRole, migrationNames().at(-2))
  await sql`insert into centres (slug, name, kind, time_zone, created_at) values ('old', 'Old', 'municipal', 'Europe/Moscow', now())`.execute(
    older.ownerDb,
  )
  const backup = {
    ownerUrl: older.ownerUrl,
    home: join(folder, 'one'),
    file: join(folder, 'older.otklik'),
    at,
  }
  await backupInstallation(backup)
  await older.close()
  await restoreInstallation(order({ file: backup.file, replace: true, moment: 'last' }))
  assert.deepEqual((await schemaState(target.ownerDb)).pending, [])
  assert.deepEqual(await target.ownerDb.selectFrom('centres').select('slug').execute(), [{ slug: 'old' }])
})
