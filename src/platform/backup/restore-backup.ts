import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { finished } from 'node:stream/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { openDatabase } from '../db/connect.ts'
import { migrate, migrationNames } from '../db/migrate.ts'
import { keyFileOf, placeKey, readKeyFile, recordFingerprint } from '../installation-key.ts'
import { refuse } from '../refusal.ts'
import { createVault } from '../vault.ts'
import { type ArchiveHead, readArchive, type Section } from './archive.ts'
import { tablesInOrder } from './tables-order.ts'

/** Where a backup goes and by whose key it opens; `moment` names what is set aside. */
export type RestoreOrder = {
  file: string
  ownerUrl: string
  appRole: string
  home: string
  keyFile: string | null
  replace: boolean
  moment: string
}

/** What was put back, counted again in the database after it was written. */
export type RestoreResult = { file: string; at: string; rows: number; files: number }

/** Reads a backup to its end without changing anything; gives its head. Refuses a broken file. */
export async function verifyBackup(file: string): Promise<ArchiveHead> {
  let head: ArchiveHead | null = null
  for await (const section of readArchive(file)) {
    if (section.head.kind === 'otklik-backup') head = section.head
    for await (const _ of section.content);
  }
  return head ?? refuse('invalid', 'broken-backup', `Файл ${file} не резервная копия.`)
}

/** Puts an installation back from a file: the whole of it or nothing of it. */
export async function restoreInstallation(order: RestoreOrder): Promise<RestoreResult> {
  const head = await verifyBackup(order.file)
  if (!migrationNames().includes(head.migration)) {
    refuse(
      'conflict',
      'newer-backup',
      `Копия сделана более новой программой (${head.migration}): обновите программу.`,
    )
  }
  const key = chooseKey(order, head.keyFingerprint)
  await prepareSchema(order, head)
  const done = await load(order)
  await migrate(order.ownerUrl, order.appRole)
  const owner = openDatabase(order.ownerUrl, { max: 1 })
  await recordFingerprint(owner.db, head.keyFingerprint).finally(() => owner.close())
  const present = keyFileOf(order.home)
  if (!existsSync(present) || !readKeyFile(present).equals(key)) placeKey(order.home, key, order.moment)
  return { file: order.file, at: head.at, ...done }
}

function chooseKey(order: RestoreOrder, fingerprint: string): Buffer {
  const file = order.keyFile ?? keyFileOf(order.home)
  if (!order.keyFile && !existsSync(file)) {
    refuse(
      'invalid',
      'key-needed',
      `Нужен ключ с отпечатком ${fingerprint}: укажите --key-file с файлом installation.key той установки.`,
    )
  }
  const key = readKeyFile(file)
  const found = createVault(key).fingerprint
  if (found === fingerprint) return key
  return refuse(
    'invalid',
    'wrong-key',
    `Ключ ${file} не от этой копии: его отпечаток ${found}, а нужен ${fingerprint}. Укажите --key-file с верным ключом.`,
  )
}

async function prepareSchema(order: RestoreOrder, head: ArchiveHead): Promise<void> {
  const owner = openDatabase(order.ownerUrl, { max: 1, statementTimeout: 0 })
  try {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and application_name in ('otklik', 'otklik-jobs') and usename <> current_user) as busy`.execute(
      owner.db,
    )
    if (rows[0]?.busy)
      refuse('conflict', 'server-running', 'С базой данных работает сервер: остановите его и повторите.')
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
      owner.db,
    )
    const has = (name: string) => tables.rows.some((row) => row.name === name)
    const filled =
      has('accounts') &&
      (
        await sql<{ filled: boolean }>`
        select exists (select from accounts) or exists (select from centres) as filled`.execute(owner.db)
      ).rows[0]?.filled
    if (filled && !order.replace) {
      refuse(
        'conflict',
        'not-empty',
        'База данных не пуста: её содержимое пропадёт. Если так и нужно, добавьте --replace.',
      )
    }
    const last = has('kysely_migration')
      ? (await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(owner.db))
          .rows[0]?.name
      : null
    if (last === head.migration) return
    await sql`drop schema if exists pgboss cascade`.execute(owner.db)
    await sql`drop schema public cascade`.execute(owner.db)
    await sql`create schema public`.execute(owner.db)
  } finally {
    await owner.close()
  }
  await migrate(order.ownerUrl, order.appRole, head.migration)
}

async function load(order: RestoreOrder): Promise<{ rows: number; files: number }> {
  const client = new pg.Client({ connectionString: order.ownerUrl, application_name: 'otklik-restore' })
  await client.connect()
  const staged = join(order.home, `files.restoring-${order.moment}`)
  mkdirSync(staged, { recursive: true, mode: 0o700 })
  try {
    await client.query('begin; set local row_security = off; set local statement_timeout = 0')
    const present = await tablesInOrder(client)
    await client.query(
      `truncate ${present.map(({ schema, table }) => `${schema}.${pg.escapeIdentifier(table)}`).join(', ')} cascade`,
    )
    const counts = { rows: 0, files: 0 }
    for await (const section of readArchive(order.file)) await loadSection(client, section, staged, counts)
    await client.query('commit')
    setFilesInPlace(order, staged)
    return counts
  } catch (error) {
    rmSync(staged, { recursive: true, force: true })
    const { code } = error as { code?: string }
    if (code === 'ENOSPC' || code === '53100')
      refuse(
        'unavailable',
        'disk-full',
        'На диске не хватает места: ничего не изменено, освободите его и повторите.',
      )
    throw error
  } finally {
    await client.end()
  }
}

async function loadSection(
  client: pg.Client,
  { head, content }: Section,
  staged: string,
  counts: { rows: number; files: number },
): Promise<void> {
  if (head.kind === 'table') {
    const name = `${head.schema}.${pg.escapeIdentifier(head.table)}`
    const columns = head.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const stream = client.query(copyFrom(`copy ${name} (${columns}) from stdin`))
    await pour(content, stream)
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${name}`)
    if (Number(rows[0]?.n) !== stream.rowCount)
      throw new Error(`${name}: ${stream.rowCount} rows sent, ${rows[0]?.n} found`)
    counts.rows += stream.rowCount
  } else if (head.kind === 'sequence') {
    await client.query('select setval($1::regclass, $2::bigint)', [
      `public.${pg.escapeIdentifier(head.name)}`,
      head.value,
    ])
  } else if (head.kind === 'file') {
    const target = join(staged, normalize(head.path))
    if (!target.startsWith(staged + sep)) throw new Error('a file outside the store')
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    await pour(content, createWriteStream(target, { mode: 0o600, flush: true }))
    counts.files += 1
  }
}

async function pour(content: AsyncIterable<Buffer>, target: NodeJS.WritableStream): Promise<void> {
  const closed = finished(target)
  closed.catch(() => {})
  for await (const bytes of content)
    if (!target.write(bytes)) await Promise.race([once(target, 'drain'), closed])
  target.end()
  await closed
}

function setFilesInPlace(order: RestoreOrder, staged: string): void {
  const folder = join(order.home, 'files')
  if (existsSync(folder)) renameSync(folder, `${folder}.replaced-${order.moment}`)
  renameSync(staged, folder)
}
