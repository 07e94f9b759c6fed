import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { keyFileOf, readKeyFile } from '../installation-key.ts'
import { refuse } from '../refusal.ts'
import { createVault } from '../vault.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { tablesInOrder } from './tables-order.ts'

/** What a backup took: rows of all tables, files of the store. */
export type BackupResult = { file: string; rows: number; files: number; keyFingerprint: string }

/** Writes the whole installation, without its key, into one file; the file appears only when it is whole. */
export async function backupInstallation(order: {
  ownerUrl: string
  home: string
  file: string
  at: Temporal.Instant
}): Promise<BackupResult> {
  const part = `${order.file}.part`
  const client = new pg.Client({ connectionString: order.ownerUrl, application_name: 'otklik-backup' })
  await client.connect()
  try {
    mkdirSync(dirname(order.file), { recursive: true })
    const archive = writeArchive(part)
    const { fingerprint } = createVault(readKeyFile(keyFileOf(order.home)))
    // One snapshot for all tables. An owner whom row security would bind must fail, not copy half.
    await client.query(
      'begin isolation level repeatable read read only; set local row_security = off; set local statement_timeout = 0',
    )
    await archive.section({
      kind: 'otklik-backup',
      version: 1,
      at: order.at.toString(),
      migration: await one(client, 'select max(name) as value from kysely_migration'),
      jobsSchema: Number(await one(client, 'select version as value from pgboss.version')),
      keyFingerprint: fingerprint,
    })
    const rows = await writeTables(client, archive)
    await writeSequences(client, archive)
    const files = await writeFiles(join(order.home, 'files'), archive)
    await archive.end()
    renameSync(part, order.file)
    return { file: order.file, rows, files, keyFingerprint: fingerprint }
  } catch (error) {
    rmSync(part, { force: true })
    const { code } = error as { code?: string }
    if (code === 'ENOSPC')
      refuse(
        'unavailable',
        'disk-full',
        `Для копии ${order.file} не хватает места на диске: освободите его или укажите другой диск.`,
      )
    if (code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EROFS') {
      refuse(
        'invalid',
        'not-writable',
        `В ${order.file} писать нельзя: укажите имя файла в папке, где есть право записи.`,
      )
    }
    throw error
  } finally {
    await client.end()
  }
}

async function one(client: pg.Client, query: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(query)
  return String(rows[0]?.value ?? '')
}

async function writeTables(client: pg.Client, archive: ArchiveWriter): Promise<number> {
  let rows = 0
  for (const { schema, table, columns } of await tablesInOrder(client)) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
    const stream = client.query(
      copyTo(`copy (select ${list} from ${schema}.${pg.escapeIdentifier(table)}) to stdout`),
    )
    await archive.section({ kind: 'table', schema, table, columns }, stream as AsyncIterable<Buffer>)
    rows += stream.rowCount
  }
  return rows
}

async function writeSequences(client: pg.Client, archive: ArchiveWriter): Promise<void> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`,
  )
  for (const { name, value } of rows)
    if (value !== null) await archive.section({ kind: 'sequence', name, value })
}

async function writeFiles(folder: string, archive: ArchiveWriter): Promise<number> {
  if (!existsSync(folder)) return 0
  let files = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue
    const file = join(entry.parentPath, entry.name)
    await archive.section({ kind: 'file', path: relative(folder, file) }, createReadStream(file))
    files += 1
  }
  return files
}
