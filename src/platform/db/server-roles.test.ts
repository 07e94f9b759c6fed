import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openServer } from '../../../test/database.ts'
import { Refusal } from '../refusal.ts'
import { assertAppRole, openDatabase } from './connect.ts'
import { migrate } from './migrate.ts'
import { prepareServer } from './server-roles.ts'

const name = `otklik_roles_${randomBytes(4).toString('hex')}`
let folder = ''
let server: Awaited<ReturnType<typeof openServer>>
let admin: pg.Client
let ownerUrl = ''

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-roles-'))
  server = await openServer()
  admin = new pg.Client({ connectionString: server.ownerUrl })
  await admin.connect()
  await admin.query(`create role ${name} login createrole password 'secret'`)
  await admin.query(`grant ${name} to current_user`)
  await admin.query(`create database ${name} owner ${name} template template0 encoding 'UTF8'`)
  const url = new URL(server.ownerUrl)
  Object.assign(url, { username: name, password: 'secret', pathname: `/${name}` })
  ownerUrl = url.href
})
after(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`drop role if exists ${name}_app`)
  await admin.query(`drop role if exists ${name}`)
  await admin.end()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('an owner who may make roles gets an application role of the database’s name, and the same one next time', async () => {
  const first = await prepareServer(ownerUrl, null, folder)
  assert.equal(first.appRole, `${name}_app`)
  assert.equal(statSync(join(folder, 'database-role.json')).mode & 0o777, 0o600)
  await migrate(first.ownerUrl, first.appRole)
  const app = openDatabase(first.appUrl, { max: 1 })
  await assertAppRole(app.db).finally(() => app.close())
  assert.deepEqual(await prepareServer(ownerUrl, null, folder), first)
})

test('an owner who may not make roles is told of DATABASE_APP_URL', async () => {
  await admin.query(`drop owned by ${name}_app`).catch(() => {})
  await admin.query(`alter role ${name} nocreaterole`)
  const other = mkdtempSync(join(folder, 'other-'))
  await assert.rejects(prepareServer(ownerUrl, null, other), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.reason, 'no-create-role')
    assert.match(error.message, /DATABASE_APP_URL/)
    return true
  })
})

test('a database that cannot be reached is told in one sentence', async () => {
  const missing = new URL(ownerUrl)
  missing.pathname = '/otklik_no_such_database'
  for (const url of [missing.href, 'postgres://nobody@127.0.0.1:1/nothing']) {
    await assert.rejects(
      prepareServer(url, null, folder),
      (error) => error instanceof Refusal && error.reason === 'no-server',
    )
  }
})
