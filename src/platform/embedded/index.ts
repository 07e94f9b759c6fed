/**
 * The embedded PostgreSQL: a server of our own in `<home>/postgres`, for a centre without a database administrator.
 * Whoever uses it holds a lease (an open session); the first one in starts the server, the last one out stops it, and
 * an orphan left by a killed process is adopted by the next. It listens on loopback with random passwords. It never
 * starts a second server on the same data, and comes back on the same port after a crash.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { refuse } from '../refusal.ts'
import { installBinaries } from './binaries.ts'
import { type Cluster, giveUp, type Progress, takeLease } from './lease.ts'
import { findPlace } from './place.ts'
import { failToStart } from './postmaster.ts'
import { rolePasswords } from './role-passwords.ts'
import { whileLocked } from './start-lock.ts'

/** Addresses of the running server for its three roles, and the end of our use of it. */
export type EmbeddedPostgres = {
  superUrl: string
  ownerUrl: string
  appUrl: string
  close: () => Promise<void>
}

/** Starts the server of `home`, or joins the one that runs. `careless` is for data that a crash may take: tests. */
export async function openEmbedded(
  home: string,
  progress: Progress = () => {},
  options: { careless?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const cluster = await describe(home, progress, options.careless === true)
  let port = 0
  let closing = false
  let lease: pg.Client | null = null

  const hold = async (): Promise<void> => {
    const taken = await whileLocked(cluster.place.folder, () => takeLease(cluster))
    lease = taken.client
    port = taken.port
    taken.client.once('end', () => {
      lease = null
      if (!closing) void hold().catch((error: unknown) => progress(String(error)))
    })
  }
  await hold()

  const address = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  return {
    superUrl: address('postgres', cluster.passwords.super, 'postgres'),
    ownerUrl: address('otklik_owner', cluster.passwords.owner, 'otklik'),
    appUrl: address('otklik_app', cluster.passwords.app, 'otklik'),
    close: async () => {
      closing = true
      await whileLocked(cluster.place.folder, () => giveUp(cluster, lease))
    },
  }
}

async function describe(home: string, progress: Progress, careless: boolean): Promise<Cluster> {
  try {
    const place = findPlace(home)
    const data = join(place.folder, 'data')
    return await whileLocked(place.folder, async () => {
      const passwords = rolePasswords(home, existsSync(data))
      return { place, bin: installBinaries(place), data, passwords, progress, careless }
    })
  } catch (error) {
    return explain(error, home)
  }
}

function explain(error: unknown, home: string): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') failToStart('ENOSPC')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return refuse(
      'unavailable',
      'home-not-writable',
      `Нет права записи в ${home}: укажите другую папку в OTKLIK_HOME.`,
    )
  }
  throw error
}
