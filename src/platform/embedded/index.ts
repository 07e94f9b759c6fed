/**
 * The embedded PostgreSQL: a server of our own in `<home>/postgres`, for a centre without a database administrator.
 * Whoever uses it holds a lease (an open session); the first one in starts the server, the last one out stops it, and
 * an orphan left by a killed process is adopted by the next. It listens on loopback with random passwords. It never
 * starts a second server on the same data, and comes back on the same port after a crash.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { refuse } from '../refusal.ts'
import { installBinaries } from './binaries.ts'
import { findPlace, type Place } from './place.ts'
import { failToStart, initCluster, logSince, runningPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { rolePasswords, type RolePasswords } from './role-passwords.ts'
import { whileLocked } from './start-lock.ts'

/** Addresses of the running server for its three roles, and the end of our use of it. */
export type EmbeddedPostgres = { superUrl: string; ownerUrl: string; appUrl: string; close: () => Promise<void> }

/** Told about each long step, in words for a person. */
export type Progress = (line: string) => void

type Cluster = { place: Place; bin: string; data: string; passwords: RolePasswords; progress: Progress }

const leaseName = 'otklik-lease'
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'])

/** Starts the server of `home`, or joins the one that runs. */
export async function openEmbedded(home: string, progress: Progress = () => {}): Promise<EmbeddedPostgres> {
  const cluster = await describe(home, progress)
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

async function describe(home: string, progress: Progress): Promise<Cluster> {
  try {
    const place = findPlace(home)
    const data = join(place.folder, 'data')
    return await whileLocked(place.folder, async () => {
      const passwords = rolePasswords(home, existsSync(data))
      return { place, bin: installBinaries(place), data, passwords, progress }
    })
  } catch (error) {
    return explain(error, home)
  }
}

function explain(error: unknown, home: string): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') failToStart('ENOSPC')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return refuse('unavailable', 'home-not-writable', `Нет права записи в ${home}: укажите другую папку в OTKLIK_HOME.`)
  }
  throw error
}

async function takeLease(cluster: Cluster): Promise<{ client: pg.Client; port: number }> {
  let starts = 0
  let before = logLength(cluster.place)
  const until = performance.now() + 120_000
  while (performance.now() < until) {
    let running = runningPostmaster(cluster.data)
    if (!running) {
      if (starts === 4) failToStart(logSince(cluster.place, before))
      if (starts === 0) before = logLength(cluster.place)
      else await pause(250 * starts)
      starts += 1
      await begin(cluster)
      running = await appearance(cluster)
      if (!running) continue
    }
    const client = await connectLease(cluster, running.port)
    if (client) {
      await ensureRoles(client, cluster.passwords)
      return { client, port: running.port }
    }
    await pause(30)
  }
  return failToStart(logSince(cluster.place, before))
}

async function begin({ bin, place, data, passwords, progress }: Cluster): Promise<void> {
  if (!existsSync(data)) {
    progress('Создаю базу данных…')
    rmSync(`${data}.new`, { recursive: true, force: true })
    initCluster(bin, place, data, passwords.super)
    renameSync(`${data}.new`, data)
  }
  progress('Запускаю базу данных…')
  await startPostmaster(bin, place, data)
}

async function appearance({ data }: Cluster): Promise<ReturnType<typeof runningPostmaster>> {
  for (let tries = 0; tries < 40; tries += 1) {
    const running = runningPostmaster(data)
    if (running) return running
    await pause(25)
  }
  return null
}

async function connectLease(cluster: Cluster, port: number): Promise<pg.Client | null> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password: cluster.passwords.super,
    application_name: leaseName,
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const { code } = error as { code?: string }
    if (code === '28P01') {
      refuse('unavailable', 'wrong-role-passwords', 'Пароли в postgres-roles.json не подходят к базе данных этой папки.')
    }
    if (code && !passing.has(code)) throw error
    return null
  }
}

async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query(`select from pg_database where datname = 'otklik'`)
  if (rows.length > 0) return
  for (const [role, password] of [['otklik_owner', passwords.owner], ['otklik_app', passwords.app]] as const) {
    await client.query(`drop role if exists ${role}`)
    await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
  }
  await client.query('create database otklik owner otklik_owner')
  await client.query('revoke all on database otklik from public; grant connect on database otklik to otklik_app')
}

async function giveUp({ data }: Cluster, lease: pg.Client | null): Promise<void> {
  const others = lease ? await otherLeases(lease) : 0
  await lease?.end().catch(() => {})
  const running = runningPostmaster(data)
  if (running && others === 0) await stopPostmaster(data, running)
}

async function otherLeases(lease: pg.Client): Promise<number> {
  const counted = await lease
    .query(`select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`, [leaseName])
    .catch(() => null)
  return Number(counted?.rows[0].others ?? 0)
}

function logLength(place: Place): number {
  return statSync(join(place.folder, 'postgres.log'), { throwIfNoEntry: false })?.size ?? 0
}

/** Makes a folder for an embedded server of a test or a bench, which the server's user can enter. */
export function makeHome(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o711 })
}
