import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './db/centre-scope.ts'
import { refuse } from './refusal.ts'
import { createVault, type Vault } from './vault.ts'

const factName = 'key-fingerprint'

/** Where the installation's key lies: 32 bytes as hex, readable by us alone, never inside a backup. */
export function keyFileOf(home: string): string {
  return join(home, 'installation.key')
}

/** Reads a key file; refuses one that holds no key. */
export function readKeyFile(file: string): Buffer {
  const text = existsSync(file)
    ? readFileSync(file, 'utf8').trim()
    : refuse(
        'invalid',
        'no-key-file',
        `Нет файла ключа ${file}: укажите файл installation.key той установки.`,
      )
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    refuse(
      'invalid',
      'bad-key',
      `В файле ${file} нет ключа установки: нужен файл installation.key из её папки данных.`,
    )
  }
  return Buffer.from(text, 'hex')
}

/** Puts a key into a home; a key that was there is kept beside under another name. */
export function placeKey(home: string, key: Buffer, moment: string): void {
  const file = keyFileOf(home)
  if (existsSync(file)) renameSync(file, `${file}.replaced-${moment}`)
  writeFileSync(`${file}.part`, `${key.toString('hex')}\n`, { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

/** The vault of an installation: makes its key at the first start, later refuses a key that the data was not sealed with. */
export async function openVault(home: string, ownerDb: Database): Promise<Vault> {
  const fact = await ownerDb
    .selectFrom('installation_facts')
    .select('value')
    .where('name', '=', factName)
    .executeTakeFirst()
  const file = keyFileOf(home)
  if (!existsSync(file)) {
    if (fact) {
      refuse(
        'unavailable',
        'no-installation-key',
        `Нет ключа установки ${file}, а в базе есть данные под ключом ${String(fact.value)}: верните файл ключа из копии.`,
      )
    }
    placeKey(home, randomBytes(32), 'first')
  }
  const vault = createVault(readKeyFile(file))
  if (fact && fact.value !== vault.fingerprint) {
    refuse(
      'unavailable',
      'wrong-installation-key',
      `Ключ ${file} не от этой базы данных: нужен ключ с отпечатком ${String(fact.value)}.`,
    )
  }
  if (!fact) await recordFingerprint(ownerDb, vault.fingerprint)
  return vault
}

/** Writes down which key seals the data of this database. */
export async function recordFingerprint(ownerDb: Database, fingerprint: string): Promise<void> {
  const value = JSON.stringify(fingerprint)
  await ownerDb
    .insertInto('installation_facts')
    .values({ name: factName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
