import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { backupInstallation } from './backup/index.ts'
import type { Database } from './db/centre-scope.ts'
import { assertAppRole, assertServer, openDatabase } from './db/connect.ts'
import { migrate, schemaState } from './db/migrate.ts'
import { prepareServer } from './db/server-roles.ts'
import { openEmbedded } from './embedded/index.ts'
import { openVault } from './installation-key.ts'
import { refuse } from './refusal.ts'
import type { Settings } from './settings.ts'
import type { Vault } from './vault.ts'

/** A running installation: its database as the application's role, its key at work, its folder. */
export type Installation = {
  db: Database
  pool: pg.Pool
  appUrl: string
  ownerUrl: string
  vault: Vault
  home: string
  /** True where this start made the tables: there is nothing in them yet. */
  isNew: boolean
  close: () => Promise<void>
}

/** A database that stands ready for its owner; `appRole` is the role the program works as. */
export type Source = { ownerUrl: string; appUrl: string; appRole: string; close: () => Promise<void> }

export type Reporting = { progress: (line: string) => void; onError?: (error: Error) => void }

/** Starts the embedded server, or reaches the one of DATABASE_URL; the schema may be old or missing. */
export async function openSource(settings: Settings, { progress }: Reporting): Promise<Source> {
  makeHomeFolder(settings.home)
  if (settings.databaseUrl) {
    const server = await prepareServer(settings.databaseUrl, settings.databaseAppUrl, settings.home)
    return { ...server, close: async () => {} }
  }
  const embedded = await openEmbedded(settings.home, progress)
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    appRole: 'otklik_app',
    close: embedded.close,
  }
}

/** Opens the installation: database, newest schema (backed up before it changes), key, and a role that cannot pass the centres by. */
export async function openInstallation(settings: Settings, reporting: Reporting): Promise<Installation> {
  const source = await openSource(settings, reporting)
  const owner = openDatabase(source.ownerUrl, { max: 2, statementTimeout: 0 })
  try {
    await assertServer(owner.db)
    const { last, pending } = await schemaState(owner.db)
    if (last !== null && pending.length > 0) {
      const file = join(settings.home, 'backups', `before-${pending.at(-1)}-${stamp()}.otklik`)
      reporting.progress(`Обновление базы данных: сначала копия в ${file}…`)
      await backupInstallation({
        ownerUrl: source.ownerUrl,
        home: settings.home,
        file,
        at: Temporal.Now.instant(),
      })
    }
    if (pending.length > 0) reporting.progress('Готовлю таблицы…')
    await migrate(source.ownerUrl, source.appRole)
    const vault = await openVault(settings.home, owner.db)
    const app = openDatabase(source.appUrl, {
      max: settings.databasePool,
      ...(reporting.onError ? { onError: reporting.onError } : {}),
    })
    await assertAppRole(app.db).catch(async (error: unknown) => {
      await app.close()
      throw error
    })
    return {
      db: app.db,
      pool: app.pool,
      appUrl: source.appUrl,
      ownerUrl: source.ownerUrl,
      vault,
      home: settings.home,
      isNew: last === null,
      close: async () => {
        await app.close()
        await source.close()
      },
    }
  } catch (error) {
    await source.close()
    if ((error as { code?: string }).code === '53100') refuse('unavailable', 'disk-full', noRoom)
    throw error
  } finally {
    await owner.close()
  }
}

const noRoom = 'На диске нет места: освободите хотя бы 500 МБ и запустите снова.'

/** A moment for names of files, e.g. 20261122-071500. */
export function stamp(): string {
  return Temporal.Now.instant()
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:Z]/g, '')
    .replace('T', '-')
}

function makeHomeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    mkdirSync(join(home, 'files'), { recursive: true, mode: 0o700 })
    mkdirSync(join(home, 'backups'), { recursive: true, mode: 0o700 })
    // The embedded server's user must pass through root's folder to its own; files inside are closed one by one.
    if (process.getuid?.() === 0) chmodSync(home, 0o711)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') refuse('unavailable', 'disk-full', noRoom)
    refuse(
      'unavailable',
      'home-not-writable',
      `Нет права записи в ${home}: укажите другую папку в OTKLIK_HOME.`,
    )
  }
}
