import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from './refusal.ts'
import { readSettings } from './settings.ts'

test('with no environment the server listens on loopback, port 8080, with its home in ./data', () => {
  const settings = readSettings({})
  assert.equal(settings.host, '127.0.0.1')
  assert.equal(settings.port, 8080)
  assert.equal(settings.home, `${process.cwd()}/data`)
  assert.equal(settings.databaseUrl, null)
})

test('every wrong variable gets one line that names it', () => {
  assert.throws(
    () =>
      readSettings({
        PORT: '99999',
        DATABASE_URL: 'mysql://x',
        LOG_LEVEL: 'loud',
        OTKLIK_CLOCK: 'yesterday',
      }),
    (error) => {
      assert.ok(error instanceof Refusal)
      const lines = error.message.split('\n')
      for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'OTKLIK_CLOCK']) {
        assert.ok(
          lines.some((line) => line.startsWith(`Настройка ${name}: `)),
          name,
        )
      }
      return true
    },
  )
})

test('the address of the application role makes no sense without the owner’s', () => {
  assert.throws(() => readSettings({ DATABASE_APP_URL: 'postgres://a@h/d' }), /DATABASE_URL/)
})

test('an empty variable counts as not given', () => {
  assert.equal(readSettings({ PORT: '', DATABASE_URL: '' }).port, 8080)
})

test('tiles of an outside address need a host and whose they are; nothing else may slip into the page’s policy', () => {
  const url = 'https://tiles.example.org:8443/{z}/{x}/{y}.png'
  const given = { OTKLIK_TILES: url, OTKLIK_TILES_ATTRIBUTION: '© Тайлы' }
  assert.deepEqual(readSettings(given).tiles, { url, attribution: '© Тайлы' })
  assert.equal(readSettings({}).tiles, null)
  assert.throws(() => readSettings({ OTKLIK_TILES: url }), /OTKLIK_TILES_ATTRIBUTION/)
  for (const wrong of [
    'https://tiles.example.org/map.png',
    'https://{z}.example.org/{x}/{y}',
    'ftp://tiles.example.org/{z}/{x}/{y}',
    'https://who:what@tiles.example.org/{z}/{x}/{y}',
    "https://a.example.org; script-src 'unsafe-inline'/{z}/{x}/{y}",
  ])
    assert.throws(() => readSettings({ ...given, OTKLIK_TILES: wrong }), /OTKLIK_TILES/, wrong)
})

test('an address with a password may lie in a file; naming both it and the file, or a file that is not there, is refused', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'otklik-settings-')), 'database-url')
  writeFileSync(file, 'postgres://owner:secret@db/otklik\n')
  assert.equal(readSettings({ DATABASE_URL_FILE: file }).databaseUrl, 'postgres://owner:secret@db/otklik')
  const both = { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://a@h/d' }
  assert.throws(() => readSettings(both), /DATABASE_URL_FILE: задан и DATABASE_URL/)
  assert.throws(() => readSettings({ DATABASE_URL_FILE: `${file}-none` }), /не читается/)
  writeFileSync(file, 'mysql://x')
  assert.throws(() => readSettings({ DATABASE_URL_FILE: file }), /DATABASE_URL: адрес начинается/)
})
