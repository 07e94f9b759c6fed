import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openEmbedded } from './index.ts'
import { runningPostmaster } from './postmaster.ts'

let home = ''
const data = () => join(home, 'postgres', 'data')

before(() => {
  home = mkdtempSync(join(tmpdir(), 'otklik-embedded-'))
  chmodSync(home, 0o711)
})
after(() => rmSync(home, { recursive: true, force: true }))

async function ask<T extends object>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
    .query<T>(query)
    .then((result) => result.rows)
    .finally(() => client.end())
}

test('a new server has an owner and an application role, neither of which may do everything', async () => {
  const server = await openEmbedded(home)
  const roles = await ask<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>(
    server.ownerUrl,
    `select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'otklik%' order by 1`,
  )
  assert.deepEqual(roles, [
    { rolname: 'otklik_app', rolsuper: false, rolbypassrls: false },
    { rolname: 'otklik_owner', rolsuper: false, rolbypassrls: false },
  ])
  await assert.rejects(ask(server.appUrl, 'create table mine (id integer)'), /permission denied/)
  assert.equal(statSync(join(home, 'postgres-roles.json')).mode & 0o777, 0o600)
  await server.close()
  assert.equal(runningPostmaster(data()), null)
})

test('of two users of one folder the first to leave does not stop the server, the last does', async () => {
  const [one, two] = await Promise.all([openEmbedded(home), openEmbedded(home)])
  assert.equal(one.ownerUrl, two.ownerUrl)
  await one.close()
  assert.deepEqual(await ask(two.ownerUrl, 'select 1 as here'), [{ here: 1 }])
  await two.close()
  assert.equal(runningPostmaster(data()), null)
})

test('a server killed with kill -9 comes back by itself on the same port with every committed row', async () => {
  const server = await openEmbedded(home)
  await ask(
    server.ownerUrl,
    'create table kept (id integer); insert into kept select generate_series(1, 1000)',
  )
  const killed = runningPostmaster(data())
  assert.ok(killed)
  process.kill(killed.pid, 'SIGKILL')
  let rows: { n: number }[] = []
  for (let tries = 0; tries < 200 && rows.length === 0; tries += 1) {
    await pause(50)
    rows = await ask<{ n: number }>(server.ownerUrl, 'select count(*)::int as n from kept').catch(() => [])
  }
  assert.deepEqual(rows, [{ n: 1000 }])
  assert.notEqual(runningPostmaster(data())?.pid, killed.pid)
  await server.close()
})

test('a server left behind by a killed process is adopted by the next one and stopped by it', async () => {
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    await openEmbedded(${JSON.stringify(home)})
    process.kill(process.pid, 'SIGKILL')`
  const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  assert.equal(killed.signal, 'SIGKILL')
  const orphan = runningPostmaster(data())
  assert.ok(orphan)
  const server = await openEmbedded(home)
  assert.deepEqual(await ask(server.ownerUrl, 'select count(*)::int as n from kept'), [{ n: 1000 }])
  assert.equal(runningPostmaster(data())?.pid, orphan.pid)
  await server.close()
  assert.equal(runningPostmaster(data()), null)
})
