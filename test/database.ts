import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Database, openDatabase } from '../src/platform/db/connect.ts'
import { migrate, migrationsDigest } from '../src/platform/db/migrate.ts'
import { openEmbedded } from '../src/platform/embedded/index.ts'

/** The application's role on the test server. */
export const appRole = `otklik_test_app_${ownerName()}`.slice(0, 63)

/** A database of a test file: `db` works as the application's role, `ownerDb` as the owner of the tables. */
export type TestDatabase = {
  db: Database
  ownerDb: Database
  url: string
  ownerUrl: string
  close: () => Promise<void>
}

type Server = { ownerUrl: string; close: () => Promise<void> }

/** A clone of the migrated template: one per test file, dropped by `close`. Without DATABASE_URL it lives on an embedded server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await openServer()
  const template = await ensureTemplate(server.ownerUrl)
  const name = `otklik_test_${randomBytes(6).toString('hex')}`
  await command(server.ownerUrl, `create database ${name} template ${template}`)
  const ownerUrl = inDatabase(server.ownerUrl, name)
  const url = asAppRole(ownerUrl)
  const app = openDatabase(url, { max: 5 })
  const owner = openDatabase(ownerUrl, { max: 2 })
  return {
    db: app.db,
    ownerDb: owner.db,
    url,
    ownerUrl,
    close: async () => {
      await Promise.all([app.close(), owner.close()])
      await dropDatabase(server.ownerUrl, name)
      await server.close()
    },
  }
}

/** The server that tests use: the one of DATABASE_URL, or an embedded one kept between runs for its template. */
export async function openServer(): Promise<Server> {
  const url = process.env['DATABASE_URL']
  if (url) return { ownerUrl: url, close: async () => {} }
  const home = process.env['OTKLIK_TEST_HOME'] ?? join(tmpdir(), `otklik-test-${process.getuid?.() ?? 0}`)
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o711)
  const embedded = await openEmbedded(home, undefined, { careless: true })
  return { ownerUrl: embedded.superUrl, close: embedded.close }
}

/** Makes the template of the present migrations where it is missing; gives its name. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const template = `otklik_template_${migrationsDigest()}_${ownerName()}`.slice(0, 63)
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('otklik-template'))`)
    const ready = await client.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (ready.rowCount) return template
    const roles = await client.query('select from pg_roles where rolname = $1', [appRole])
    if (!roles.rowCount)
      await client.query(`create role ${appRole} login password '${appPassword(serverUrl)}'`)
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template} template template0 encoding 'UTF8'`)
    await migrate(inDatabase(serverUrl, template), appRole)
    await client.query(`alter database ${template} is_template true`)
    return template
  } finally {
    await client.end()
  }
}

// Several processes of one run must know it; it guards nothing but test data.
function appPassword(serverUrl: string): string {
  return createHash('sha256')
    .update(`otklik-test ${new URL(serverUrl).username}`)
    .digest('hex')
    .slice(0, 32)
}

// Roles and templates of one server are kept apart by who made them.
function ownerName(): string {
  const url = process.env['DATABASE_URL']
  return url ? new URL(url).username.replaceAll(/[^a-z0-9_]/g, '_') : 'postgres'
}

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

function asAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.password = appPassword(ownerUrl)
  url.username = appRole
  return url.href
}

// A role that is no superuser may not cut the connections of others, such as a vacuum at work: then it waits for them to end.
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await command(serverUrl, `drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (tries >= 100 || !['42501', '55006'].includes(code)) throw error
      await pause(100)
    }
  }
}

async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
